import type { DateTest } from '#shared/search-query/query-tree.ts'
import { endEventNumber, firstEventNumber } from '../event-number.ts'

/** Row ids from `first` up to, but without, `end`. */
export interface NumberRange {
  first: number
  end: number
}

/** Row ids of events without a date; no dated event is among them. */
export const UNDATED: NumberRange = { first: 0, end: endEventNumber(null) }

const END_OF_TIME = Number.MAX_SAFE_INTEGER

/** The row ids of all events within a date; a partial date is all its days. */
export function rangeOfDate(date: string): NumberRange {
  const [year = 0, month, day] = date.split('-').map(Number)
  const first = firstEventNumber(date)
  if (day !== undefined) return { first, end: endEventNumber(date) }
  const next = month === undefined ? `${year + 1}` : `${year}-${month + 1}`
  return { first, end: firstEventNumber(next) }
}

/** The row ids a date test lets through. Events without a date pass none but `undated`. */
export function rangeOfTest(test: DateTest): NumberRange {
  switch (test.kind) {
    case 'undated':
      return UNDATED
    case 'before':
      return { first: UNDATED.end, end: rangeOfDate(test.date).first }
    case 'after':
      return { first: rangeOfDate(test.date).end, end: END_OF_TIME }
    case 'within':
      return {
        first: test.first === null ? UNDATED.end : rangeOfDate(test.first).first,
        end: test.last === null ? END_OF_TIME : rangeOfDate(test.last).end,
      }
  }
}
