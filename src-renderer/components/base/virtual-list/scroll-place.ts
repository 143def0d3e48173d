/** Chromium makes no element higher than 33 million pixels; half of it is exact to the pixel. */
export const MAX_BAR_HEIGHT = 15_000_000

/** So near an end, the bar moves pixel by pixel with the rows, so that a wheel never runs into it. */
const EXACT_END = 100_000

/** How much there is to scroll, in pixels. */
export interface ScrollExtent {
  /** Height of all rows together. */
  rows: number
  /** Height of what is seen at once. */
  view: number
}

/**
 * Where a list stands, in pixels: `top` among its rows, `bar` by its scroll bar. They are the same
 * unless the rows are higher than any element may be, or rows above turned out otherwise high than
 * was estimated.
 */
export interface ScrollPlace {
  top: number
  bar: number
}

/** How high the element is that the bar scrolls. */
export function barHeight(rows: number): number {
  return Math.min(rows, MAX_BAR_HEIGHT)
}

/** Keep a place among the rows within its bounds. */
export function clampTop(top: number, { rows, view }: ScrollExtent): number {
  return Math.max(0, Math.min(top, rows - view))
}

/** Where the bar belongs for a place among the rows. */
export function barOf(top: number, { rows, view }: ScrollExtent): number {
  return project(top, rows - view, barHeight(rows) - view)
}

/**
 * The bar was scrolled. Rows are walked pixel by pixel, unless the way is so long that the bar must
 * have been dragged: then they follow to its share of the whole.
 */
export function followBar(place: ScrollPlace, bar: number, extent: ScrollExtent): ScrollPlace {
  const { rows, view } = extent
  const moved = bar - place.bar
  // The least way of a bar that is dragged by a pixel, halved for finer screens.
  const isDragged = Math.abs(moved) > Math.max(view, barHeight(rows) / view / 2)
  const top = isDragged ? project(bar, barHeight(rows) - view, rows - view) : place.top + moved
  return { top: clampTop(top, extent), bar }
}

/** Whether the bar is at an end where the rows are not, so that it could lead no further. */
export function isStuck({ top, bar }: ScrollPlace, { rows, view }: ScrollExtent): boolean {
  const isShortOfEnd = bar >= barHeight(rows) - view - 1 && top < rows - view - 1
  return (bar <= 0 && top > 0) || isShortOfEnd
}

/** A place on one way as a place on another: the same near both ends, in proportion between. */
function project(at: number, way: number, otherWay: number): number {
  if (way === otherWay || at <= EXACT_END) return at
  if (at >= way - EXACT_END) return otherWay - (way - at)
  const share = (at - EXACT_END) / (way - 2 * EXACT_END)
  return EXACT_END + share * (otherWay - 2 * EXACT_END)
}
