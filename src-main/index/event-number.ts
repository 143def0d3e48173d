import type { EventDate } from '#shared/event.ts'

/** Room for events of one date; more than a million of one date spill into no other date's room. */
const EVENTS_PER_DAY = 2 ** 20
const DAYS_PER_MONTH = 32
const MONTHS_PER_YEAR = 13

/**
 * The first row id of the events of a date. Row ids rise with the date; a year alone comes before
 * its months and a month alone before its days; undated events come first of all.
 *
 * @returns a multiple of 2^20, below 2^53 for years up to 9999.
 */
export function firstEventNumber(date: EventDate): number {
  if (date === null) return 0
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return ((year * MONTHS_PER_YEAR + month) * DAYS_PER_MONTH + day) * EVENTS_PER_DAY
}

/** The row id after the last event of a date that is exactly `date`. */
export function endEventNumber(date: EventDate): number {
  return firstEventNumber(date) + EVENTS_PER_DAY
}

/** The first row id of the date that a row id belongs to: see {@link firstEventNumber}. */
export function startOfDate(eventNumber: number): number {
  return eventNumber - (eventNumber % EVENTS_PER_DAY)
}

/** The date that a row id stands for: the reverse of {@link firstEventNumber}. */
export function dateOfEventNumber(eventNumber: number): EventDate {
  const days = Math.floor(eventNumber / EVENTS_PER_DAY)
  const months = Math.floor(days / DAYS_PER_MONTH)
  const parts = [
    Math.floor(months / MONTHS_PER_YEAR),
    months % MONTHS_PER_YEAR,
    days % DAYS_PER_MONTH,
  ]
  if (parts[0] === 0) return null
  const known = parts.filter((part) => part > 0)
  return known.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-')
}
