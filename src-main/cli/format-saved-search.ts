import type { FoundEvent, SavedSearchNews, SavedSearchSummary } from '#shared/saved-search.ts'
import { formatEventRow } from './format-event.ts'
import { formatCount, formatRows } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

/** A saved search with its question and what it found when it was last looked at. */
export function formatSavedSearch(search: SavedSearchSummary, paint: Paint): string {
  const { name, query, seen, id } = search
  const found = `${formatCount(seen.total, 'event')} on ${seen.at.slice(0, 10)}`
  return [
    `${paint('heading', cleanLine(name))}  ${found}`,
    cleanLine(query),
    paint('faint', id),
  ].join('\n')
}

/** All saved searches, a line each. */
export function formatSavedSearches(searches: SavedSearchSummary[], paint: Paint): string {
  if (searches.length === 0) return paint('faint', 'No saved searches')
  return formatRows(
    searches.map(({ name, query, seen, id }) => [
      paint('heading', cleanLine(name)),
      cleanLine(query),
      formatCount(seen.total, 'event'),
      seen.at.slice(0, 10),
      paint('faint', id),
    ]),
  )
}

/** What is new, gone or changed since a saved search was last looked at. */
export function formatNews(
  { seen }: SavedSearchSummary,
  { total, events, isSameArchive }: SavedSearchNews,
  paint: Paint,
): string {
  const since = `${formatCount(seen.total, 'event')} on ${seen.at.slice(0, 10)}`
  const now = `${formatCount(total, 'event')} now, ${since}`
  if (events === null) return `${now}; too many to tell one by one`
  const { added, removed, changed } = events
  const same = isSameArchive ? '; the archive has not changed' : ''
  return [
    ...formatList('New', added, paint),
    ...formatList('Gone', removed, paint),
    ...formatList('Changed', changed, paint),
    paint(
      'faint',
      `${now}: ${added.length} new, ${removed.length} gone, ${changed.length} changed${same}`,
    ),
  ].join('\n')
}

function formatList(title: string, events: FoundEvent[], paint: Paint): string[] {
  if (events.length === 0) return []
  return [paint('heading', title), ...events.map((event) => formatEventRow(event, paint))]
}
