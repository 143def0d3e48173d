import type { RowHeights } from './row-heights.ts'

/** Rows beyond those seen that stand in the document: at rest, and while scrolling on either side. */
const ROWS_BESIDE = 8
const ROWS_BEHIND = 4
const ROWS_AHEAD = 16
/** What a row that is lower than was thought leaves room for. */
const ROWS_TO_SPARE = 2

/**
 * Which way a list is scrolled; `jump` where hardly a row stays for more than a frame, `fresh` where
 * the list has just become another one, and perhaps becomes yet another as soon.
 */
export type Motion = 'rest' | 'fresh' | 'forward' | 'backward' | 'jump'

/** Places of the first and the last row that are seen; `first` is behind `last` where none is. */
export interface RowRange {
  first: number
  last: number
}

/** The rows between two offsets. */
export function rangeAt(heights: RowHeights, top: number, view: number): RowRange {
  if (heights.count === 0) return { first: 0, last: -1 }
  return { first: heights.indexAt(top), last: heights.indexAt(Math.max(top, top + view - 1)) }
}

/** The rows that stand in the document where these are seen. */
export function listRows({ first, last }: RowRange, count: number, motion: Motion): number[] {
  const [before, after] = ROWS_BY_MOTION[motion]
  const start = Math.max(0, first - before)
  const end = Math.min(count - 1, last + after)
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, place) => start + place)
}

const ROWS_BY_MOTION: Record<Motion, [before: number, after: number]> = {
  rest: [ROWS_BESIDE, ROWS_BESIDE],
  fresh: [0, ROWS_TO_SPARE],
  forward: [ROWS_BEHIND, ROWS_AHEAD],
  backward: [ROWS_AHEAD, ROWS_BEHIND],
  jump: [0, 1],
}
