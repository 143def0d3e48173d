import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOfEventNumber,
  endEventNumber,
  firstEventNumber,
  startOfDate,
} from '../../../src-main/index/event-number.ts'

const padded = (number: number, length: number) => String(number).padStart(length, '0')
const YEAR = fc.integer({ min: 1, max: 9999 }).map((year) => padded(year, 4))
const MONTH = fc.integer({ min: 1, max: 12 }).map((month) => padded(month, 2))
const DAY = fc.integer({ min: 1, max: 31 }).map((day) => padded(day, 2))
const ANY_DATE = fc.oneof(
  YEAR,
  fc.tuple(YEAR, MONTH).map((parts) => parts.join('-')),
  fc.tuple(YEAR, MONTH, DAY).map((parts) => parts.join('-')),
)

describe('firstEventNumber', () => {
  it('rises with the date, a part of a date before what lies within it', () => {
    const dates = [null, '0001', '1957', '1957-10', '1957-10-04', '1957-10-05', '1957-11', '1958']
    const numbers = dates.map(firstEventNumber)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(new Set(numbers).size).toBe(dates.length)
  })

  it('stays a safe integer for every year', () => {
    expect(Number.isSafeInteger(endEventNumber('9999-12-31'))).toBe(true)
  })
})

describe('endEventNumber', () => {
  it('leaves room for a million events of one date', () => {
    expect(endEventNumber('1957-10-04') - firstEventNumber('1957-10-04')).toBe(2 ** 20)
  })
})

describe('dateOfEventNumber', () => {
  it('is the reverse of firstEventNumber, wherever in its room a number lies', () => {
    fc.assert(
      fc.property(ANY_DATE, fc.integer({ min: 0, max: 2 ** 20 - 1 }), (date, sequence) => {
        const number = firstEventNumber(date) + sequence
        expect(dateOfEventNumber(number)).toBe(date)
        expect(startOfDate(number)).toBe(firstEventNumber(date))
      }),
    )
  })

  it('knows the undated', () => {
    expect(dateOfEventNumber(7)).toBeNull()
  })
})
