import { describe, expect, it } from 'vitest'
import { drawBars } from '../../../src-renderer/components/search/draw-bars.ts'

const SIZE = { width: 40, height: 30 }
const BARS = [10, 0, 5, 1].map((count, place) => ({ date: `200${place}`, count }))

/** What stands in the path for each bar: height and width in pixels. */
function measure(path: string) {
  return [...path.matchAll(/v-([\d.]+)h([\d.]+)/g)].map(([, height, width]) => ({
    height: Number(height),
    width: Number(width),
  }))
}

describe('drawBars', () => {
  it('draws heights true to the counts, and nothing where there is nothing', () => {
    const path = drawBars(BARS, { first: 0, last: 3 }, SIZE)
    expect(measure(path).map(({ height }) => height)).toEqual([30, 15, 3])
  })

  it('draws a single event among many so that it can be seen', () => {
    const bars = [
      { date: '2000', count: 100_000 },
      { date: '2001', count: 1 },
    ]
    expect(measure(drawBars(bars, { first: 1, last: 1 }, SIZE))).toEqual([{ height: 1, width: 16 }])
  })

  it('draws a part of the bars where they stand in the whole', () => {
    const whole = drawBars(BARS, { first: 0, last: 3 }, SIZE)
    expect(whole).toContain(drawBars(BARS, { first: 2, last: 3 }, SIZE))
  })
})
