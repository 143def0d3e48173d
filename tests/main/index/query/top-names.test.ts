import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listTopNames } from '../../../../src-main/index/query/top-names.ts'

describe('listTopNames', () => {
  it('gives those with the highest counts, by count and then by name', () => {
    const anyCounts = fc.array(fc.nat(4), { maxLength: 30 })
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 1, max: 8 }), (counts, limit) => {
        const nameOf = (place: number) => `name ${(place * 7) % 31}`
        const expected = counts
          .map((count, place) => ({ place, name: nameOf(place), count }))
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
          .slice(0, limit)
        expect(listTopNames(Uint32Array.from(counts), nameOf, limit)).toEqual(expected)
      }),
    )
  })
})
