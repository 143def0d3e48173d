import type { SavedSearch } from '#shared/saved-search.ts'
import { copyId } from './copy-id.ts'
import { withoutDeleted } from './living.ts'
import { mergeDeleted } from './merge-deleted.ts'

/**
 * Join two versions of a saved search: each part from the side that changed it, or from the one that
 * was modified last where both did. Of what both found by the question that stays, the newest.
 *
 * @param base - What both began with; `null` where there was nothing.
 */
export function mergeSavedSearches(
  base: SavedSearch | null,
  ours: SavedSearch,
  theirs: SavedSearch,
): SavedSearch {
  const [newer, older] = sortByModified(ours, theirs)
  const choose = <Part extends 'name' | 'query' | 'sort' | 'isFolded'>(part: Part) =>
    newer[part] === base?.[part] ? older[part] : newer[part]
  const query = choose('query')
  const [first, second] = newer.query === query ? [newer, older] : [older, newer]
  const isSecondSeenLater = second.query === query && second.seen.at > first.seen.at
  return {
    ...withoutDeleted(theirs),
    id: ours.id,
    modified: newer.modified,
    name: choose('name'),
    query,
    sort: choose('sort'),
    isFolded: choose('isFolded'),
    seen: isSecondSeenLater ? second.seen : first.seen,
    ...mergeDeleted(base, ours, theirs),
  }
}

/**
 * Where both sides ask something new, the question that {@link mergeSavedSearches} leaves out.
 *
 * @returns a saved search of its own, or `null`.
 */
export function spareSavedSearch(
  base: SavedSearch | null,
  ours: SavedSearch,
  theirs: SavedSearch,
): SavedSearch | null {
  const questions = new Set([base?.query, ours.query, theirs.query])
  const [, older] = sortByModified(ours, theirs)
  return questions.size === 3 ? { ...older, id: copyId(older) } : null
}

function sortByModified(ours: SavedSearch, theirs: SavedSearch): [SavedSearch, SavedSearch] {
  return ours.modified >= theirs.modified ? [ours, theirs] : [theirs, ours]
}
