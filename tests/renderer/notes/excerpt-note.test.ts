import { describe, expect, it } from 'vitest'
import { excerptNote } from '../../../src-renderer/components/notes/excerpt-note.ts'

describe('excerptNote', () => {
  it('reads as words', () => {
    const note =
      '# Claim\n\n> **Fuel** *really* was [promised](https://example.org), `soon`\n\n- ~~one~~ two'
    expect(excerptNote(note)).toBe('Claim\nFuel really was promised, soon\none two')
  })

  it('leaves lone marks, as in 2 * 3, alone', () => {
    expect(excerptNote('2 * 3 < 7, a_b, #tag')).toBe('2 * 3 < 7, a_b, #tag')
  })

  it('ends a long note with an ellipsis', () => {
    expect(excerptNote('word '.repeat(1000))).toMatch(/^(word ){70,}word…$/)
  })
})
