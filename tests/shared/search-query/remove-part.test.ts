import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { removePart } from '#shared/search-query/remove-part.ts'
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

  it('makes every query shorter', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        for (const part of partsOf(query)) {
          expect(removePart(query, part).length).toBeLessThan(query.length)
        }
      }),
    )
  })
})
