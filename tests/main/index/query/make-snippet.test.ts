import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { listNeedles, makeSnippet } from '../../../../src-main/index/query/make-snippet.ts'

/** The snippet with its marks as brackets. */
function show(text: string, query: string): string | null {
  const snippet = makeSnippet(text, listNeedles(parseQuery(query).root))
  if (snippet === null) return null
  let shown = snippet.text
  for (const { startUtf16, endUtf16 } of snippet.marks.toReversed()) {
    shown = `${shown.slice(0, startUtf16)}[${shown.slice(startUtf16, endUtf16)}]${shown.slice(endUtf16)}`
  }
  return shown
}

describe('makeSnippet', () => {
  it.each([
    ['Fuel aid arrived', 'aid', 'Fuel [aid] arrived'],
    ['Fuel aid arrived', '"fuel aid"', '[Fuel aid] arrived'],
    ['Fuel aid arrived', 'arr*', 'Fuel aid [arrived]'],
    ['Fuel aid arrived', 'fuel OR arrived', '[Fuel] aid [arrived]'],
    ['Fuel aid, aid.', 'aid', 'Fuel [aid], [aid].'],
    ['The Économie ministry', 'economie', 'The [Économie] ministry'],
    ['The E\u0301conomie ministry', 'economie', 'The [E\u0301conomie] ministry'],
    ['國際電臺報導', '电台', '國際[電臺]報導'],
    ['國際電臺報導', '"国 际" OR 报', '[國際]電臺[報]導'],
    ['在COVID疫情中', 'covid', '在[COVID]疫情中'],
    ['ｶﾞｽ不足', 'ガス', '[ｶﾞｽ]不足'],
    ['زار مُحَمَّد المدينة', 'محمد', 'زار [مُحَمَّد] المدينة'],
    ['fuel (aid), rain', '"aid rain"', 'fuel ([aid), rain]'],
    ['aid aid aid', '"aid aid"', '[aid aid aid]'],
    ['Line one\nfuel', 'fuel', 'Line one [fuel]'],
  ])('marks in %j for %j', (text, query, shown) => {
    expect(show(text, query)).toBe(shown)
  })

  it.each(['rain', '-fuel', 'title:fuel', 'entity:fuel', 'source:fuel', 'before:2009', '', 'fue'])(
    'is nothing for %j',
    (query) => {
      expect(show('Fuel aid arrived', query)).toBeNull()
    },
  )

  it('shows the surroundings of the first match in a long text, cut between words', () => {
    const text = `${'before '.repeat(50)}fuel ${'after '.repeat(50)}`
    const shown = show(text, 'fuel')!
    expect(shown).toMatch(/^…(?:before )+\[fuel\](?: after)+…$/u)
    expect(shown.length).toBeLessThan(200)
  })

  it('is bounded for a long phrase and for text without spaces', () => {
    expect(show('核武器'.repeat(1000), '武')!.length).toBeLessThan(300)
    const phrase = 'word '.repeat(100)
    expect(show(phrase, `"${phrase}"`)).toBe(`[${phrase.trim()}]`)
  })

  it('has marks in order that hold the words, and whole characters, whatever the text', () => {
    const piece = fc.constantFrom(
      'fuel ',
      'FUEL',
      'fu\u00ADel',
      ' ',
      '傳播',
      'a\u0301\u0302',
      '😀',
      '👩‍🚒',
      'x',
      ',\n',
    )
    const texts = fc.array(piece, { minLength: 1, maxLength: 120 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(texts, fc.constantFrom('fuel', '传', '播*', 'a OR x'), (text, query) => {
        const needles = listNeedles(parseQuery(query).root)
        const snippet = makeSnippet(text, needles)
        if (snippet === null) return
        expect(snippet.text.isWellFormed()).toBe(true)
        expect(snippet.text).not.toMatch(/^…?[\p{M}\u200D]/u)
        expect(snippet.text.length).toBeLessThan(250)
        expect(snippet.marks.length).toBeGreaterThan(0)
        let at = 0
        for (const { startUtf16, endUtf16 } of snippet.marks) {
          expect(startUtf16).toBeGreaterThanOrEqual(at)
          expect(endUtf16).toBeLessThanOrEqual(snippet.text.length)
          expect(makeSnippet(snippet.text.slice(startUtf16, endUtf16), needles)).not.toBeNull()
          at = endUtf16
        }
      }),
    )
  })
})
