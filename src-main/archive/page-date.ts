import type { EventDate } from '#shared/event.ts'

const WRITTEN_DATE =
  /^(\d{4})(?:\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})\s?日?|\s?月)?|\s?年)?(?![\d-])/u
const DATED_NAME = /^([12]\d{3})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/u
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
  const nameStart = path.lastIndexOf('/') + 1
  return pickNearer(readFolderDate(path.slice(0, nameStart)), readNamedDate(path.slice(nameStart)))
}

/** The pages of a folder are mostly asked for one after the other. */
let lastFolder: { path: string; date: EventDate } = { path: '', date: null }

/** @param folder - Empty, or ending with a slash. */
function readFolderDate(folder: string): EventDate {
  if (folder !== lastFolder.path) {
    const segments = folder.split('/').slice(0, -1)
    const dates = segments.map((_, index) => readSegmentDate(segments, index))
    lastFolder = { path: folder, date: dates.reduce(pickNearer, null) }
  }
  return lastFolder.date
}

function pickNearer(outer: EventDate, inner: EventDate): EventDate {
  return inner !== null && inner.length >= (outer?.length ?? 0) ? inner : outer
}

/** The date that a segment alone carries, or as a year with the months and days below it. */
function readSegmentDate(segments: readonly string[], index: number): EventDate {
  const [segment = '', ...below] = segments.slice(index, index + 3)
  const named = readNamedDate(segment)
  if (named !== null || !YEAR_FOLDER.test(segment)) return named
  const [month, day] = below.map((part) => (SHORT_NUMBER.test(part) ? part : undefined))
  return (
    formatDate(segment, month, month && day) ??
    formatDate(segment, month, undefined) ??
    formatDate(segment, undefined, undefined)
  )
}

function readNamedDate(segment: string): EventDate {
  const named = DATED_NAME.exec(segment)
  return named && formatDate(named[1], named[2], named[3])
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
