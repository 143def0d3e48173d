import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'

type BrowseCalls = Pick<
  MainApi,
  | 'listYears'
  | 'listDays'
  | 'listEntities'
  | 'listSources'
  | 'listChanges'
  | 'search'
  | 'shapeAnswer'
  | 'suggest'
  | 'searchIds'
  | 'readEvent'
  | 'resolveLink'
>

/** Calls that read the index of the open archive. */
export function browseCalls(session: ArchiveSession): BrowseCalls {
  const query = () => session.workspace.query
  return {
    listYears: async () => await query().listYears(),
    listDays: async (year, month) => await query().listDays(year, month),
    listEntities: async (request) => await query().listEntities(request),
    listSources: async (request) => await query().listSources(request),
    listChanges: async (request) => await query().listChanges(request),
    search: async (request) => await query().search(request),
    shapeAnswer: async (request) => await query().shapeAnswer(request),
    suggest: async (request) => await query().suggest(request),
    searchIds: async (request) => await query().searchIds(request),
    readEvent: async (id) => await query().readEvent(id),
    resolveLink: async (from, href) => await query().resolveLink(from, href),
  }
}
