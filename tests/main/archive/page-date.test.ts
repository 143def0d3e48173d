import { describe, expect, it } from 'vitest'
import { isFullDate, parseWrittenDate, readPathDate } from '../../../src-main/archive/page-date.ts'

describe('parseWrittenDate', () => {
  it.each([
    ['2008-06-6', '2008-06-06'],
    ['2008/6/16', '2008-06-16'],
    ['2008年6月6日', '2008-06-06'],
    ['2008-06-06T10:00:00Z', '2008-06-06'],
    ['2008-06', '2008-06'],
    ['2008', '2008'],
    ['2008-02-29', '2008-02-29'],
  ])('reads %s', (text, date) => {
    expect(parseWrittenDate(text)).toBe(date)
  })

  it.each(['', 'June 6', '2008-13-01', '2007-02-29', '2008-06-31', '20080606', '2008-06-066'])(
    'reads no date in “%s”',
    (text) => {
      expect(parseWrittenDate(text)).toBeNull()
    },
  )
})

describe('readPathDate', () => {
  it.each([
    ['news/2008/06/6/x.md', '2008-06-06'],
    ['06/6/x.md', null],
    ['2008/06/06/post/index.md', '2008-06-06'],
    ['2008-06-06-headline.md', '2008-06-06'],
    ['notes/2008-06/x.md', '2008-06'],
    ['2008/06/x.md', '2008-06'],
    ['2008/x.md', '2008'],
    ['2008/2009-01-02-x.md', '2009-01-02'],
    ['2008/06/31/x.md', '2008-06'],
    ['2008/06/6.md', '2008-06'],
    ['1500-metres.md', null],
    ['room/2500/x.md', '2500'],
    ['x.md', null],
  ])('reads the date of %s', (path, date) => {
    expect(readPathDate(path)).toBe(date)
  })
})

describe('isFullDate', () => {
  it('tells a day from a month, a year and none', () => {
    expect([
      isFullDate('2008-06-06'),
      isFullDate('2008-06'),
      isFullDate('2008'),
      isFullDate(null),
    ]).toEqual([true, false, false, false])
  })
})
