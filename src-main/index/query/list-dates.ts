import type { DayCount, MonthCount, YearCount } from '#shared/browse.ts'
import { firstEventNumber } from '../event-number.ts'
import { UNDATED, rangeOfDate } from './date-range.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

const MONTHS_PER_YEAR = 13
const NUMBERS_PER_MONTH = firstEventNumber('0001') / MONTHS_PER_YEAR
const NUMBERS_PER_DAY = UNDATED.end

interface CountRow {
  /** Year × 13 + month, or the day; 0 where the date does not tell. */
  number: number
  count: number
}

/** Years and their months, newest first; what the date does not tell comes last. */
export function listYears(index: IndexSnapshot): YearCount[] {
  return index.lists.getOrMake('years', () => readYears(index))
}

function readYears(index: IndexSnapshot): YearCount[] {
  const rows = index.all<CountRow>(
    'SELECT id / ? AS number, count(*) AS count FROM event GROUP BY 1 ORDER BY 1 DESC',
    NUMBERS_PER_MONTH,
  )
  const years = new Map<number | null, YearCount>()
  for (const { number, count } of rows) {
    const year = Math.floor(number / MONTHS_PER_YEAR) || null
    const known = years.get(year) ?? { year, count: 0, months: [] }
    const month: MonthCount = { month: number % MONTHS_PER_YEAR || null, count }
    known.count += count
    if (year !== null) known.months.push(month)
    years.set(year, known)
  }
  return [...years.values()]
}

/** Days of a month, newest first; events of the month without a day come last. */
export function listDays(index: IndexSnapshot, year: number, month: number): DayCount[] {
  const { first, end } = rangeOfDate(`${year}-${month}`)
  const rows = index.all<CountRow>(
    `SELECT (id - ?1) / ?3 AS number, count(*) AS count FROM event
     WHERE id >= ?1 AND id < ?2 GROUP BY 1 ORDER BY 1 DESC`,
    first,
    end,
    NUMBERS_PER_DAY,
  )
  return rows.map(({ number, count }) => ({ day: number || null, count }))
}
