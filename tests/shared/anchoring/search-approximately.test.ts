import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignPattern } from '#shared/anchoring/align-pattern.ts'
import { editDistance, likeness } from '#shared/anchoring/edit-distance.ts'
import { searchApproximately } from '#shared/anchoring/search-approximately.ts'

/** Errors of the pattern at every end, by the definition. */
function errorsByEnd(text: string, pattern: string): number[] {
  return Array.from({ length: text.length }, (_, at) =>
    Math.min(
      ...Array.from({ length: at + 2 }, (_unused, start) =>
        editDistance(pattern, text.slice(start, at + 1)),
      ),
    ),
  )
}

const anyWords = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength })

describe('searchApproximately', () => {
  it('finds the best end by the definition of the edit distance', () => {
    fc.assert(
      fc.property(anyWords(60), anyWords(40), (text, pattern) => {
        const errors = errorsByEnd(text, pattern)
        const [best] = searchApproximately(text, pattern, pattern.length, 100)
        expect(best?.errors).toBe(Math.min(...errors))
        expect(errors[best!.endUtf16 - 1]).toBe(best!.errors)
      }),
      { numRuns: 200 },
    )
  })

  it.each([31, 32, 33, 64, 65, 200])('counts the errors in patterns of %d units', (length) => {
    const pattern = Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * 7) % 26)))
    const text = `xx${pattern.filter((_, at) => at !== 5).join('')}yy`
    const [best] = searchApproximately(text, pattern.join(''), 4, 5)
    expect(best).toEqual({ endUtf16: length + 1, errors: 1 })
  })

  it('tells places apart, best first, as many as are wanted', () => {
    const text = 'ten people died, two people died, ten persons died, ten people die'
    const found = searchApproximately(text, 'ten people died', 5, 10)
    expect(found.map(({ errors }) => errors)).toEqual([0, 1, 2, 5])
    expect(searchApproximately(text, 'ten people died', 5, 1)).toHaveLength(1)
    expect(searchApproximately(text, 'quite other words', 5, 10)).toEqual([])
  })
})

describe('alignPattern', () => {
  it.each([
    ['at least 10 people', 'at least 25 people', 9, 11, '25'],
    ['killed in Baghdad today', 'killed in Kabul today', 10, 17, 'Kabul'],
    ['the talks resume', 'noise the new talks resume', 4, 9, 'talks'],
    ['abc', 'abc', 0, 3, 'abc'],
    ['one two three', 'one three', 4, 8, ''],
  ])('of %j in %j takes what stands there', (pattern, text, from, to, words) => {
    const { start, end } = alignPattern(text, pattern, from, to)
    expect(text.slice(start, end).trim()).toBe(words)
  })

  it('keeps within the text, its ends in order', () => {
    fc.assert(
      fc.property(anyWords(30), anyWords(30), fc.nat(), fc.nat(), (text, pattern, one, other) => {
        const [from, to] = [one % pattern.length, (other % pattern.length) + 1].sort(
          (a, b) => a - b,
        )
        const { start, end } = alignPattern(text, pattern, from!, to!)
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
      }),
    )
  })
})

describe('likeness', () => {
  it('is 1 for the same and 0 where nothing is', () => {
    expect(likeness('', '')).toBe(1)
    expect(likeness('same', 'same')).toBe(1)
    expect(likeness('abc', 'xyz')).toBe(0)
    expect(likeness('abcd', 'abxd')).toBe(0.75)
  })
})
