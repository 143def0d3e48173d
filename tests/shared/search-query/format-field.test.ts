import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatField, formatFieldName, formatPhrase } from '#shared/search-query/format-field.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { anyName } from './any-query.ts'

const TERM_FIELDS = { entity: 'entity', source: 'source', id: 'id', in: 'collection' } as const
const NAMES = ['entity', 'source', 'id', 'in'] as const

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

  it('writes what is exact, or is to stand in quotes, so', () => {
    expect(formatField('entity', 'Japan', { isExact: true })).toBe('entity:=Japan')
    expect(formatField('title', 'Fuel aid', { isExact: true })).toBe('title:="Fuel aid"')
    expect(formatField('has', 'note', { isExact: true })).toBe('has:note')
    expect(formatField('tag', 'aid', { isPhrase: true })).toBe('tag:"aid"')
  })

  it('is read back as it was, whatever the name and whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), anyName, fc.boolean(), (name, value, isExact) => {
        const part = formatField(name, value, { isExact })
        const field = TERM_FIELDS[name]
        const term = { kind: 'term', field, value, isPrefix: false, isExact, warning: null }
        expect(parseQuery(part)).toMatchObject({ root: term, ignored: [] })
        expect(parseQuery(`war -${part} OR (${part})`)).toMatchObject({
          root: { kind: 'any', children: [{ children: [{}, { child: term }] }, term] },
          ignored: [],
        })
      }),
    )
  })
})

describe('formatFieldName', () => {
  it.each([
    ['entity', {}, 'entity:'],
    ['entity', { isExact: true }, 'entity:='],
    ['date', { isExact: true }, 'date:'],
  ] as const)('writes %s %j as %s', (field, style, text) => {
    expect(formatFieldName(field, style)).toBe(text)
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
