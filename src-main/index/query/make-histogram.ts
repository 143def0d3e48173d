import type { Histogram, HistogramBar } from '#shared/search.ts'
import { dateOfEventNumber } from '../event-number.ts'
import { type Bitmap, countOrdinals, findNext, findPrevious } from './bitmap.ts'
import { rangeOfDate } from './date-range.ts'
import { chooseUnits, listUnits, unitOf } from './histogram-units.ts'
import type { Ordinals } from './ordinals.ts'

/** Over a longer time, years without events get no bar. */
const MAX_YEARS = 400

/**
 * Count events over time: by day, month or year as {@link chooseUnits} says, by a larger unit if none
 * of them has a date as precise as that.
 */
export function makeHistogram(events: Bitmap, ordinals: Ordinals): Histogram {
  const { undated } = ordinals
  const undatedCount = countOrdinals(events, 0, undated)
  const first = dateAt(ordinals, findNext(events, undated))
  const last = dateAt(ordinals, findPrevious(events, ordinals.size))
  if (first === null || last === null) {
    return { unit: 'year', bars: [], imprecise: 0, undated: undatedCount }
  }
  const dated = countOrdinals(events, undated)
  for (const unit of chooseUnits(first, last)) {
    const isLong = yearOf(last) - yearOf(first) > MAX_YEARS
    const dates = isLong ? listYearsWithEvents(events, ordinals) : listUnits(unit, first, last)
    const bars = trimBars(countBars(events, ordinals, dates))
    const precise = bars.reduce((sum, { count }) => sum + count, 0)
    if (precise > 0) return { unit, bars, imprecise: dated - precise, undated: undatedCount }
  }
  throw new Error('Every date tells its year.')
}

/** @param ordinal - -1 for none. */
function dateAt(ordinals: Ordinals, ordinal: number): string | null {
  return ordinal < 0 ? null : dateOfEventNumber(ordinals.idOf(ordinal))
}

function yearOf(date: string): number {
  return Number(unitOf('year', date))
}

function listYearsWithEvents(events: Bitmap, ordinals: Ordinals): string[] {
  const years: string[] = []
  let next = findNext(events, ordinals.undated)
  for (let date = dateAt(ordinals, next); date !== null; date = dateAt(ordinals, next)) {
    const year = unitOf('year', date)
    years.push(year)
    next = findNext(events, ordinals.findPlace(rangeOfDate(year).end, next))
  }
  return years
}

/** @param dates - In order. */
function countBars(events: Bitmap, ordinals: Ordinals, dates: string[]): HistogramBar[] {
  let place = 0
  return dates.map((date) => {
    const { first, end } = rangeOfDate(date)
    const start = ordinals.findPlace(first, place)
    place = ordinals.findPlace(end, start)
    return { date, count: countOrdinals(events, start, place) }
  })
}

/** Without the empty bars before the first and after the last event. */
function trimBars(bars: HistogramBar[]): HistogramBar[] {
  const hasEvents = ({ count }: HistogramBar) => count > 0
  return bars.slice(Math.max(0, bars.findIndex(hasEvents)), bars.findLastIndex(hasEvents) + 1)
}
