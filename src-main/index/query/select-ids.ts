import type { EventSet, SqlPiece } from './compile-query.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

/** How many events are in a set. */
export function countEvents(index: IndexSnapshot, events: EventSet): number {
  const { sql, params } = selectFrom(events, 'count(*)')
  return index.numbers(sql, ...params)[0] ?? 0
}

/**
 * The first row ids of a set.
 *
 * @param order - What follows `ORDER BY`; the row id is called `id`.
 * @param limit - Rows at most; without it, all.
 */
export function selectIds(
  index: IndexSnapshot,
  events: EventSet,
  order: string,
  limit = -1,
): Float64Array {
  const { sql, params } = selectFrom(events, `${events.id} AS id`)
  return index.numbers(`${sql} ORDER BY ${order} LIMIT ?`, ...params, limit)
}

/** All row ids of a set in order of date. */
export function selectAllIds(index: IndexSnapshot, events: EventSet): Float64Array {
  // Left to choose its way, SQLite reads ids from an index that is far smaller than the events.
  const { sql, params } = selectFrom(events, `${events.id} AS id`)
  return index.numbers(sql, ...params).sort()
}

function selectFrom({ from, text, where }: EventSet, columns: string): SqlPiece {
  const match = text === null ? '' : 'event_text MATCH ? AND '
  return {
    sql: `SELECT ${columns} FROM ${from} WHERE ${match}${where.sql}`,
    params: text === null ? where.params : [text.whole, ...where.params],
  }
}
