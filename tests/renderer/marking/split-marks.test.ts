import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexMarks } from '../../../src-renderer/marking/find-marks.ts'
import {
  type PaintedMark,
  assignLanes,
  splitMarks,
} from '../../../src-renderer/marking/split-marks.ts'

function mark(id: string, startUtf16: number, endUtf16: number): PaintedMark {
  return { id, startUtf16, endUtf16, colour: 'yellow', isUnsure: false }
}

const anyMarks = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 25 })
  .map((spans) => spans.map(([start, length], index) => mark(`m${index}`, start, start + length)))

const covers = (offset: number) => (one: PaintedMark) =>
  one.startUtf16 <= offset && offset < one.endUtf16
const idsOf = (marks: readonly { id: string }[]) => marks.map(({ id }) => id).sort()

describe('splitMarks', () => {
  it('cuts nested marks into three stretches', () => {
    const segments = splitMarks([mark('inner', 4, 6), mark('outer', 0, 10)])
    expect(
      segments.map(({ startUtf16, endUtf16, marks }) => [
        startUtf16,
        endUtf16,
        marks.map(({ id }) => id),
      ]),
    ).toEqual([
      [0, 4, ['outer']],
      [4, 6, ['outer', 'inner']],
      [6, 10, ['outer']],
    ])
  })

  it('has for every character exactly the marks that cover it', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const segments = splitMarks(marks)
        for (let offset = 0; offset < 85; offset += 1) {
          const here = segments.filter(
            ({ startUtf16, endUtf16 }) => startUtf16 <= offset && offset < endUtf16,
          )
          expect(here.length).toBeLessThanOrEqual(1)
          expect(idsOf(here[0]?.marks ?? [])).toEqual(idsOf(marks.filter(covers(offset))))
        }
      }),
    )
  })
})

describe('assignLanes', () => {
  it('gives two marks that overlap different lanes', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const lanes = assignLanes(marks)
        for (const one of marks) {
          for (const other of marks) {
            const overlap = one.startUtf16 < other.endUtf16 && other.startUtf16 < one.endUtf16
            if (one !== other && overlap) expect(lanes.get(one.id)).not.toBe(lanes.get(other.id))
          }
        }
      }),
    )
  })
})

describe('indexMarks', () => {
  it('finds exactly the marks at a character, innermost first', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(85), (marks, offset) => {
        const found = indexMarks(marks)(offset)
        expect(idsOf(found)).toEqual(idsOf(marks.filter(covers(offset))))
        const starts = found.map(({ startUtf16 }) => startUtf16)
        expect(starts).toEqual(starts.toSorted((one, other) => other - one))
      }),
    )
  })
})
