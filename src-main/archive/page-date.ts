import type { EventDate } from '#shared/event.ts'

const WRITTEN_DATE =
  /^(\d{4})(?:\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})\s?日?|\s?月)?|\s?年)?(?![\d-])/u
const DATED_NAME = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/u
const YEAR_FOLDER = /^[12]\d{3}$/u
const SHORT_NUMBER = /^\d{1,2}$/u

/**
 * The date a text begins with: `2008-06-6`, `2008/6`, `2008年6月6日`, `2008-06-06T10:00:00Z`.
 *
 * @returns `null` where it begins with none that exists.
 */
export function parseWrittenDate(text: string): EventDate {
  const match = WRITTEN_DATE.exec(text.trimStart().slice(0, 32))
  return match && formatDate(match[1], match[2], match[3])
}

/**
 * The date an archive path carries: folders `2008/06/6/…`, or a name or folder that begins with
 * one (`2008-06-06-headline.md`). The most exact one wins, of those the innermost.
 */
export function readPathDate(path: string): EventDate {
  let best: EventDate = null
  const segments = path.split('/')
  segments.forEach((segment, index) => {
    const date = readSegmentDate(segments, segment, index)
    if (date !== null && date.length >= (best?.length ?? 0)) best = date
  })
  return best
}

function readSegmentDate(segments: string[], segment: string, index: number): EventDate {
  const first = segment.charCodeAt(0)
  if (first !== 0x31 && first !== 0x32) return null
  const named = DATED_NAME.exec(segment)
  if (named) return formatDate(named[1], named[2], named[3])
  const isFolder = index < segments.length - 1
  if (!isFolder || !YEAR_FOLDER.test(segment)) return null
  const [month, day] = segments
    .slice(index + 1, Math.min(index + 3, segments.length - 1))
    .map((part) => (SHORT_NUMBER.test(part) ? part : undefined))
  return (
    formatDate(segment, month, month && day) ??
    formatDate(segment, month, undefined) ??
    formatDate(segment, undefined, undefined)
  )
}

function formatDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): EventDate {
  if (year === undefined) return null
  if (month === undefined) return year
  const monthNumber = Number(month)
  if (monthNumber < 1 || monthNumber > 12) return null
  const paddedMonth = month.padStart(2, '0')
  if (day === undefined) return `${year}-${paddedMonth}`
  const dayNumber = Number(day)
  if (dayNumber < 1 || dayNumber > lastDayOf(Number(year), monthNumber)) return null
  return `${year}-${paddedMonth}-${day.padStart(2, '0')}`
}

function lastDayOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Whether a date names a day. */
export function isFullDate(date: EventDate): date is string {
  return date?.length === 10
}
