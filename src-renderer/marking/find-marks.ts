import type { TextSpan } from './map-part.ts'
import { lowerBound } from './search-sorted.ts'
import { orderMarks } from './split-marks.ts'

/**
 * An index of marks by place.
 *
 * @returns a function that finds those that cover a character, innermost first.
 */
export function indexMarks<Mark extends TextSpan>(
  marks: readonly Mark[],
): (offsetUtf16: number) => Mark[] {
  const ordered = orderMarks(marks)
  const starts = ordered.map(({ startUtf16 }) => startUtf16)
  /** The last end of each mark and all before it: where it is passed, none further left covers. */
  const reached: number[] = []
  for (const { endUtf16 } of ordered) reached.push(Math.max(endUtf16, reached.at(-1) ?? 0))

  return (offsetUtf16) => {
    const found: Mark[] = []
    for (let place = lowerBound(starts, offsetUtf16 + 1) - 1; place >= 0; place -= 1) {
      if ((reached[place] ?? 0) <= offsetUtf16) break
      const mark = ordered[place]
      if (mark && mark.endUtf16 > offsetUtf16) found.push(mark)
    }
    return found
  }
}
