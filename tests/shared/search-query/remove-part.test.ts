import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { removePart } from '#shared/search-query/remove-part.ts'
import type { InterpretedPart } from '#shared/search.ts'
import { anyQuery } from './any-query.ts'

const partsOf = (query: string) => interpretQuery(parseQuery(query)).parts

describe('removePart', () => {
  it.each([
    ['fuel aid war', 1, 'fuel war'],
    ['a OR b', 0, 'b'],
    ['a OR b OR c', 1, 'a OR c'],
    ['(a OR b) c', 1, '(a) c'],
    ['x -(a)', 1, 'x'],
    ['(entity:"North Korea")', 0, ''],
    ['a "b OR c" d', 0, '"b OR c" d'],
    ['a )', 1, 'a'],
  ])('takes from %j part %i and leaves %j', (query, index, rest) => {
    expect(removePart(query, partsOf(query)[index]!)).toBe(rest)
  })

  it('leaves the other parts of a query of plain parts as they were', () => {
    const part = fc.constantFrom(
      'fuel',
      '"a b"',
      '-war',
      'entity:"North Korea"',
      'date:2008',
      '(x OR y)',
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(), (pieces, chosen) => {
        const query = pieces.join(' ')
        const texts = partsOf(query).map(({ text }) => text)
        const index = chosen % texts.length
        const rest = removePart(query, partsOf(query)[index]!)
        expect(partsOf(rest).map(({ text }) => text)).toEqual(texts.toSpliced(index, 1))
      }),
    )
  })

  it.each([
    ['sort:date a', 0, 'a'],
    ['a -sort:date', 2, 'a'],
    ['a -(sort:date) b', 1, 'a b'],
    ['a -!!! b', 1, 'a b'],
    ['--(a) b', 0, 'b'],
    ['a"b c"d', 1, 'a d'],
    ['x(a)b', 1, 'x b'],
    ['x -(a)b', 1, 'x b'],
    ['x OR(a)b', 1, 'x OR b'],
    ['a AND b', 0, 'b'],
    ['x a OR AND b', 0, 'a OR b'],
    ['x a OR ) b', 0, 'a OR ) b'],
    ['a ()', 1, 'a'],
    ['title:="Fuel aid" a', 0, 'a'],
  ])('takes from %j part %i, with its signs, and leaves %j', (query, index, rest) => {
    expect(removePart(query, partsOf(query)[index]!)).toBe(rest)
  })

  it('takes something away from every query and adds nothing to it', () => {
    const count = (text: string) => text.replace(/\s/gu, '').length
    fc.assert(
      fc.property(anyQuery, (query) => {
        for (const part of partsOf(query)) {
          const rest = removePart(query, part)
          expect(count(rest)).toBeLessThan(count(query))
          expect(rest.length).toBeLessThanOrEqual(query.length)
        }
      }),
    )
  })

  it('leaves the other conditions of any query as they were', () => {
    // The space at the end of a phrase that is not closed is all that may go.
    const conditionsOf = (parts: readonly InterpretedPart[]) =>
      parts
        .map(({ text }) => text.replace(/\s+(?=”?$)/u, ''))
        .filter((text) => !text.endsWith('is ignored') && !text.startsWith('sorted'))
    fc.assert(
      fc.property(anyQuery, (query) => {
        const parts = partsOf(query)
        for (const part of parts.filter(({ text }) => !text.endsWith('is ignored'))) {
          const others = conditionsOf(parts.filter((other) => other !== part))
          expect(conditionsOf(partsOf(removePart(query, part)))).toEqual(others)
        }
      }),
    )
  })

  it('leaves nothing once every part was removed, in whatever order', () => {
    fc.assert(
      fc.property(anyQuery, fc.infiniteStream(fc.nat(), { noHistory: true }), (query, choices) => {
        let rest = query
        for (let parts = partsOf(rest); parts.length > 0; parts = partsOf(rest)) {
          rest = removePart(rest, parts[choices.next().value % parts.length]!)
        }
        expect(rest.trim()).toBe('')
      }),
    )
  })
})
