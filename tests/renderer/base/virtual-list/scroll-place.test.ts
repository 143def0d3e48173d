import { describe, expect, it } from 'vitest'
import {
  MAX_BAR_HEIGHT,
  type ScrollPlace,
  barHeight,
  barOf,
  clampTop,
  followBar,
  isStuck,
} from '../../../../src-renderer/components/base/virtual-list/scroll-place.ts'

const SHORT = { rows: 8_000_000, view: 600 }
const LONG = { rows: 80_000_000, view: 600 }
const LONG_END = MAX_BAR_HEIGHT - LONG.view

describe('barOf', () => {
  it('is the place among the rows while they fit into an element', () => {
    expect(barHeight(SHORT.rows)).toBe(SHORT.rows)
    expect(barOf(1234.5, SHORT)).toBe(1234.5)
  })

  it('is the share of the way where they do not', () => {
    expect(barHeight(LONG.rows)).toBe(MAX_BAR_HEIGHT)
    expect(barOf(0, LONG)).toBe(0)
    expect(barOf((LONG.rows - LONG.view) / 2, LONG)).toBeCloseTo(LONG_END / 2)
    expect(barOf(LONG.rows - LONG.view, LONG)).toBeCloseTo(LONG_END)
  })
})

describe('followBar', () => {
  it('walks short ways pixel by pixel, however long the list', () => {
    for (const extent of [SHORT, LONG]) {
      const place = { top: 400_000, bar: barOf(400_000, extent) }
      const bar = place.bar + 1000
      expect(followBar(place, bar, extent)).toEqual({ top: 401_000, bar })
    }
  })

  it('leads to the same share where the bar was dragged, and to both ends', () => {
    const place = { top: 0, bar: 0 }
    expect(followBar(place, LONG_END / 2, LONG).top).toBeCloseTo((LONG.rows - LONG.view) / 2)
    const end = followBar(place, LONG_END, LONG)
    expect(end.top).toBeCloseTo(LONG.rows - LONG.view)
    expect(followBar(end, 0, LONG).top).toBe(0)
    expect(followBar(place, 5000, SHORT).top).toBe(5000)
    expect(followBar(place, 50_000, LONG).top).toBe(50_000)
  })

  it('stays within the rows', () => {
    const end = { top: LONG.rows - LONG.view, bar: 100_000 }
    expect(followBar(end, 100_500, LONG).top).toBe(end.top)
    expect(followBar({ top: 50, bar: 100 }, 0, LONG).top).toBe(0)
  })

  it('takes a list that needs no bar', () => {
    const extent = { rows: 300, view: 600 }
    expect(followBar({ top: 0, bar: 0 }, 0, extent)).toEqual({ top: 0, bar: 0 })
    expect(clampTop(50, extent)).toBe(0)
  })
})

describe('isStuck', () => {
  it('says where the bar has come to an end before the rows have', () => {
    expect(isStuck({ top: 4500, bar: 0 }, LONG)).toBe(true)
    expect(isStuck({ top: 0, bar: 0 }, LONG)).toBe(false)
    expect(isStuck({ top: LONG.rows - 5000, bar: LONG_END }, LONG)).toBe(true)
    expect(isStuck({ top: LONG.rows - LONG.view, bar: LONG_END }, LONG)).toBe(false)
    expect(isStuck({ top: 0, bar: 0 }, { rows: 300, view: 600 })).toBe(false)
  })

  it('lets a wheel reach every row from one end to the other', () => {
    let place: ScrollPlace = { top: 0, bar: 0 }
    /** As the browser scrolls, which knows nothing of rows; with a rest now and then, or none. */
    const wheel = (by: number, isAtRest: boolean) => {
      const before = place.top
      place = followBar(place, Math.max(0, Math.min(place.bar + by, LONG_END)), LONG)
      if (isAtRest || isStuck(place, LONG)) place = { ...place, bar: barOf(place.top, LONG) }
      return place.top - before
    }
    for (const from of [300_000, LONG.rows / 2]) {
      for (const by of [1000, -1000]) {
        place = { top: from, bar: barOf(from, LONG) }
        for (let turn = 0; turn < 290; turn += 1) expect(wheel(by, turn % 7 === 0)).toBeCloseTo(by)
      }
    }
    place = { top: 90_000, bar: 90_000 }
    for (let turn = 0; turn < 90; turn += 1) expect(wheel(-1000, false)).toBeCloseTo(-1000)
    expect(place).toEqual({ top: 0, bar: 0 })
    place = { top: LONG.rows - LONG.view - 90_000, bar: LONG_END - 90_000 }
    for (let turn = 0; turn < 90; turn += 1) expect(wheel(1000, false)).toBeCloseTo(1000)
    expect(place).toEqual({ top: LONG.rows - LONG.view, bar: LONG_END })
  })
})
