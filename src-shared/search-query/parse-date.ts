import type { DateTest } from './query-tree.ts'

const PARTIAL_DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u

/**
 * @param text - `2008`, `2008-06`, `2008-6-6`, `2008/06/06`.
 * @returns the date padded, or `null` where it is no date of the calendar.
 */
export function parsePartialDate(text: string): string | null {
  const [, year, month, day] = PARTIAL_DATE.exec(text.trim()) ?? []
  if (year === undefined || year === '0000') return null
  if (month === undefined) return year
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return `${year}-${month.padStart(2, '0')}`
  if (Number(day) < 1 || Number(day) > daysOfMonth(Number(year), Number(month))) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function daysOfMonth(year: number, month: number): number {
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(year, month, 0)
  return lastDay.getUTCDate()
}

/**
 * @param text - A date, or two joined by `..` of which one may be missing; `none` for events without
 *   a date. Ends in the wrong order are swapped.
 * @returns `null` where it is none of these.
 */
export function parseDateRange(text: string): DateTest | null {
  if (text.trim().toLowerCase() === 'none') return { kind: 'undated' }
  const ends = text.split(/\.{2,}/u)
  if (ends.length > 2) return null
  const [first, last] = ends.map((end) => (end.trim() === '' ? '' : parsePartialDate(end)))
  if (first === undefined || first === null || last === null) return null
  if (last === undefined) return first === '' ? null : { kind: 'within', first, last: first }
  if (first === '' && last === '') return null
  if (first !== '' && last !== '' && last < first.slice(0, last.length)) {
    return { kind: 'within', first: last, last: first }
  }
  return { kind: 'within', first: first || null, last: last || null }
}
