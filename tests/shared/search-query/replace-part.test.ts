import { describe, expect, it } from 'vitest'
import { replacePart } from '#shared/search-query/replace-part.ts'

describe('replacePart', () => {
  it.each([
    ['a b c', 2, 3, 'a x c'],
    ['(b)', 1, 2, '(x)'],
    ['a"b"c', 1, 4, 'a x c'],
    ['b', 0, 1, 'x'],
  ])('puts x into %j from %i to %i: %j', (query, startUtf16, endUtf16, replaced) => {
    expect(replacePart(query, { startUtf16, endUtf16 }, 'x')).toBe(replaced)
  })
})
