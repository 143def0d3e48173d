import type { QueryNode } from '#shared/search-query/query-tree.ts'
import type { SearchSort } from '#shared/search.ts'
import { type EventSet, compileQuery, listConditions } from './compile-query.ts'
import { UNDATED } from './date-range.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { rankEvents } from './rank-events.ts'
import { countEvents, selectAllIds, selectIds } from './select-ids.ts'
import { sliceDates } from './slice-dates.ts'
import { splitByText } from './text-match.ts'

/** More than a page is rather all that a search found. */
const MAX_FIRST = 1000

/** Some of the matches of a query. */
export interface MatchPage {
  /** All matches. */
  total: number
  /** Row ids of those asked for, in order. */
  ids: Float64Array
}

/** Which matches are wanted. */
export interface MatchRequest {
  query: string
  root: QueryNode | null
  sort: SearchSort
  offset: number
  /** At most. */
  limit: number
}

/**
 * Find the matches of a query. The first page by date comes straight from the index; whoever turns
 * the pages gets them from the row ids of all matches, which are kept for a while.
 */
export function findMatches(index: IndexSnapshot, request: MatchRequest): MatchPage {
  const { query, root, offset, limit } = request
  const conditions = listConditions(root)
  const isRanked = request.sort === 'relevance' && splitByText(conditions).positives.length > 0
  const sort = request.sort === 'relevance' && !isRanked ? 'date' : request.sort

  const cut = (ids: Float64Array) =>
    cutPage(ids, sort, Math.min(offset, ids.length), Math.min(offset + limit, ids.length))

  const dates = conditions.filter((node) => node.kind === 'date')
  if (dates.length > 0 && dates.length === conditions.length) {
    const everything = index.lists.getOrMake('events', () =>
      selectAllIds(index, compileQuery(index, [])),
    )
    const tests = dates.map(({ test }) => test)
    return cut(sliceDates(everything, tests))
  }

  const name = `matches by ${isRanked ? 'relevance' : 'date'} of ${query}`
  const compile = () => compileQuery(index, conditions)
  const count = (events: EventSet) =>
    index.answers.getOrMake(`total of ${query}`, () => countEvents(index, events))

  if (sort !== 'relevance' && offset === 0 && limit <= MAX_FIRST && !index.answers.has(name)) {
    const events = compile()
    const ids = selectFirst(index, events, sort, limit)
    if (ids !== null) return { total: count(events), ids }
  }
  const ids = index.answers.getOrMake(name, () => {
    const events = compile()
    const { text } = events
    if (!isRanked || text === null) return selectAllIds(index, events)
    return rankEvents(index, events, text, count(events))
  })
  return cut(ids)
}

/** @returns `null` where undated events belong to the page. */
function selectFirst(
  index: IndexSnapshot,
  events: EventSet,
  sort: 'date' | 'date-ascending',
  limit: number,
): Float64Array | null {
  if (sort === 'date') return selectIds(index, events, 'id DESC', limit)
  const { sql, params } = events.where
  // Undated events come last in either order, but have the lowest row ids.
  const isDated = { sql: `${sql} AND ${events.id} >= ?`, params: [...params, UNDATED.end] }
  const ids = selectIds(index, { ...events, where: isDated }, 'id', limit)
  return ids.length === limit ? ids : null
}

/**
 * @param ids - All matches: ranked, or in order of row id.
 * @param end - First place after the page.
 */
function cutPage(ids: Float64Array, sort: SearchSort, start: number, end: number): MatchPage {
  const total = ids.length
  switch (sort) {
    case 'relevance':
      return { total, ids: ids.subarray(start, end) }
    case 'date':
      return { total, ids: ids.subarray(total - end, total - start).toReversed() }
    case 'date-ascending': {
      const undated = sliceDates(ids, [{ kind: 'undated' }]).length
      const page = new Float64Array(end - start)
      return { total, ids: page.map((_, at) => ids[(start + at + undated) % total] ?? 0) }
    }
  }
}
