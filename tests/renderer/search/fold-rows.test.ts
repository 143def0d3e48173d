import { describe, expect, it } from 'vitest'
import { type RowPlace, stepRow } from '../../../src-renderer/components/search/fold-rows.ts'

/** Three rows, of which the middle one stands open with two events in it. */
function step(from: RowPlace, by: 1 | -1): RowPlace {
  return stepRow(from, by, 3, (index) => (index === 1 ? 2 : 0))
}

const ALL: RowPlace[] = [
  { index: 0, copy: -1 },
  { index: 1, copy: -1 },
  { index: 1, copy: 0 },
  { index: 1, copy: 1 },
  { index: 2, copy: -1 },
]

describe('stepRow', () => {
  it('walks down through the events of an open row', () => {
    expect(ALL.map((place) => step(place, 1))).toEqual([...ALL.slice(1), ALL[4]])
  })

  it('walks up the same way', () => {
    expect(ALL.map((place) => step(place, -1))).toEqual([ALL[0], ...ALL.slice(0, -1)])
  })
})
