import type { Histogram } from '#shared/search.ts'

/** What a bar of a histogram stands for. */
export type HistogramUnit = Histogram['unit']

/** From the smallest on, with how many characters of a date say it. */
const UNIT_LENGTHS = { day: 10, month: 7, year: 4 } as const
const UNITS = ['day', 'month', 'year'] as const satisfies HistogramUnit[]

const DAYS_PER_MONTH = 31
const MONTHS_PER_YEAR = 12
const MAX_DAYS = 4 * DAYS_PER_MONTH
const MAX_MONTHS = 15 * MONTHS_PER_YEAR

/**
 * The unit for the time from one date to another, and the larger ones after it: days up to four
 * months, months up to fifteen years, else years. A partial date counts by its beginning.
 */
export function chooseUnits(first: string, last: string): HistogramUnit[] {
  const days = daysOf(last) - daysOf(first)
  if (days > MAX_MONTHS * DAYS_PER_MONTH) return ['year']
  return days > MAX_DAYS ? ['month', 'year'] : [...UNITS]
}

/** The day, month or year of a date; of a partial date, of its beginning. */
export function unitOf(unit: HistogramUnit, date: string): string {
  return `${date}-01-01`.slice(0, UNIT_LENGTHS[unit])
}

/** Every unit from that of one date to that of another, which is not before it. */
export function listUnits(unit: HistogramUnit, first: string, last: string): string[] {
  const end = unitOf(unit, last)
  const units: string[] = [unitOf(unit, first)]
  for (let at = unitOf(unit, first); at !== end;) units.push((at = nextUnit(unit, at)))
  return units
}

function nextUnit(unit: HistogramUnit, date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const next = new Date(0)
  next.setUTCFullYear(
    year + Number(unit === 'year'),
    month - 1 + Number(unit === 'month'),
    day + Number(unit === 'day'),
  )
  return next.toISOString().slice(0, UNIT_LENGTHS[unit])
}

function daysOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return (year * MONTHS_PER_YEAR + month) * DAYS_PER_MONTH + day
}
