import { listConditions } from '#shared/search-query/list-conditions.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { DateNode } from '#shared/search-query/query-tree.ts'
import { removePart } from '#shared/search-query/remove-part.ts'
import { setDateRange } from '#shared/search-query/set-date-range.ts'

/**
 * The query with this date in place of those it had, or without it where it had just this one.
 *
 * @param date - `2008`, `2008-06`, `2008-06-06`; `none` asks for undated events.
 */
export function toggleDate(query: string, date: string): string {
  return dateOf(query) === date ? removeDates(query) : setDateRange(query, date, date)
}

/** The query without its dates, of those that all matches must have. */
export function removeDates(query: string): string {
  const [date] = listDates(query)
  return date ? removeDates(removePart(query, date)) : query
}

/** Whether all matches must have a date of some kind. */
export function hasDates(query: string): boolean {
  return listDates(query).length > 0
}

/** @returns the one date that all matches must have (`2008-06`, `none`), or `null`. */
export function dateOf(query: string): string | null {
  const [date, another] = listDates(query)
  if (date === undefined || another !== undefined) return null
  if (date.test.kind === 'undated') return 'none'
  return date.test.kind === 'within' && date.test.first === date.test.last ? date.test.first : null
}

/** The query without the order it names, so that another can be chosen. */
export function removeSort(query: string): string {
  const { sort } = parseQuery(query)
  return sort ? removeSort(removePart(query, sort)) : query
}

function listDates(query: string): DateNode[] {
  return listConditions(parseQuery(query).root).filter((node) => node.kind === 'date')
}
