import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setDateRange } from '#shared/search-query/set-date-range.ts'
import { anyQuery, showConditions } from './any-query.ts'

describe('setDateRange', () => {
  it.each([
    ['', '2008-06', '2008-09', 'date:2008-06..2008-09'],
    ['fuel', '2008-06', '2008-06', 'fuel date:2008-06'],
    ['a date:2008 b', '2008-06-01', '2008-06-30', 'a date:2008-06-01..2008-06-30 b'],
    ['after:2007 a before:2009', '2008', '2008', 'date:2008 a'],
    ['date:none', '2008', '2009', 'date:2008..2009'],
    ['-date:2008 a', '2009', '2009', '-date:2008 a date:2009'],
    ['date:2008 OR a', '2009', '2009', '(date:2008 OR a) date:2009'],
    ['(a date:2008)', '2009', '2009', '(a date:2009)'],
    ['sort:date', '2009', '2009', 'sort:date date:2009'],
  ])('turns %j from %s to %s into %j', (query, first, last, dated) => {
    expect(setDateRange(query, first, last)).toBe(dated)
  })

  it('makes the range the only date of any query, and leaves its other conditions', () => {
    // The sample dates of `anyQuery` are the only conditions that look so.
    const isDate = (condition: string) => /^(?:within|before|after) |^undated$/u.test(condition)
    fc.assert(
      fc.property(anyQuery, (query) => {
        const dated = setDateRange(query, '2008-06', '2008-09')
        const conditions = showConditions(dated)
        expect(conditions.filter(isDate)).toEqual(['within 2008-06 2008-09'])
        expect(conditions.filter((condition) => !isDate(condition))).toEqual(
          showConditions(query).filter((condition) => !isDate(condition)),
        )
        expect(setDateRange(dated, '2008-06', '2008-09')).toBe(dated)
      }),
    )
  })
})
