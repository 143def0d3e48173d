import { describe, expect, it } from 'vitest'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

const dated = (date: string | null, number = 1): TestEvent[] =>
  Array.from({ length: number }, (_, at) => ({
    key: `${date ?? 'undated'}/${at}`,
    date,
    title: 'x',
  }))

describe('listYears', () => {
  it('counts years and months, newest first, what is not told last', () => {
    const { query } = useIndex([
      ...dated('2008-06-06', 2),
      ...dated('2008-06', 1),
      ...dated('2008', 3),
      ...dated('2008-12-31', 1),
      ...dated('1999-01-01', 1),
      ...dated(null, 2),
    ])
    expect(query.listYears()).toEqual([
      {
        year: 2008,
        count: 7,
        months: [
          { month: 12, count: 1 },
          { month: 6, count: 3 },
          { month: null, count: 3 },
        ],
      },
      { year: 1999, count: 1, months: [{ month: 1, count: 1 }] },
      { year: null, count: 2, months: [] },
    ])
  })

  it('is empty for an empty index', () => {
    expect(useIndex([]).query.listYears()).toEqual([])
  })

  it('sees events that are added later', () => {
    const { query, file } = useIndex(dated('2008'))
    query.listYears()
    file.add(dated('2009'))
    expect(query.listYears().map(({ year }) => year)).toEqual([2009, 2008])
  })
})

describe('listDays', () => {
  it('counts the days of a month alone', () => {
    const { query } = useIndex([
      ...dated('2008-06-06', 2),
      ...dated('2008-06-30', 1),
      ...dated('2008-06', 1),
      ...dated('2008-07-01', 1),
      ...dated('2008', 1),
    ])
    expect(query.listDays(2008, 6)).toEqual([
      { day: 30, count: 1 },
      { day: 6, count: 2 },
      { day: null, count: 1 },
    ])
    expect(query.listDays(2008, 12)).toEqual([])
  })
})
