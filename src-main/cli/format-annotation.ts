import type { Annotation } from '#shared/notebook.ts'
import type { Paint } from './paint.ts'
import { cleanLine, cleanParagraphs } from './terminal-text.ts'

/** An annotation: when, tags, the words it marks and its note. */
export function formatAnnotation(annotation: Annotation, paint: Paint): string {
  const { modified, tags, selector, note, id } = annotation
  const head = [modified.slice(0, 10), ...tags.map((tag) => `#${cleanLine(tag)}`)].join('  ')
  return [
    `${head}  ${paint('faint', id)}`,
    ...(selector ? [paint('mark', `“${cleanLine(selector.exact)}”`)] : []),
    ...(note === '' ? [] : [cleanParagraphs(note)]),
  ].join('\n')
}
