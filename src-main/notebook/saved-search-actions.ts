import type { SavedSearch, SavedSearchSummary, SearchRecord } from '#shared/saved-search.ts'
import type { ChangeTurns } from './change-turns.ts'
import type { NewSavedSearch, SavedSearchChange, SavedSearches } from './saved-searches.ts'

/** What can be done with saved searches. */
export interface SavedSearchActions {
  /** By name. */
  listSavedSearches(): SavedSearchSummary[]
  /** @throws SAVED_SEARCH_NOT_FOUND */
  getSavedSearch(id: string): SavedSearch
  /**
   * @param nameOrId - Also the first four or more characters of the id.
   * @throws SAVED_SEARCH_NOT_FOUND, SAVED_SEARCH_AMBIGUOUS
   */
  findSavedSearch(nameOrId: string): SavedSearch
  /** @throws SAVED_SEARCH_NAME_INVALID */
  createSavedSearch(search: NewSavedSearch): Promise<SavedSearch>
  /**
   * Undoing the change of a query restores what that query had found. Where only `seen` is given,
   * it is recorded as by `recordSeen`.
   *
   * @throws SAVED_SEARCH_NOT_FOUND, SAVED_SEARCH_NAME_INVALID
   */
  updateSavedSearch(id: string, change: SavedSearchChange): Promise<SavedSearch>
  /** Keep what was found when it was looked at, which is no step. @throws SAVED_SEARCH_NOT_FOUND */
  recordSeen(id: string, seen: SearchRecord): Promise<SavedSearch>
  /** Put it into the trash. @throws SAVED_SEARCH_NOT_FOUND */
  deleteSavedSearch(id: string): Promise<void>
}

/** Let changes of saved searches take turns with all others. */
export function savedSearchActions(
  savedSearches: SavedSearches,
  turns: ChangeTurns,
): SavedSearchActions {
  return {
    listSavedSearches: () => savedSearches.list(),
    getSavedSearch: (id) => savedSearches.get(id),
    findSavedSearch: (nameOrId) => savedSearches.find(nameOrId),
    createSavedSearch: (search) => turns.take(() => savedSearches.create(search)),
    updateSavedSearch: (id, change) => turns.take(() => savedSearches.update(id, change)),
    recordSeen: (id, seen) => turns.take(() => savedSearches.recordSeen(id, seen)),
    deleteSavedSearch: (id) => turns.take(() => savedSearches.delete(id)),
  }
}
