import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorQuote } from '#shared/anchoring/anchor-quote.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import type { TextSelector } from '#shared/notebook.ts'
import { anyEdits, anyText, compose, type TrackedText } from './edited-text.ts'

const anyCase = fc.record({
  text: anyText,
  first: fc.nat(),
  length: fc.integer({ min: 1, max: 12 }),
  edits: anyEdits,
  knowsPart: fc.boolean(),
})

const now = 'version-now'

function mark(text: TrackedText, first: number, length: number, knowsPart: boolean) {
  const { eventText, placeOf } = compose(text, 'summary')
  const from = first % placeOf.size
  const to = Math.min(from + length, placeOf.size) - 1
  const version = { textVersion: 'version-then', pageHash: null }
  const { part, ...selector } = describeSelection(
    eventText,
    placeOf.get(from)!.start,
    placeOf.get(to)!.end,
    version,
  )!
  return { from, to, selector: { ...selector, ...(knowsPart && part && { part }) } }
}

/** How many characters of the context stand there as they stood, from the words outward. */
function countKept(text: string, { prefix, exact, suffix }: TextSelector, start: number): number {
  let before = 0
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before++
  const end = start + exact.length
  let after = 0
  while (after < suffix.length && suffix[after] === text[end + after]) after++
  return before + after
}

/** The sentence around a place, from the border before it to the one behind it. */
function sentenceAt(text: string, start: number, end: number): string {
  const before = Math.max(text.lastIndexOf('. ', start - 1) + 2, text.lastIndexOf('\n', start) + 1)
  const after = text.indexOf('.', end)
  return text.slice(before, after < 0 ? text.length : after)
}

describe('anchorQuote', () => {
  it('never puts a mark on other words or on another sentence without asking', () => {
    const seen = { exact: 0, moved: 0, unsure: 0, orphan: 0 }
    fc.assert(
      fc.property(anyCase, ({ text, first, length, edits, knowsPart }) => {
        const { from, to, selector } = mark(text, first, length, knowsPart)
        const before = compose(text, 'summary')
        const after = compose(
          edits.reduce((edited, edit) => edit(edited), text),
          'summary',
        )
        const anchor = anchorQuote(after.eventText, selector, now)
        seen[anchor.status]++
        if (anchor.place === null || anchor.status === 'unsure') return
        const { startUtf16, endUtf16 } = anchor.place
        const words = after.eventText.text
        expect(words.slice(startUtf16, endUtf16)).toBe(selector.exact)

        const start = after.placeOf.get(from)?.start
        if (start === startUtf16 && after.placeOf.get(to)?.end === endUtf16) return
        // A copy of the sentence, word for word, can be told from it only by what stands around; and all
        // that a selector knows may stand there as the beginning of other news.
        const isKept = (at: number) =>
          countKept(words, selector, at) === selector.prefix.length + selector.suffix.length
        const isWhereItWas =
          start !== undefined && words.slice(start).startsWith(selector.exact) && isKept(start)
        const isSameSentence =
          sentenceAt(words, startUtf16, endUtf16) ===
          sentenceAt(before.eventText.text, selector.startUtf16, selector.endUtf16)
        expect({
          isKnown: isSameSentence || isKept(startUtf16),
          isPassedOver: isWhereItWas && !isKept(startUtf16),
        }).toEqual({ isKnown: true, isPassedOver: false })
      }),
      { numRuns: 4000 },
    )
    // None of the ways out is the only one that is ever taken.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(40)
  })

  it('keeps every mark where nothing of its paragraph changed', () => {
    fc.assert(
      fc.property(anyCase, fc.string(), ({ text, first, length }, more) => {
        const { selector } = mark(text, first, length, true)
        const { eventText } = compose(text, 'summary')
        const isRepeated =
          eventText.text.indexOf(selector.exact) !== eventText.text.lastIndexOf(selector.exact)
        const longer = { ...eventText, text: `${eventText.text}\n${more}` }
        const { status, place } = anchorQuote(longer, selector, now)
        if (!isRepeated && !more.includes(selector.exact)) expect(status).toBe('exact')
        if (status === 'exact') expect(place?.startUtf16).toBe(selector.startUtf16)
      }),
      { numRuns: 500 },
    )
  })

  it('takes any text and any selector, and says where a mark stands in order and bounds', () => {
    const anySelector = fc.record({
      ...{ exact: fc.string(), prefix: fc.string(), suffix: fc.string() },
      ...{ startUtf16: fc.nat(100), endUtf16: fc.nat(200) },
      ...{ textVersion: fc.constantFrom('a', 'b'), pageHash: fc.constant(null) },
    })
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), anySelector, (text, selector) => {
        const eventText = { text, parts: [] }
        const { status, place, candidates } = anchorQuote(eventText, selector, 'a')
        expect(place === null).toBe(status === 'orphan')
        for (const one of [...candidates, ...(place ? [place] : [])]) {
          expect(text.slice(one.startUtf16, one.endUtf16)).toBe(one.text)
          expect(one.text).not.toBe('')
          expect(one.score >= 0 && one.score <= 1).toBe(true)
        }
        const scores = candidates.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((one, other) => other - one))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes the place in the very text it was made on, and looks nowhere else', () => {
    const { eventText } = compose([[{ words: 'fuel fuel fuel', origin: 0 }]], 'summary')
    const selector = describeSelection(eventText, 25, 29, { textVersion: now, pageHash: null })!
    expect(anchorQuote(eventText, selector, now)).toEqual({
      status: 'exact',
      place: { startUtf16: 25, endUtf16: 29, text: 'fuel', score: 1 },
      candidates: [],
    })
    // A version that was not told apart, as an import may bring it, is not believed.
    const wrong = { ...selector, startUtf16: 3, endUtf16: 7 }
    expect(anchorQuote(eventText, wrong, now).place?.startUtf16).not.toBe(3)
  })

  it('asks where a sentence was written a second time, at the end of the text', () => {
    const sentence = 'At least 10 people are killed in Orla'
      .split(' ')
      .map((words, origin) => ({ words, origin }))
    const { selector } = mark([sentence], 6, 2, false)
    const { eventText, placeOf } = compose(
      [sentence, sentence.map((word) => ({ ...word, origin: null }))],
      'summary',
    )
    const { status, candidates } = anchorQuote(eventText, selector, now)
    expect(status).not.toBe('exact')
    expect(status).not.toBe('moved')
    expect(candidates.map(({ startUtf16 }) => startUtf16)).toContain(placeOf.get(6)!.start)
  })

  it.each([
    ['a long text', 'The committee met and heard reports. '.repeat(5000), 'met and felt reports'],
    ['a long quotation', 'abcdefgh '.repeat(20_000), 'abcdefgx '.repeat(5000)],
    ['repeated words', 'a '.repeat(50_000), 'a a a a a a'],
  ])('is done with %s in a moment', (_, text, exact) => {
    const eventText = { text, parts: [] }
    const place = { startUtf16: 5, endUtf16: 5 + exact.length }
    const context = { prefix: 'x'.repeat(32), suffix: 'y'.repeat(32) }
    const started = performance.now()
    const selector = { exact, ...context, ...place, textVersion: 'then', pageHash: null }
    expect(anchorQuote(eventText, selector, now).status).not.toBe('exact')
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
