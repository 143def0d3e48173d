import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'
import { searchAnnotations } from '../search-annotations.ts'

type AnnotationSearchCalls = Pick<
  MainApi,
  'searchAnnotations' | 'searchAnnotationIds' | 'listAnchors' | 'suggestLinks'
>

/** Calls that find annotations, and where they stand in the archive. */
export function annotationSearchCalls(session: ArchiveSession): AnnotationSearchCalls {
  const query = () => session.workspace.query
  return {
    searchAnnotations: async (request) => await searchAnnotations(session.workspace, request),
    searchAnnotationIds: async (request) => await query().searchAnnotationIds(request),
    listAnchors: async (eventId) => await query().listAnchors(eventId),
    suggestLinks: async (text) => await query().suggestLinks(text),
  }
}
