import type { Histogram, HistogramBar } from '#shared/search.ts'
import { formatShortDate, formatShortMonthName } from '../../composables/format.ts'
import { common } from '../../locales/en/common.ts'

/** A word under the bars. */
export interface BarLabel {
  /** Place of its bar. */
  index: number
  text: string
  /** Which of its edges or its middle stands at the bar. */
  align: 'start' | 'center' | 'end'
}

const LETTER_PX = 6.5
const GAP_PX = 16
const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000]

/** The first and the last bar's dates, and between them as many round ones as stand apart. */
export function labelBars(
  bars: readonly HistogramBar[],
  unit: Histogram['unit'],
  widthPx: number,
): BarLabel[] {
  const [first] = bars
  const last = bars.at(-1)
  if (!first || !last || widthPx <= 0) return []
  const slot = widthPx / bars.length
  const taken: [start: number, end: number][] = []
  const labels: BarLabel[] = []

  function place(label: BarLabel) {
    const width = label.text.length * LETTER_PX
    const start = startOf(label, width, slot, widthPx)
    const end = start + width
    const isFree = taken.every(([from, to]) => end + GAP_PX <= from || start - GAP_PX >= to)
    if (!isFree || start < 0 || end > widthPx) return
    taken.push([start, end])
    labels.push(label)
  }

  place({ index: 0, text: format(first.date), align: 'start' })
  if (last !== first) place({ index: bars.length - 1, text: format(last.date), align: 'end' })
  for (const round of listRound(bars, unit, slot)) place({ ...round, align: 'center' })
  return labels
}

function startOf({ index, align }: BarLabel, width: number, slot: number, widthPx: number) {
  if (align === 'start') return 0
  return align === 'end' ? widthPx - width : (index + 0.5) * slot - width / 2
}

/** The roundest first. */
function listRound(bars: readonly HistogramBar[], unit: Histogram['unit'], slot: number) {
  const rounds = bars.map(({ date }, index) => ({ index, ...roundnessOf(date, unit, slot) }))
  return rounds.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
}

/** @returns how round a date is, 0 the roundest, or `null` where it is not, and its word. */
function roundnessOf(date: string, unit: Histogram['unit'], slot: number) {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  switch (unit) {
    case 'year': {
      const step = YEAR_STEPS.find((years) => hasRoom(years * slot, 4)) ?? 1000
      return { text: date, rank: year % step === 0 ? 0 : null }
    }
    case 'month': {
      if (month === 1) return { text: String(year), rank: 0 }
      const isQuarter = month % 3 === 1 && hasRoom(3 * slot, 3)
      return { text: formatShortMonthName(month), rank: isQuarter ? 1 : null }
    }
    case 'day': {
      if (day === 1) return { text: formatShortMonthName(month), rank: 0 }
      const isWeek = [8, 15, 22].includes(day) && hasRoom(7 * slot, 2)
      return { text: String(day), rank: isWeek ? 1 : null }
    }
  }
}

/** Whether words of so many letters may follow one another at this distance. */
function hasRoom(distancePx: number, letters: number): boolean {
  return distancePx >= letters * LETTER_PX + GAP_PX
}

function format(date: string): string {
  return formatShortDate(date, common.undated)
}
