import { describe, expect, it } from 'vitest'
import { MARK_NAMES, lineName } from '../../../src-renderer/marking/mark-names.ts'
import {
  type NamedRanges,
  emphasised,
  groundAndLines,
} from '../../../src-renderer/marking/paint-marks.ts'
import type { PaintedMark } from '../../../src-renderer/marking/split-marks.ts'

/** A page in which every place of the text is the same place of one text node. */
const page = {
  rangesOf: ({ startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number }) => [
    { startOffset: startUtf16, endOffset: endUtf16 } as StaticRangeInit,
  ],
}

function mark(
  id: string,
  start: number,
  end: number,
  rest: Partial<PaintedMark> = {},
): PaintedMark {
  return { id, startUtf16: start, endUtf16: end, colour: 'yellow', isUnsure: false, ...rest }
}

function spansOf(ranges: NamedRanges): Record<string, [number, number][]> {
  return Object.fromEntries(
    Array.from(ranges, ([name, found]) => [
      name,
      found.map(({ startOffset, endOffset }) => [startOffset, endOffset]),
    ]),
  )
}

describe('groundAndLines', () => {
  it('gives the ground of an overlap to the innermost mark, darker, and each mark its whole line', () => {
    const marks = [mark('outer', 0, 20), mark('inner', 5, 10, { colour: 'green' })]
    expect(spansOf(groundAndLines(page, marks))).toEqual({
      'annals-yellow': [
        [0, 5],
        [10, 20],
      ],
      'annals-green-deep': [[5, 10]],
      'annals-yellow-line-0': [[0, 20]],
      'annals-green-line-1': [[5, 10]],
    })
  })

  it('shows two marks of one colour on the same words by a darker ground and two lines', () => {
    const spans = spansOf(groundAndLines(page, [mark('a', 3, 9), mark('b', 3, 9)]))
    expect(spans).toEqual({
      'annals-yellow-deep': [[3, 9]],
      'annals-yellow-line-0': [[3, 9]],
      'annals-yellow-line-1': [[3, 9]],
    })
  })

  it('gives no ground to words that are not certain or have no colour', () => {
    const marks = [mark('a', 0, 4, { isUnsure: true }), mark('b', 6, 9, { colour: null })]
    expect(spansOf(groundAndLines(page, marks))).toEqual({
      'annals-unsure': [[0, 4]],
      'annals-plain-line-0': [[6, 9]],
    })
  })

  it('names only highlights that the style sheet knows', () => {
    const deep = Array.from({ length: 9 }, (_, index) => mark(`m${index}`, index, 40))
    for (const name of groundAndLines(page, deep).keys()) expect(MARK_NAMES).toContain(name)
    expect(MARK_NAMES).toContain(lineName(null, 17))
  })
})

describe('emphasised', () => {
  it('makes the marks at work stand out, and those pointed at unless they are', () => {
    const marks = [mark('a', 0, 4), mark('b', 2, 8), mark('c', 9, 12)]
    expect(spansOf(emphasised(page, marks, { active: ['a'], hovered: ['a', 'b'] }))).toEqual({
      'annals-active': [[0, 4]],
      'annals-hovered': [[2, 8]],
    })
  })
})
