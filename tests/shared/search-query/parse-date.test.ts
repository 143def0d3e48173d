import { describe, expect, it } from 'vitest'
import { parseDateRange, parsePartialDate } from '#shared/search-query/parse-date.ts'

describe('parsePartialDate', () => {
  it.each([
    ['2008', '2008'],
    ['2008-6', '2008-06'],
    ['2008/06/6', '2008-06-06'],
    [' 2008.12.31 ', '2008-12-31'],
    ['2000-02-29', '2000-02-29'],
    ['0001-01-01', '0001-01-01'],
  ])('reads %j as %s', (text, date) => {
    expect(parsePartialDate(text)).toBe(date)
  })

  it.each([
    '',
    '08',
    '20080606',
    '0000',
    '2008-00',
    '2008-13',
    '2008-06-00',
    '2008-06-31',
    '1900-02-29',
    '2008-06-06x',
  ])('refuses %j', (text) => {
    expect(parsePartialDate(text)).toBeNull()
  })
})

describe('parseDateRange', () => {
  it.each([
    ['2008', { kind: 'within', first: '2008', last: '2008' }],
    ['2008-6..2009', { kind: 'within', first: '2008-06', last: '2009' }],
    ['2009...2008', { kind: 'within', first: '2008', last: '2009' }],
    ['2008-06..2008', { kind: 'within', first: '2008-06', last: '2008' }],
    ['2008..', { kind: 'within', first: '2008', last: null }],
    ['..2008', { kind: 'within', first: null, last: '2008' }],
    ['NONE', { kind: 'undated' }],
  ])('reads %j', (text, test) => {
    expect(parseDateRange(text)).toEqual(test)
  })

  it.each(['', '..', '2008..x', 'x..2008', '2007..2008..2009', 'soon'])('refuses %j', (text) => {
    expect(parseDateRange(text)).toBeNull()
  })
})
