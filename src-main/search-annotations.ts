import { AnnalsError } from '#shared/errors.ts'
import type { Annotation } from '#shared/notebook.ts'
import type { AnnotationAnswer, AnnotationSearchRequest } from '#shared/search.ts'
import type { Workspace } from './workspace.ts'

/**
 * Annotations that match, with all that they say: the query worker finds them, the notebook has them.
 *
 * @throws SEARCH_SUPERSEDED
 */
export async function searchAnnotations(
  { query, notebook }: Pick<Workspace, 'query' | 'notebook'>,
  request: AnnotationSearchRequest,
): Promise<AnnotationAnswer> {
  const found = await query.searchAnnotations(request)

  function read(id: string): Annotation | null {
    try {
      return notebook.getAnnotation(id)
    } catch (error) {
      // It was deleted while the worker searched.
      if (error instanceof AnnalsError && error.code === 'ANNOTATION_NOT_FOUND') return null
      throw error
    }
  }

  const hits = found.hits.flatMap(({ id, status }) => {
    const annotation = read(id)
    return annotation ? [{ annotation, status }] : []
  })
  return { ...found, hits }
}
