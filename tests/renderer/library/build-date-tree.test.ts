import { describe, expect, it } from 'vitest'
import { buildDateTree } from '../../../src-renderer/components/library/build-date-tree.ts'

const YEARS = [
  {
    year: 2011,
    count: 8,
    months: [
      { month: 3, count: 6 },
      { month: null, count: 2 },
    ],
  },
  { year: null, count: 4, months: [] },
]

describe('buildDateTree', () => {
  it('gives years and months the date to ask for and their share of the largest', () => {
    const [year, undated] = buildDateTree(YEARS, new Map())
    expect(year).toMatchObject({ date: '2011', label: '2011', count: 8, share: 1 })
    expect(year?.children?.[0]).toMatchObject({ date: '2011-03', label: 'March', share: 1 })
    expect(undated).toMatchObject({ date: 'none', share: 0.5 })
    expect(undated).not.toHaveProperty('children')
  })

  it('shows what has a year alone, which can not be asked for', () => {
    const yearOnly = buildDateTree(YEARS, new Map())[0]?.children?.[1]
    expect(yearOnly).toMatchObject({ date: null, count: 2 })
  })

  it('holds the days of months that were looked into', () => {
    const days = new Map([['2011-03', [{ day: 4, count: 6 }]]])
    const month = buildDateTree(YEARS, days)[0]?.children?.[0]
    expect(month?.children).toEqual([
      { key: '2011-03-04', date: '2011-03-04', label: '4 Fri', count: 6, share: 1 },
    ])
  })

  it('can be opened before its days are known', () => {
    expect(buildDateTree(YEARS, new Map())[0]?.children?.[0]?.children).toEqual([])
  })
})
