import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignWords } from '../../../../src-main/index/duplicates/align-words.ts'

const rowOf = (words: number[]) => ({
  hashes: Int32Array.from(words),
  features: Int32Array.from(words, (word, place) => word * 1000 + (words[place + 1] ?? 0)),
})
const align = (first: number[], second: number[]) => alignWords(rowOf(first), rowOf(second))

describe('alignWords', () => {
  it('finds no gap in what is the same', () => {
    expect(align([1, 2, 3], [1, 2, 3])).toEqual([])
    expect(align([], [])).toEqual([])
  })

  it('tells what was added, taken away and replaced', () => {
    expect(align([1, 2, 3, 4], [1, 2, 9, 3, 4])).toEqual([
      { firstStart: 2, firstEnd: 2, secondStart: 2, secondEnd: 3 },
    ])
    expect(align([1, 2, 3], [2, 3])).toEqual([
      { firstStart: 0, firstEnd: 1, secondStart: 0, secondEnd: 0 },
    ])
    expect(align([1, 2, 3], [1, 8, 9, 3])).toEqual([
      { firstStart: 1, firstEnd: 2, secondStart: 1, secondEnd: 3 },
    ])
  })

  it('takes a word in common between two gaps for chance', () => {
    expect(align([1, 5, 6, 7, 2, 3, 4], [1, 8, 6, 9, 2, 3, 4])).toEqual([
      { firstStart: 1, firstEnd: 4, secondStart: 1, secondEnd: 4 },
    ])
  })

  it('gives up where too much differs, however long texts are', () => {
    const long = Array.from({ length: 600 }, (_, place) => place)
    expect(align(long, long.toReversed())).toBeNull()
    expect(align(long, [...long, 1])).toHaveLength(1)
  })

  it('leaves the same words between the gaps of both', () => {
    const words = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, (first, second) => {
        const gaps = align(first, second)!
        const keepFirst = first.filter((_, place) =>
          gaps.every(({ firstStart, firstEnd }) => place < firstStart || place >= firstEnd),
        )
        const keepSecond = second.filter((_, place) =>
          gaps.every(({ secondStart, secondEnd }) => place < secondStart || place >= secondEnd),
        )
        expect(keepFirst).toEqual(keepSecond)
      }),
    )
  })
})
