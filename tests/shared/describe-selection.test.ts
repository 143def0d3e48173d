import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeSelection } from '#shared/describe-selection.ts'
import type { EventText } from '#shared/event-text.ts'

const VERSION = { textVersion: 'v1', pageHash: 'h1' }

function textOf(...parts: string[]): EventText {
  let at = 0
  return {
    text: parts.join('\n'),
    parts: parts.map((part, index) => {
      const startUtf16 = at
      at += part.length + 1
      return {
        kind: index === 0 ? 'headline' : 'source',
        index: Math.max(0, index - 1),
        startUtf16,
        endUtf16: startUtf16 + part.length,
      }
    }),
  }
}

const isCut = (text: string, at: number) =>
  ![...new Intl.Segmenter().segment(text)].some(({ index }) => index === at) && at !== text.length

describe('describeSelection', () => {
  it('keeps the words with 32 characters before and after them', () => {
    const text = textOf(
      'At least ten people are killed in floods after a dam breaks in the north.',
      'B',
    )
    const start = text.text.indexOf('floods')
    expect(describeSelection(text, start, start + 'floods'.length, VERSION)).toEqual({
      exact: 'floods',
      prefix: 'At least ten people are killed in '.slice(-32),
      suffix: ' after a dam breaks in the north.'.slice(0, 32),
      startUtf16: start,
      endUtf16: start + 6,
      part: 'headline',
      ...VERSION,
    })
  })

  it('leaves out white space at the ends, and refuses what holds no words', () => {
    const text = textOf('Two words', 'Radio')
    expect(describeSelection(text, 3, 10, VERSION)).toMatchObject({
      exact: 'words',
      prefix: 'Two ',
    })
    expect(describeSelection(text, 3, 4, VERSION)).toBeNull()
    expect(describeSelection(text, 5, 5, VERSION)).toBeNull()
    expect(describeSelection(text, 99, 120, VERSION)).toBeNull()
  })

  it('goes over the border of parts, and names the part in which the words begin', () => {
    const text = textOf('Head', 'Radio One', 'Two')
    const start = text.text.indexOf('Radio')
    expect(describeSelection(text, start, start + 9, VERSION)).toMatchObject({
      exact: 'Radio One',
      prefix: 'Head\n',
      suffix: '\nTwo',
      part: 'source',
    })
  })

  it.each([
    ['a family', 'Say 👨‍👩‍👧‍👦 now'],
    ['a flag', 'In 🇿🇲 today'],
    ['an accent', 'Cafe\u0301 here'],
    ['Devanagari', 'नमस्ते दुनिया'],
  ])('takes %s whole that the selection cuts', (_, words) => {
    const text = textOf(words)
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= words.length; end++) {
        const selector = describeSelection(text, start, end, VERSION)
        if (selector === null) continue
        expect(isCut(words, selector.startUtf16)).toBe(false)
        expect(isCut(words, selector.endUtf16)).toBe(false)
      }
    }
  })

  it('says what stands at its offsets and beside them, and cuts no character, in any text', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '國',
      'é',
      'e\u0301',
      '👩‍🚒',
      '🇯🇵',
      '🇿🇲',
      'שלום',
      '.',
      '𝒳',
    )
    const anyWords = fc
      .array(piece, { minLength: 1, maxLength: 80 })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(anyWords, fc.nat(300), fc.nat(300), (words, one, other) => {
        const text = textOf(words)
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        const selector = describeSelection(text, start, end, VERSION)
        if (selector === null) return
        const { exact, prefix, suffix, startUtf16, endUtf16 } = selector
        expect(words.slice(startUtf16, endUtf16)).toBe(exact)
        expect(words.slice(0, startUtf16).endsWith(prefix)).toBe(true)
        expect(words.slice(endUtf16).startsWith(suffix)).toBe(true)
        expect([prefix.length <= 32, suffix.length <= 32]).toEqual([true, true])
        const borders = [startUtf16 - prefix.length, startUtf16, endUtf16, endUtf16 + suffix.length]
        expect(borders.map((at) => isCut(words, at))).toEqual([false, false, false, false])
      }),
    )
  })
})
