import type { DateTest } from '#shared/search-query/query-tree.ts'
import { rangeOfTest } from './date-range.ts'

/** Of row ids in order, those that pass all tests; they stand in a row. */
export function sliceDates(ids: Float64Array, tests: DateTest[]): Float64Array {
  const ranges = tests.map(rangeOfTest)
  const first = Math.max(...ranges.map((range) => range.first))
  const end = Math.min(...ranges.map((range) => range.end))
  return ids.subarray(findPlace(ids, first), findPlace(ids, Math.max(first, end)))
}

/** The place of the first row id that is not less than `number`. */
function findPlace(ids: Float64Array, number: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
