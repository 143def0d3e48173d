import { describe, expect, it } from 'vitest'
import {
  barAt,
  countRange,
  datesOf,
  rangeBetween,
} from '../../../src-renderer/components/search/bar-range.ts'

const BARS = [3, 0, 5, 7].map((count, place) => ({ date: `2008-0${place + 1}`, count }))

describe('barAt', () => {
  it('is the bar whose share of the width the place lies in', () => {
    expect([0, 99, 100, 399].map((x) => barAt(x, 400, 4))).toEqual([0, 0, 1, 3])
  })

  it('stays within the bars when drawing leaves them', () => {
    expect([-50, 400, 900].map((x) => barAt(x, 400, 4))).toEqual([0, 3, 3])
    expect(barAt(10, 0, 4)).toBe(0)
  })
})

describe('rangeBetween', () => {
  it('is the same whichever way it was drawn', () => {
    expect(rangeBetween(3, 1)).toEqual(rangeBetween(1, 3))
  })
})

describe('countRange', () => {
  it('counts the events of both ends and what lies between', () => {
    expect(countRange(BARS, { first: 0, last: 2 })).toBe(8)
  })
})

describe('datesOf', () => {
  it('names the dates of both ends', () => {
    expect(datesOf(BARS, { first: 1, last: 3 })).toEqual({ first: '2008-02', last: '2008-04' })
  })
})
