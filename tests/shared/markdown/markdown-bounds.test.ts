import { describe, expect, it } from 'vitest'
import { MAX_CHARACTERS, findExcess } from '#shared/markdown/markdown-bounds.ts'

describe('findExcess', () => {
  it('finds nothing in ordinary pages, also in long lists of links', () => {
    expect(findExcess('# Title\n\nA *word* and [a link](https://example.org).\n')).toBeNull()
    expect(findExcess('- [one](a_b.md), *two*\n'.repeat(4000))).toBeNull()
    expect(findExcess('x'.repeat(MAX_CHARACTERS))).toBeNull()
  })

  it('refuses what is too long, nested too deeply, or one tangle of marks', () => {
    expect(findExcess('x'.repeat(MAX_CHARACTERS + 1))).toBe('too-long')
    expect(findExcess('>'.repeat(2000))).toBe('too-deep')
    expect(findExcess('~a~~'.repeat(4000))).toBe('too-deep')
  })
})
