import type { DayCount, MonthCount, YearCount } from '#shared/browse.ts'
import { dateOfEventNumber, endEventNumber } from '../event-number.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { rangeOfDate } from './date-range.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import type { Ordinals } from './ordinals.ts'

/** Years and their months, newest first; what the date does not tell comes last. */
export function listYears(index: IndexSnapshot): YearCount[] {
  return index.lists.getOrMake('years', () => countYears(readOrdinals(index)))
}

function countYears(ordinals: Ordinals): YearCount[] {
  const years = new Map<number | null, YearCount>()
  for (const [date, count] of countDates(ordinals, 0, ordinals.size, 'YYYY-MM'.length)) {
    const [year = null, month = null] = date?.split('-').map(Number) ?? []
    const known = years.get(year) ?? { year, count: 0, months: [] }
    const ofMonth: MonthCount = { month, count }
    known.count += count
    if (year !== null) known.months.push(ofMonth)
    years.set(year, known)
  }
  return [...years.values()]
}

/** Days of a month, newest first; events of the month without a day come last. */
export function listDays(index: IndexSnapshot, year: number, month: number): DayCount[] {
  const ordinals = readOrdinals(index)
  const { first, end } = rangeOfDate(`${year}-${month}`)
  const start = ordinals.findPlace(first)
  const dates = countDates(ordinals, start, ordinals.findPlace(end, start), 'YYYY-MM-DD'.length)
  return dates.map(([date, count]) => ({ day: Number(date?.split('-')[2]) || null, count }))
}

/**
 * Count the events from one ordinal up to, but without, another by date.
 *
 * @param length - How many characters of a date count.
 * @returns newest first.
 */
function countDates(
  ordinals: Ordinals,
  start: number,
  end: number,
  length: number,
): [date: string | null, count: number][] {
  const counts: [string | null, number][] = []
  for (let place = start; place < end;) {
    const date = dateOfEventNumber(ordinals.idOf(place))?.slice(0, length) ?? null
    const next = ordinals.findPlace(endOfCount(date, length), place)
    counts.push([date, next - place])
    place = next
  }
  return counts.reverse()
}

/** The row id after those that are counted with a date. */
function endOfCount(date: string | null, length: number): number {
  const isPrecise = date !== null && date.length === length
  return isPrecise ? rangeOfDate(date).end : endEventNumber(date)
}
