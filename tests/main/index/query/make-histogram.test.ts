import { describe, expect, it } from 'vitest'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

function histogramOf(dates: (string | null)[], query = '') {
  const events = dates.map((date, at): TestEvent => ({ key: `e${at}`, date, title: `word${at}` }))
  return useIndex(events).query.shapeAnswer({ query, limit: 1 }).histogram
}

const datesOf = ({ bars }: { bars: { date: string }[] }) => bars.map(({ date }) => date)

describe('makeHistogram', () => {
  it.each([
    ['day', '2008-06-06', '2008-10-06', 123],
    ['month', '2008-06-06', '2008-10-08', 5],
    ['month', '1994-01-31', '2009-01-31', 181],
    ['year', '1994-01-31', '2009-02-01', 16],
    ['year', '1650-01-01', '2050-01-01', 401],
  ])('counts by %s from %s to %s', (unit, first, last, bars) => {
    const histogram = histogramOf([first, last])
    expect(histogram.unit).toBe(unit)
    expect(histogram.bars).toHaveLength(bars)
    expect(histogram.bars.at(0)).toMatchObject({ count: 1 })
    expect(histogram.bars.at(-1)).toMatchObject({ count: 1 })
  })

  it('gives every day a bar, also over the ends of months and leap days', () => {
    const histogram = histogramOf(['2008-02-27', '2008-03-02', '2008-03-02'])
    expect(histogram.bars).toEqual([
      { date: '2008-02-27', count: 1 },
      { date: '2008-02-28', count: 0 },
      { date: '2008-02-29', count: 0 },
      { date: '2008-03-01', count: 0 },
      { date: '2008-03-02', count: 2 },
    ])
  })

  it('tells what no bar can hold', () => {
    const dates = ['2008', '2008-06', '2008-06-06', '2008-07-01', null, null]
    const histogram = histogramOf(dates)
    expect(histogram).toMatchObject({ unit: 'month', imprecise: 1, undated: 2 })
    expect(histogram.bars).toEqual([
      { date: '2008-06', count: 2 },
      { date: '2008-07', count: 1 },
    ])
  })

  it('takes a unit that some of the dates are precise enough for', () => {
    const histogram = histogramOf(['2008', '2008', '2009'])
    expect(histogram).toEqual({
      unit: 'year',
      bars: [
        { date: '2008', count: 2 },
        { date: '2009', count: 1 },
      ],
      imprecise: 0,
      undated: 0,
    })
  })

  it('leaves out years without events over more than four hundred years', () => {
    const histogram = histogramOf(['0001-01-01', '1066-10-14', '2008-06-06', '9999-12-31'])
    expect(histogram.unit).toBe('year')
    expect(datesOf(histogram)).toEqual(['0001', '1066', '2008', '9999'])
  })

  it('counts what a query finds alone', () => {
    const dates = ['1900-01-01', '2008-06-06', '2008-06-08', '2020-01-01']
    expect(histogramOf(dates, 'date:2008')).toMatchObject({
      unit: 'day',
      bars: [{ count: 1 }, { count: 0 }, { count: 1 }],
    })
  })

  it.each([
    ['no events', [], 0],
    ['undated events', [null, null], 2],
  ])('has no bars for %s', (_what, dates, undated) => {
    expect(histogramOf(dates)).toEqual({ unit: 'year', bars: [], imprecise: 0, undated })
  })
})
