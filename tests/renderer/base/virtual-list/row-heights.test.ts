import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowHeights } from '../../../../src-renderer/components/base/virtual-list/row-heights.ts'

const ESTIMATE = 80

/** What the heights of all rows add up to, row by row. */
function startsOf(heights: number[]): number[] {
  let sum = 0
  return [0, ...heights.map((height) => (sum += height))]
}

describe('RowHeights', () => {
  it('adds up as the rows themselves do', () => {
    const measures = fc.array(fc.tuple(fc.nat(49), fc.integer({ min: 1, max: 500 })))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), measures, fc.nat(30_000), (count, all, at) => {
        const rows = new RowHeights(count, ESTIMATE)
        const plain = Array.from({ length: count }, () => ESTIMATE)
        for (const [index, height] of all) {
          if (index >= count) continue
          expect(rows.measure(index, height)).toBe(plain[index] !== height)
          plain[index] = height
        }
        const starts = startsOf(plain)
        expect(starts.map((_, index) => rows.startOf(index))).toEqual(starts)
        expect(rows.total).toBe(starts.at(-1))
        const standing = starts.slice(0, -1).findLastIndex((start) => start <= at)
        expect(rows.indexAt(at)).toBe(standing)
      }),
    )
  })

  it('knows what was measured', () => {
    const rows = new RowHeights(3, ESTIMATE)
    expect(rows.measure(1, ESTIMATE)).toBe(false)
    expect([0, 1, 2].map((index) => rows.isMeasured(index))).toEqual([false, true, false])
    expect(rows.heightOf(1)).toBe(ESTIMATE)
  })

  it('takes a list without rows', () => {
    const rows = new RowHeights(0, ESTIMATE)
    expect(rows.total).toBe(0)
    expect(rows.indexAt(100)).toBe(0)
  })

  it('holds a million rows', () => {
    const rows = new RowHeights(1_000_000, ESTIMATE)
    rows.measure(0, 100)
    rows.measure(999_999, 100)
    expect(rows.total).toBe(80_000_040)
    expect(rows.indexAt(79_999_939)).toBe(999_998)
    expect(rows.indexAt(79_999_940)).toBe(999_999)
  })
})
