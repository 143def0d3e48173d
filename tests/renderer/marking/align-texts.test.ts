import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts } from '../../../src-renderer/marking/align-texts.ts'

function pairsOf(shown: string, text: string): string {
  const { shown: left, text: right } = alignTexts(shown, text)
  return Array.from(left, (place, index) => {
    const pair = `${shown[place]}${text[right[index]!]}`
    return pair[0] === pair[1] ? pair[0] : `<${pair}>`
  }).join('')
}

describe('alignTexts', () => {
  it('pairs all but white space where only that differs', () => {
    expect(pairsOf('fuel  aid\n\n for', 'fuel aid for')).toBe('fuelaidfor')
    const { shown, text } = alignTexts('a\n\n b', 'a b')
    expect([[...shown], [...text]]).toEqual([
      [0, 4],
      [0, 2],
    ])
  })

  it('passes over words that only one of them has', () => {
    const shown = 'The talks resume today (picture on example.org) in Geneva after a long pause.'
    const text = 'The talks resume today in Geneva after a long pause.'
    expect(pairsOf(shown, text)).toBe(text.replaceAll(' ', ''))
    expect(pairsOf(text, shown)).toBe(text.replaceAll(' ', ''))
  })

  it('pairs nothing of strangers, and does not take long over it', () => {
    const { shown } = alignTexts('x'.repeat(50_000), 'y'.repeat(50_000))
    expect(shown).toHaveLength(0)
  })

  it('pairs every character of the same words whatever the space between them', () => {
    const blank = fc.constantFrom(' ', '\n', '\u00a0', '\u3000', '  \t')
    const word = fc.string({ minLength: 1, maxLength: 6 }).map((text) => text.replace(/\s/g, '.'))
    fc.assert(
      fc.property(fc.array(fc.tuple(word, blank, blank)), (words) => {
        const one = words.map(([text, space]) => text + space).join('')
        const other = words.map(([text, , space]) => text + space).join('')
        expect(pairsOf(one, other)).toBe(words.map(([text]) => text).join(''))
      }),
    )
  })
})
