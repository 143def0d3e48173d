import type { EventSet } from './compile-query.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { selectAllIds, selectIds } from './select-ids.ts'
import { type TextMatch, matchTitle } from './text-match.ts'

/** Weights of the columns of the text index: headline, topic, summary, entities, sources. */
const ORDER_BY_WEIGHT = 'bm25(event_text, 10, 4, 1, 4, 0), id DESC'

/** Weighing takes about a microsecond per event, so more than this would be felt at every key. */
const MAX_WEIGHED = 5000

/**
 * The row ids of events, most relevant first. Where there are too many to weigh them all, those with
 * the words in their headline come first, weighed if that is possible, then the others; events of
 * the same weight newest first.
 *
 * @param text - What the set asks of the text index.
 * @param total - How many events are in the set.
 */
export function rankEvents(
  index: IndexSnapshot,
  events: EventSet,
  text: TextMatch,
  total: number,
): Float64Array {
  if (total <= MAX_WEIGHED) return selectIds(index, events, ORDER_BY_WEIGHT)

  const titled = { ...events, text: matchTitle(text) }
  const newestTitled = selectAllIds(index, titled).reverse()
  const first =
    newestTitled.length <= MAX_WEIGHED ? selectIds(index, titled, ORDER_BY_WEIGHT) : newestTitled
  const inTitle = new Set(newestTitled)
  const all = selectAllIds(index, events).reverse()
  const ranked = new Float64Array(all.length)
  ranked.set(first)
  ranked.set(
    all.filter((id) => !inTitle.has(id)),
    first.length,
  )
  return ranked
}
