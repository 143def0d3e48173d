import type { EventDate } from '#shared/event.ts'

const LOCALE = 'en'
const numbers = new Intl.NumberFormat(LOCALE)
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })

const DATE_STYLES = [
  new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric' }),
  new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric', month: 'long' }),
  new Intl.DateTimeFormat(LOCALE, {
    timeZone: 'UTC',
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }),
] as const
const SHORT_DATE_STYLES = [
  DATE_STYLES[0],
  new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric', month: 'short' }),
  new Intl.DateTimeFormat(LOCALE, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }),
] as const
const shortMonthNames = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', month: 'short' })
const monthNames = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', month: 'long' })
const weekdays = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', weekday: 'short' })

/** 12345 → “12,345”. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

/** `2008-06-06` → “Friday, June 6, 2008”; shorter dates shorter; `null` gives `undated`. */
export function formatDate(date: EventDate, undated: string): string {
  if (date === null) return undated
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const style = DATE_STYLES[date.split('-').length - 1] ?? DATE_STYLES[2]
  return style.format(utcDay(year, month, day))
}

/** `2008-06-06` → “Jun 6, 2008”, where there is little room. */
export function formatShortDate(date: EventDate, undated: string): string {
  if (date === null) return undated
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const style = SHORT_DATE_STYLES[date.split('-').length - 1] ?? SHORT_DATE_STYLES[2]
  return style.format(utcDay(year, month, day))
}

/** 6 → “June”. */
export function formatMonthName(month: number): string {
  return monthNames.format(utcDay(2001, month, 1))
}

/** 6 → “Jun”. */
export function formatShortMonthName(month: number): string {
  return shortMonthNames.format(utcDay(2001, month, 1))
}

/** 2008, 6, 6 → “Fri”. */
export function formatWeekday(year: number, month: number, day: number): string {
  return weekdays.format(utcDay(year, month, day))
}

/** How long ago a moment (ISO 8601) is: “yesterday”, “3 hours ago”. */
export function formatAgo(isoTime: string, nowMs = Date.now()): string {
  const seconds = Math.round((Date.parse(isoTime) - nowMs) / 1000)
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ]
  const step = steps.find(([, length]) => Math.abs(seconds) >= length)
  return step
    ? relative.format(Math.round(seconds / step[1]), step[0])
    : relative.format(0, 'minute')
}

function utcDay(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(2000, month - 1, day))
  // Date.UTC takes years below 100 for years of the twentieth century.
  date.setUTCFullYear(year, month - 1, day)
  return date
}
