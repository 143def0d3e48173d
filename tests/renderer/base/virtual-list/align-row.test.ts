import { describe, expect, it } from 'vitest'
import { alignRow } from '../../../../src-renderer/components/base/virtual-list/align-row.ts'
import { RowHeights } from '../../../../src-renderer/components/base/virtual-list/row-heights.ts'

const heights = new RowHeights(100, 80)
const seen = { top: 800, view: 400 }

describe('alignRow', () => {
  it('leaves the list where the whole row is seen, and else moves it no farther than needed', () => {
    expect(alignRow(heights, 12, 'auto', seen)).toBe(800)
    expect(alignRow(heights, 9, 'auto', seen)).toBe(720)
    expect(alignRow(heights, 15, 'auto', seen)).toBe(880)
  })

  it('puts the row where it is wanted', () => {
    expect(alignRow(heights, 12, 'start', seen)).toBe(960)
    expect(alignRow(heights, 12, 'end', seen)).toBe(640)
    expect(alignRow(heights, 12, 'center', seen)).toBe(800)
  })

  it('shows the beginning of a row that is higher than the list', () => {
    const tall = new RowHeights(3, 80)
    tall.measure(1, 1000)
    expect(alignRow(tall, 1, 'auto', { top: 200, view: 400 })).toBe(80)
  })
})
