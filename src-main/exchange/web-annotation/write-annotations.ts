import type { Annotation } from '#shared/notebook.ts'
import { type AnnotationSurroundings, describeAnnotation } from './describe-annotation.ts'
import { ANNOTATION_CONTEXT, OWN_CONTEXT } from './vocabulary.ts'

/** An annotation and what the index adds to it. */
export interface AnnotationToWrite extends AnnotationSurroundings {
  annotation: Annotation
}

/**
 * Annotations as one JSON-LD document after the W3C Web Annotation model: a collection with one page.
 * The same annotations give the same text.
 *
 * @param annotations - In the order in which they are to stand.
 * @param total - How many there are.
 * @returns the document in pieces, made one by one as they are taken.
 */
export async function* writeAnnotations(
  annotations: AsyncIterable<AnnotationToWrite> | Iterable<AnnotationToWrite>,
  { total, archiveName }: { total: number; archiveName: string },
): AsyncGenerator<string> {
  const id = `annals:annotations/${encodeURIComponent(archiveName.toWellFormed())}`
  const page = { id: `${id}/1`, type: 'AnnotationPage', startIndex: 0, items: [] }
  const collection = {
    '@context': [ANNOTATION_CONTEXT, OWN_CONTEXT],
    ...{ id, type: 'AnnotationCollection', label: archiveName, total, first: page },
  }
  const [head = '', tail = ''] = JSON.stringify(collection, null, 2).split('"items": []')
  yield `${head}"items": [`
  let separator = '\n'
  for await (const { annotation, ...surroundings } of annotations) {
    yield separator + indent(describeAnnotation(annotation, surroundings))
    separator = ',\n'
  }
  yield `${total > 0 ? '\n    ' : ''}]${tail}\n`
}

/** Line breaks within texts are escaped, so that those there are belong to the form alone. */
function indent(value: object): string {
  const lines = JSON.stringify(value, null, 2).split('\n')
  return lines.map((line) => `      ${line}`).join('\n')
}
