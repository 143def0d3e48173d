import type { RowHeights } from './row-heights.ts'

/** Where a row is to stand; `auto` leaves the list as it is where the whole row is seen. */
export type Align = 'auto' | 'start' | 'center' | 'end'

/** @returns the offset at which a list of this height, in pixels, shows a row so. */
export function alignRow(
  heights: RowHeights,
  index: number,
  align: Align,
  { top, view }: { top: number; view: number },
): number {
  const start = heights.startOf(index)
  const end = start + heights.heightOf(index)
  if (align === 'auto') {
    if (start < top) return start
    return end > top + view ? end - view : top
  }
  const share = { start: 0, center: 0.5, end: 1 }[align]
  return start - share * (view - (end - start))
}
