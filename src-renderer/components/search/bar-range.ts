import type { HistogramBar } from '#shared/search.ts'

/** Bars from one place to another, both included. */
export interface BarRange {
  first: number
  last: number
}

/** @returns the place of the bar at `x`; beyond an end, of the last one there. */
export function barAt(x: number, width: number, count: number): number {
  const place = width > 0 ? Math.floor((x / width) * count) : 0
  return Math.max(0, Math.min(place, count - 1))
}

/** The bars between two places, in whatever order they are. */
export function rangeBetween(one: number, other: number): BarRange {
  return { first: Math.min(one, other), last: Math.max(one, other) }
}

/** @returns the number of events in the bars of a range. */
export function countRange(bars: readonly HistogramBar[], { first, last }: BarRange): number {
  return bars.slice(first, last + 1).reduce((sum, { count }) => sum + count, 0)
}

/** The dates a range of bars begins and ends with, both included. */
export function datesOf(bars: readonly HistogramBar[], { first, last }: BarRange) {
  return { first: bars[first]?.date ?? '', last: bars[last]?.date ?? '' }
}
