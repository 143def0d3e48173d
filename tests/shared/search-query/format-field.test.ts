import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatField, formatPhrase } from '#shared/search-query/format-field.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'

const NAMES = ['entity', 'source', 'id'] as const

const anyName = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', '\\', '*', '(', ')', ' ', 'a', '“', ':', '-', '\n') }),
  )
  .filter((name) => name.trim() !== '' && name.length < 1000)

describe('formatField', () => {
  it.each([
    ['entity', 'Japan', 'entity:Japan'],
    ['entity', 'North Korea', 'entity:"North Korea"'],
    ['entity', '日本', 'entity:日本'],
    ['entity', 'He said "no"', 'entity:"He said \\"no\\""'],
    ['source', 'news.bbc.co.uk', 'source:news.bbc.co.uk'],
    ['date', '2008-06..2009', 'date:2008-06..2009'],
    ['topic', '-(a OR b)*', 'topic:"-(a OR b)*"'],
  ] as const)('writes %s %j as %j', (field, value, part) => {
    expect(formatField(field, value)).toBe(part)
  })

  it('is read back as it was, whatever the name and whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), anyName, (field, value) => {
        const alone = parseQuery(formatField(field, value))
        const term = { kind: 'term', field, value, isPrefix: false, warning: null }
        expect(alone).toMatchObject({ root: term, ignored: [] })

        const among = parseQuery(
          `war -${formatField(field, value)} OR (${formatField(field, value)})`,
        )
        expect(among).toMatchObject({
          root: { kind: 'any', children: [{ children: [{}, { child: term }] }, term] },
          ignored: [],
        })
      }),
    )
  })
})

describe('formatPhrase', () => {
  it('is read back as the same phrase', () => {
    fc.assert(
      fc.property(anyName, (text) => {
        const phrase = `x${text}`
        expect(parseQuery(formatPhrase(phrase))).toMatchObject({
          root: { kind: 'term', field: 'text', value: phrase, isPhrase: true, warning: null },
          ignored: [],
        })
      }),
    )
  })
})
