import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCompletion, formatSuggestion } from '#shared/search-query/complete-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { anyName, anyQuery, listNodes } from './any-query.ts'

/** A query with its caret written as a bar. */
function completeAt(marked: string) {
  const caretUtf16 = marked.indexOf('|')
  const query = marked.replace('|', '')
  return { query, caretUtf16, completion: findCompletion(query, caretUtf16) }
}

/** A query as it is once a suggestion was taken. */
function take(marked: string, field: Parameters<typeof formatSuggestion>[1], value: string | null) {
  const { query, completion } = completeAt(marked)
  if (!completion) return null
  const text = formatSuggestion(completion, field, value)
  return query.slice(0, completion.startUtf16) + text + query.slice(completion.endUtf16)
}

describe('findCompletion', () => {
  it.each([
    ['|', '', null, ''],
    ['fu|', 'fu', null, 'fu'],
    ['fu|el', 'fuel', null, 'fu'],
    ['a | b', '', null, ''],
    ['(|', '', null, ''],
    ['(a)|', '', null, ''],
    ['entity:|', 'entity:', 'entity', ''],
    ['a ENTITY:Nor| b', 'ENTITY:Nor', 'entity', 'Nor'],
    ['ent|ity:Japan', 'entity:Japan', null, 'ent'],
    ['entity|:Japan', 'entity:Japan', null, 'entity'],
    ['collection:ta|', 'collection:ta', 'in', 'ta'],
    ['entity：日|本', 'entity：日本', 'entity', '日'],
    ['a entity:"North K|orea" b', 'entity:"North Korea"', 'entity', 'North K'],
    ['entity:"North Korea"|', 'entity:"North Korea"', 'entity', 'North Korea'],
    ['entity:“North K|', 'entity:“North K', 'entity', 'North K'],
    ['entity:"say \\"h|i\\""', 'entity:"say \\"hi\\""', 'entity', 'say "h'],
    ['entity:nor*|', 'entity:nor*', 'entity', 'nor'],
    ['(a OR entity:Jap|) b', 'entity:Jap', 'entity', 'Jap'],
    ['a OR Jap|', 'Jap', null, 'Jap'],
    ['ORD|ER', 'ORDER', null, 'ORD'],
    ['has:no|', 'has:no', 'has', 'no'],
    ['http://bbc|', 'http://bbc', null, 'http://bbc'],
    ['place:Par|', 'place:Par', null, 'place:Par'],
    ['a "b"c|', 'c', null, 'c'],
  ])(
    'finds at %j the span %j, the field %s and what is typed: %j',
    (marked, span, field, typed) => {
      const { query, completion } = completeAt(marked)
      expect(completion).toMatchObject({ field, typed })
      expect(query.slice(completion!.startUtf16, completion!.endUtf16)).toBe(span)
    },
  )

  it.each([
    ['-|', true, false, '-'],
    ['a -en|tity', true, false, '-entity'],
    ['-|fuel', true, false, '-fuel'],
    ['--entity:Ja|', false, false, '--entity:Ja'],
    ['=Ca|', false, true, '=Ca'],
    ['-title:="Fuel a|', true, true, '-title:="Fuel a'],
  ])('keeps at %j the signs (excluded %s, exact %s)', (marked, isNegative, isExact, span) => {
    const { query, completion } = completeAt(marked)
    expect(completion).toMatchObject({ isNegative, isExact })
    expect(query.slice(completion!.startUtf16, completion!.endUtf16)).toBe(span)
  })

  it.each([
    ['entity:"Nor| before:2009', 'entity:"Nor'],
    ['entity:"Nor|th Korea', 'entity:"North'],
    ['entity:"Nor| "fuel aid" b', 'entity:"Nor'],
    ['entity:"Nor| Kor" b', 'entity:"Nor Kor"'],
  ])('takes in %j no more than %j, since the quote is not closed', (marked, span) => {
    const { query, completion } = completeAt(marked)
    expect(query.slice(completion!.startUtf16, completion!.endUtf16)).toBe(span)
  })

  it.each(['a OR| b', 'a AND|', 'A|ND b', '|fuel', 'a |b', '(|a', '-|(a)', 'a"Jap|'])(
    'finds nothing to complete at %j',
    (marked) => {
      expect(completeAt(marked).completion).toBeNull()
    },
  )

  it('finds nothing where a query is no longer read', () => {
    const query = 'word '.repeat(2000)
    expect(findCompletion(query, query.length)).toBeNull()
    expect(findCompletion(query, 2)).toMatchObject({ typed: 'wo' })
  })

  it('finds a span that holds the caret, and whose suggestion is read as it is meant', () => {
    const anyPlace = anyQuery.chain((query) =>
      fc.tuple(fc.constant(query), fc.nat(query.length), anyName),
    )
    let found = 0
    fc.assert(
      fc.property(anyPlace, ([query, caretUtf16, value]) => {
        const completion = findCompletion(query, caretUtf16)
        if (!completion) return
        found++
        const { startUtf16, endUtf16, isExact, isNegative } = completion
        expect(startUtf16).toBeLessThanOrEqual(caretUtf16)
        expect(endUtf16).toBeGreaterThanOrEqual(caretUtf16)

        const text = formatSuggestion(completion, 'entity', value)
        const { root } = parseQuery(query.slice(0, startUtf16) + text + query.slice(endUtf16))
        const term = { kind: 'term', field: 'entity', value, isExact }
        const wanted: unknown = expect.objectContaining(
          isNegative ? { kind: 'not', child: expect.objectContaining(term) as unknown } : term,
        )
        expect(listNodes(root)).toContainEqual(wanted)
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(200)
  })
})

describe('formatSuggestion', () => {
  it.each([
    ['-en|', 'entity', 'North Korea', '-entity:"North Korea"'],
    ['a ent| b', 'entity', null, 'a entity: b'],
    ['a =ent| b', 'entity', null, 'a entity:= b'],
    ['a =no| b', 'has', 'note', 'a has:note b'],
    ['entity:"Jap|', 'entity', 'Japan', 'entity:"Japan"'],
    ['(a OR -tag:ai|) b', 'tag', 'aid/fuel', '(a OR -tag:aid/fuel) b'],
    ['collection:six|', 'in', 'Six-party talks', 'in:"Six-party talks"'],
    ['entity:日|', 'entity', '日本', 'entity:日本'],
    ['so|', 'sort', 'date-ascending', 'sort:date-ascending'],
  ] as const)('turns %j with %s %j into %j', (marked, field, value, query) => {
    expect(take(marked, field, value)).toBe(query)
  })
})
