import type { SavedSearchNews, SavedSearchSummary } from '#shared/saved-search.ts'
import { savedSearches as words } from '../../locales/en/saved-searches.ts'

/**
 * What is new in the answer of a saved search, in few words: “12 new · 1 gone · 3 changed”.
 *
 * @returns `null` where nothing is.
 */
export function describeNews(search: SavedSearchSummary, news: SavedSearchNews): string | null {
  if (news.events === null) {
    const difference = news.total - search.seen.total
    return difference === 0 ? null : words.difference(difference)
  }
  const { added, removed, changed } = news.events
  const parts = [
    added.length > 0 ? words.added(added.length) : null,
    removed.length > 0 ? words.removed(removed.length) : null,
    changed.length > 0 ? words.changed(changed.length) : null,
  ]
  return parts.filter((part) => part !== null).join(' · ') || null
}
