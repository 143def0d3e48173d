import type { HighlightColour } from '#shared/notebook.ts'
import type { TextSpan } from './map-part.ts'

/** A mark as it is painted. */
export interface PaintedMark extends TextSpan {
  /** Of its annotation. */
  id: string
  /** `null` for words that are noted, not highlighted. */
  colour: HighlightColour | null
  /** Whether its place waits for the researcher's yes. */
  isUnsure: boolean
}

/** A stretch of the text that the same marks cover. */
export interface MarkSegment extends TextSpan {
  /** Outermost first: those that begin earlier, of them the longer ones. */
  marks: PaintedMark[]
}

/** Marks in the order of the text: by beginning, of the same beginning the longer one first. */
export function orderMarks<Mark extends TextSpan>(marks: readonly Mark[]): Mark[] {
  return marks.toSorted(
    (one, other) => one.startUtf16 - other.startUtf16 || other.endUtf16 - one.endUtf16,
  )
}

/**
 * Cut marks that overlap into stretches that do not: highlights of the page do not mix their
 * backgrounds, so what several cover has to be known.
 */
export function splitMarks(marks: readonly PaintedMark[]): MarkSegment[] {
  const ordered = orderMarks(marks)
  const edges = new Set(ordered.flatMap(({ startUtf16, endUtf16 }) => [startUtf16, endUtf16]))
  const cuts = [...edges].sort((one, other) => one - other)
  const segments: MarkSegment[] = []
  let covering: PaintedMark[] = []
  let next = 0
  for (const [index, startUtf16] of cuts.entries()) {
    covering = covering.filter((mark) => mark.endUtf16 > startUtf16)
    for (let mark = ordered[next]; mark?.startUtf16 === startUtf16; mark = ordered[next]) {
      if (mark.endUtf16 > startUtf16) covering.push(mark)
      next += 1
    }
    const endUtf16 = cuts[index + 1]
    if (endUtf16 !== undefined && covering.length > 0) {
      segments.push({ startUtf16, endUtf16, marks: [...covering] })
    }
  }
  return segments
}

/** Give marks that overlap lines below one another: the lane of each, by id, from 0. */
export function assignLanes(marks: readonly PaintedMark[]): Map<string, number> {
  const lanes = new Map<string, number>()
  const freeFrom: number[] = []
  for (const mark of orderMarks(marks)) {
    const free = freeFrom.findIndex((end) => end <= mark.startUtf16)
    const lane = free === -1 ? freeFrom.length : free
    freeFrom[lane] = mark.endUtf16
    lanes.set(mark.id, lane)
  }
  return lanes
}
