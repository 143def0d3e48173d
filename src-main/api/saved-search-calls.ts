import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'

type SavedSearchCalls = Pick<
  MainApi,
  | 'listSavedSearches'
  | 'createSavedSearch'
  | 'updateSavedSearch'
  | 'deleteSavedSearch'
  | 'compareSavedSearch'
  | 'markSavedSearchSeen'
>

/** Calls about the questions that are kept in the notebook of the open archive. */
export function savedSearchCalls(session: ArchiveSession): SavedSearchCalls {
  const searches = () => session.workspace.savedSearches
  return {
    listSavedSearches: async () =>
      await Promise.resolve(session.workspace.notebook.listSavedSearches()),
    createSavedSearch: async (search) => await searches().create(search),
    updateSavedSearch: async (id, change) => await searches().update(id, change),
    deleteSavedSearch: async (id) => {
      await session.workspace.notebook.deleteSavedSearch(id)
    },
    compareSavedSearch: async (id) => await searches().compare(id),
    markSavedSearchSeen: async (id) => await searches().markSeen(id),
  }
}
