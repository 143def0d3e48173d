import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { anyQuery } from './any-query.ts'

const interpret = (query: string) => interpretQuery(parseQuery(query))

describe('interpretQuery', () => {
  it.each([
    ['', ''],
    [
      'entity:"North Korea" "fuel aid" before:2009',
      'entity is North Korea, and text has the phrase “fuel aid”, before 2009',
    ],
    ['fuel aid', 'text has “fuel” and “aid”'],
    ['a b c', 'text has “a”, “b” and “c”'],
    ['a OR b', 'text has “a” or “b”'],
    ['nucl* -war', 'text has words beginning with “nucl”, and text does not have “war”'],
    ['a OR b title:c', 'text has “a” or (text has “b”, and title has “c”)'],
    ['-(a OR entity:b)', 'not (text has “a” or entity is b)'],
    ['date:2008-06-06', 'on 2008-06-06'],
    ['date:2008', 'in 2008'],
    ['-date:2008..2009', 'not from 2008 to 2009'],
    ['date:2008.. source:bbc', 'from 2008 on, and source is bbc'],
    ['date:..2008 OR date:none', 'until 2008 or without a date'],
    ['after:2008 -entity:Japan', 'after 2008, and entity is not Japan'],
    ['entity:nor*', 'entity begins with nor'],
    ['topic:核武器', 'topic has “核武器”'],
    ['tag:energy', 'text has “energy”'],
    ['!!!', ''],
  ])('says %j as %s', (query, sentence) => {
    expect(interpret(query).interpreted).toBe(sentence)
  })

  it('lists the parts with their places and warnings', () => {
    expect(interpret('-(a OR b) "open').parts).toEqual([
      {
        text: 'not (text has “a” or “b”)',
        startUtf16: 0,
        endUtf16: 9,
        warning: null,
      },
      {
        text: 'text has the phrase “open”',
        startUtf16: 10,
        endUtf16: 15,
        warning: 'The closing quote is missing; the phrase was read to the end.',
      },
    ])
  })

  it('shows what is ignored as a part of its own', () => {
    expect(interpret('a )').parts[1]).toMatchObject({ text: '“)” is ignored', startUtf16: 2 })
  })

  it('keeps parts in order and apart, whatever the query', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        let at = 0
        for (const part of interpret(query).parts) {
          expect(part.startUtf16).toBeGreaterThanOrEqual(at)
          expect(part.endUtf16).toBeGreaterThan(part.startUtf16)
          at = part.endUtf16
        }
        expect(at).toBeLessThanOrEqual(query.length)
      }),
    )
  })
})
