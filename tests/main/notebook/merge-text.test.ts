import { describe, expect, it } from 'vitest'
import { mergeText } from '../../../src-main/notebook/merge-text.ts'

describe('mergeText', () => {
  it.each([
    ['nothing changed', 'a', 'a', 'a', 'a'],
    ['we changed', 'a', 'b', 'a', 'b'],
    ['they changed', 'a', 'a', 'b', 'b'],
    ['both changed alike', 'a', 'b', 'b', 'b'],
    ['both changed', 'a', 'b', 'c', 'b\n\nc'],
    ['we wrote more', 'a', 'a b c', 'a b', 'a b c'],
    ['they wrote more', 'a', 'a b', 'a b c', 'a b c'],
    ['we emptied what they changed', 'a', '', 'b', 'b'],
    ['there was nothing', undefined, 'b', 'c', 'b\n\nc'],
  ])('where %s', (_name, base, ours, theirs, merged) => {
    expect(mergeText(base, ours, theirs)).toBe(merged)
  })
})
