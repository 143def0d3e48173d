import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { anyLongQuery, anyQuery } from './any-query.ts'

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
    ['tag:energy -tag:aid', 'tag is energy, and tag is not aid'],
    ['tag:en*', 'tag begins with en'],
    ['note:fuel -note:"to do"', 'note has “fuel”, and note does not have the phrase “to do”'],
    ['note:fu*', 'note has words beginning with “fu”'],
    ['in:"Six-party talks"', 'is in the collection “Six-party talks”'],
    ['-in:talks', 'is not in the collection “talks”'],
    ['in:a in:b', 'is in the collection “a” and the collection “b”'],
    [
      'in:ta* in:=Talks',
      'is in a collection beginning with “ta” and the collection named exactly “Talks”',
    ],
    ['has:note', 'has a note'],
    ['-has:note', 'has no note'],
    ['has:note has:tag -has:source', 'has a note, a tag and no source'],
    ['has:note OR has:highlight', 'has a note or a highlight'],
    ['fuel -has:collection', 'text has “fuel”, and is in no collection'],
    ['has:collections', 'is in a collection'],
    ['has:claim', 'has evidence for a claim'],
    ['has:note -has:evidence', 'has a note and no evidence for a claim'],
    ['="Café"', 'text has exactly “Café”'],
    ['fuel =Café', 'text has “fuel” and exactly “Café”'],
    ['-title:="Fuel aid"', 'title does not have exactly “Fuel aid”'],
    ['entity:="Japan" -tag:=Aid', 'entity is exactly Japan, and tag is not exactly Aid'],
    ['-a -b', 'text does not have “a” or “b”'],
    ['-a OR -b', 'text does not have “a” or text does not have “b”'],
    ['fuel sort:relevance', 'text has “fuel”, sorted by relevance'],
    ['sort:date', 'sorted by date, newest first'],
    ['sort:oldest', 'sorted by date, oldest first'],
    ['sort:linked a', 'text has “a”, sorted by number of relations'],
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
        warningStartUtf16: 10,
        warningEndUtf16: 11,
      },
    ])
  })

  it('shows what is ignored as a part of its own', () => {
    expect(interpret('a )').parts[1]).toMatchObject({ text: '“)” is ignored', startUtf16: 2 })
  })

  it('shows the order as a part of its own', () => {
    expect(interpret('sort:date a sort:linked').parts).toEqual([
      {
        text: '“sort:date” is ignored',
        startUtf16: 0,
        endUtf16: 9,
        warning: 'Another order follows; this one was ignored.',
      },
      { text: 'text has “a”', startUtf16: 10, endUtf16: 11, warning: null },
      { text: 'sorted by number of relations', startUtf16: 12, endUtf16: 23, warning: null },
    ])
  })

  it.each([
    ['a date:2008-13', '2008-13'],
    ['title:="fue"* a', '*'],
    ['-(a has:money)', 'money'],
    ['-(a sort:date)', 'sort:date'],
    ['sort:=date', '='],
    ['date:"2008', '"'],
    ['-(a b', '('],
  ])('shows in %j that the warning is about %s', (query, about) => {
    const warned = interpret(query).parts.filter(({ warning }) => warning !== null)
    expect(warned.map((part) => query.slice(part.warningStartUtf16, part.warningEndUtf16))).toEqual(
      [about],
    )
  })

  it('says something about every query that is not blank', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(interpret(query).parts.length > 0).toBe(query.trim() !== '')
      }),
    )
  })

  it('keeps parts in order and apart, whatever the query', () => {
    fc.assert(
      fc.property(fc.oneof(anyQuery, anyLongQuery), (query) => {
        let at = 0
        for (const part of interpret(query).parts) {
          if (part.warningStartUtf16 !== undefined) {
            expect(part.warningStartUtf16).toBeGreaterThanOrEqual(part.startUtf16)
            expect(part.warningEndUtf16).toBeGreaterThan(part.warningStartUtf16)
            expect(part.warningEndUtf16).toBeLessThanOrEqual(part.endUtf16)
          }
          expect(part.startUtf16).toBeGreaterThanOrEqual(at)
          expect(part.endUtf16).toBeGreaterThan(part.startUtf16)
          at = part.endUtf16
        }
        expect(at).toBeLessThanOrEqual(query.length)
      }),
    )
  })
})
