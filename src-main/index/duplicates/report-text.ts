import type { EventDate, EventId } from '#shared/event.ts'

/** An event as far as it tells whether another one reports the same. */
export interface ReportText {
  /** Its row id, by which stated wordings name it. */
  number: number
  /** Decides between wordings that are alike in all else. */
  id: EventId
  date: EventDate
  title: string
  /** Empty where there is none. */
  summary: string
  /** Numbers of its entities. */
  entities: Iterable<number>
  /** Web addresses of its sources. */
  sources: readonly string[]
}

/** What a page says of an earlier wording of its report. */
export interface StatedWording {
  /** Row id of the event whose page says so. */
  by: number
  /** Row id of the event that is the other wording. */
  of: number
  /** `YYYY-MM-DD HH:MM:SS` or `null`. */
  time: string | null
}

/** A report with its place among all. */
export interface PlacedReport {
  ordinal: number
  report: ReportText
}

const MS_PER_DAY = 86_400_000
const MONTHS_PER_YEAR = 13
const FAR_APART = 100
const FIRST_PARTIAL = 10_000_000

/**
 * Days since 1970 of a date with a day; dates with less have numbers far from all others, and no date
 * is `NaN`, which is near nothing.
 */
export function numberDay(date: EventDate): number {
  if (date === null) return NaN
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  if (day > 0) return Date.UTC(year, month - 1, day) / MS_PER_DAY
  return -(year * MONTHS_PER_YEAR + month) * FAR_APART - FIRST_PARTIAL
}
