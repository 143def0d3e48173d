import type { DayCount, YearCount } from '#shared/browse.ts'
import { formatMonthName, formatWeekday } from '../../composables/format.ts'
import { library } from '../../locales/en/library.ts'

/** A year, month or day with its number of events. */
export interface DateNode {
  /** Unique in the tree. */
  key: string
  /** What to ask for: `2008`, `2008-06`, `2008-06-06`, `none`; `null` where it can not be asked for. */
  date: string | null
  label: string
  count: number
  /** Of the largest among its kind, 0–1. */
  share: number
  /** Absent for what has no parts; empty where they are not loaded yet. */
  children?: DateNode[]
}

/**
 * Years, months and days as a tree.
 *
 * @param days - By month (`2008-06`), as far as they are loaded.
 */
export function buildDateTree(
  years: readonly YearCount[],
  days: ReadonlyMap<string, readonly DayCount[]>,
): DateNode[] {
  const largestYear = largest(years)
  const largestMonth = largest(years.flatMap(({ months }) => months))
  return years.map((year) => {
    const { count } = year
    const share = count / largestYear
    if (year.year === null) {
      return { key: 'none', date: 'none', label: library.dates.undated, count, share }
    }
    const key = String(year.year).padStart(4, '0')
    const children = year.months.map(({ month, count }): DateNode => {
      const share = count / largestMonth
      if (month === null) {
        return { key: `${key}-none`, date: null, label: library.dates.yearOnly, count, share }
      }
      const monthKey = `${key}-${pad(month)}`
      return {
        key: monthKey,
        date: monthKey,
        label: formatMonthName(month),
        count,
        share,
        children: buildDays(monthKey, days.get(monthKey) ?? []),
      }
    })
    return { key, date: key, label: key, count, share, children }
  })
}

function buildDays(monthKey: string, days: readonly DayCount[]): DateNode[] {
  const largestDay = largest(days)
  const [year = 0, month = 1] = monthKey.split('-').map(Number)
  return days.map(({ day, count }) => {
    const share = count / largestDay
    if (day === null) {
      return { key: `${monthKey}-none`, date: null, label: library.dates.monthOnly, count, share }
    }
    const date = `${monthKey}-${pad(day)}`
    return { key: date, date, label: `${day} ${formatWeekday(year, month, day)}`, count, share }
  })
}

function largest(counts: readonly { count: number }[]): number {
  return counts.reduce((most, { count }) => Math.max(most, count), 1)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
