import type { SavedSearch, SavedSearchSummary } from '#shared/saved-search.ts'

/** @returns a saved search without the events it found. */
export function summariseSavedSearch(search: SavedSearch): SavedSearchSummary {
  const { id, created, modified, name, query, sort, isFolded } = search
  const { at, archive, total, events } = search.seen
  const seen = { at, archive, total }
  return { id, created, modified, name, query, sort, isFolded, seen, isFollowed: events !== null }
}
