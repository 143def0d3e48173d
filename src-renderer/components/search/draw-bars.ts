import type { HistogramBar } from '#shared/search.ts'
import type { BarRange } from './bar-range.ts'

const MAX_BAR_PX = 24
/** From this width on, bars stand apart. */
const MIN_APART_PX = 4

/**
 * The bars of a range as the path of an SVG; heights are true to the counts, but that any event can be
 * seen.
 *
 * @param size - Of the whole drawing, in pixels.
 */
export function drawBars(
  bars: readonly HistogramBar[],
  { first, last }: BarRange,
  size: { width: number; height: number },
): string {
  const slot = size.width / bars.length
  const gap = slot < MIN_APART_PX ? 0 : Math.max(1, slot / 5)
  const width = Math.min(slot - gap, MAX_BAR_PX)
  const most = bars.reduce((high, { count }) => Math.max(high, count), 1)
  return bars
    .slice(first, last + 1)
    .map(({ count }, place) => {
      if (count === 0) return ''
      const x = (first + place) * slot + (slot - width) / 2
      const height = Math.max(1, (count / most) * size.height)
      return `M${round(x)} ${size.height}v${round(-height)}h${round(width)}V${size.height}z`
    })
    .join('')
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
