import { readColumns } from '../columns/read-columns.ts'
import { type AnswerOrder, listedOrder } from './answer-order.ts'
import { makeRange } from './bitmap.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { sortByScore } from './sort-by-score.ts'

/**
 * All events, those with the most relations that lead to or come from events of the archive first,
 * and of the same number the newest first.
 *
 * @returns `null` while the relations are not counted yet.
 */
export function readLinkOrder(index: IndexSnapshot): AnswerOrder | null {
  const columns = readColumns(index)
  if (columns === null) return null
  return index.lists.getOrMake('link order', () => {
    const size = columns.ids.length
    const { linkStarts, backlinks } = columns
    const counts = new Uint32Array(size)
    for (let ordinal = 0; ordinal < size; ordinal++) {
      counts[ordinal] = lengthAt(linkStarts, ordinal) + lengthAt(backlinks.starts, ordinal)
    }
    return listedOrder(sortByScore(makeRange(size, 0, size), counts), size)
  })
}

function lengthAt(starts: Uint32Array, ordinal: number): number {
  return (starts[ordinal + 1] ?? 0) - (starts[ordinal] ?? 0)
}
