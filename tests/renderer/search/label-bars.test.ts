import { describe, expect, it } from 'vitest'
import type { Histogram } from '../../../src-shared/search.ts'
import { labelBars } from '../../../src-renderer/components/search/label-bars.ts'

function texts(dates: string[], unit: Histogram['unit'], widthPx: number): string[] {
  const bars = dates.map((date) => ({ date, count: 1 }))
  return labelBars(bars, unit, widthPx)
    .sort((one, other) => one.index - other.index)
    .map(({ text }) => text)
}

function years(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, place) => String(first + place))
}

function months(first: number, last: number): string[] {
  return years(first, last).flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
  )
}

describe('labelBars', () => {
  it('names the first and the last year and round ones between', () => {
    expect(texts(years(1987, 2021), 'year', 380)).toEqual([
      '1987',
      '1995',
      '2000',
      '2005',
      '2010',
      '2015',
      '2021',
    ])
  })

  it('names the years where bars are months', () => {
    expect(texts(months(2008, 2012), 'month', 380)).toEqual([
      'Jan 2008',
      '2010',
      '2011',
      'Dec 2012',
    ])
  })

  it('names quarters and weeks where there is room for them', () => {
    expect(texts(months(2008, 2009), 'month', 380)).toEqual([
      'Jan 2008',
      'Jul',
      'Oct',
      '2009',
      'Apr',
      'Jul',
      'Dec 2009',
    ])
    const days = Array.from(
      { length: 30 },
      (_, day) => `2008-06-${String(day + 1).padStart(2, '0')}`,
    )
    expect(texts(days, 'day', 380)).toEqual(['Jun 1, 2008', '8', '15', '22', 'Jun 30, 2008'])
  })

  it('names no more than there is room for', () => {
    expect(texts(months(2008, 2012), 'month', 120)).toEqual(['Jan 2008', 'Dec 2012'])
    expect(texts(months(2008, 2012), 'month', 80)).toEqual(['Jan 2008'])
  })

  it('is empty where there is nothing to name, or no room at all', () => {
    expect(texts([], 'year', 380)).toEqual([])
    expect(texts(['2008'], 'year', 0)).toEqual([])
  })
})
