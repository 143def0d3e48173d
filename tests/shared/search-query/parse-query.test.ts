import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { anyLongQuery, anyQuery, listNodes, showNode } from './any-query.ts'

function warningsOf(query: string): string[] {
  const { root, ignored } = parseQuery(query)
  const warned = listNodes(root).flatMap((node) =>
    node.kind === 'term' && node.warning !== null ? [node.warning] : [],
  )
  return [...warned, ...ignored.map(({ warning }) => warning)]
}

describe('parseQuery', () => {
  it.each([
    ['', ''],
    ['  \n ', ''],
    ['fuel aid', '(fuel & aid)'],
    ['fuel AND aid', '(fuel & aid)'],
    ['"fuel aid"', '"fuel aid"'],
    ['“fuel aid”', '"fuel aid"'],
    ['nucl*', 'nucl*'],
    ['"fuel ai"*', '"fuel ai"*'],
    ['-war', '!war'],
    ['--war', 'war'],
    ['a -"b c"', '(a & !"b c")'],
    ['a OR b c', '(a | (b & c))'],
    ['(a OR b) c', '((a | b) & c)'],
    ['（a OR b） c', '((a | b) & c)'],
    ['-(a OR b)', '!(a | b)'],
    ['-(-a)', 'a'],
    ['a or b', '(a & or & b)'],
    ['ORDER ANDES', '(ORDER & ANDES)'],
    ['fuel-aid', 'fuel-aid'],
    ['title:war topic:peace', '(title=war & topic=peace)'],
    ['ENTITY:"North Korea"', 'entity="North Korea"'],
    ['entity：日本', 'entity=日本'],
    ['entity:"say \\"hi\\" \\\\ there"', 'entity="say \\"hi\\" \\\\ there"'],
    ['"C:\\temp"', '"C:\\\\temp"'],
    ['entity:nor*', 'entity=nor*'],
    ['source:bbc.co.uk', 'source=bbc.co.uk'],
    ['id:news/2008/06/6/x', 'id=news/2008/06/6/x'],
    ['date:2008', 'within 2008 2008'],
    ['date:2008-6', 'within 2008-06 2008-06'],
    ['date:2008/6/6', 'within 2008-06-06 2008-06-06'],
    ['date:2008-06..2009', 'within 2008-06 2009'],
    ['date:2009..2008-06', 'within 2008-06 2009'],
    ['date:2008..2008-06', 'within 2008 2008-06'],
    ['date:2008..', 'within 2008 null'],
    ['date:..2008-02-29', 'within null 2008-02-29'],
    ['date:none', 'undated'],
    ['before:2009', 'before 2009'],
    ['-after:"2008-06-06"', '!after 2008-06-06'],
    ['tag:energy -Tag:aid/fu*', '(tag=energy & !tag=aid/fu*)'],
    ['tag:#aid', 'tag=aid'],
    ['tag:#', 'tag=#'],
    ['-note:"to do" note:fuel*', '(!note="to do" & note=fuel*)'],
    ['in:"Six-party talks"', 'collection="Six-party talks"'],
    ['COLLECTION:talks', 'collection=talks'],
    ['text:fuel TEXT:"fuel aid"', '(fuel & "fuel aid")'],
    ['has:note -has:tag', '(has note & !has tag)'],
    ['has:Notes has:"summaries" has:errors', '(has note & has summary & has problem)'],
    ['sort:date', ''],
    ['fuel sort:relevance aid', '(fuel & aid)'],
    ['a OR sort:linked OR b', '(a | b)'],
    ['-(sort:oldest) a', 'a'],
    ['="Café"', '="Café"'],
    ['=“Café”', '="Café"'],
    ['=Café', '=Café'],
    ['＝咖啡', '=咖啡'],
    ['title:="Fuel aid" -entity:=Japan', '(title=="Fuel aid" & !entity==Japan)'],
    ['tag:="Aid" in:=Talks', '(tag=="Aid" & collection==Talks)'],
    ['a=b', 'a=b'],
    ['http://bbc.co.uk/x 12:30', '(http://bbc.co.uk/x & 12:30)'],
    ['核武器 OR 傳播*', '(核武器 | 傳播*)'],
    ['سلام -حرب', '(سلام & !حرب)'],
  ])('reads %j as %s without a warning', (query, tree) => {
    expect(showNode(parseQuery(query).root)).toBe(tree)
    expect(warningsOf(query)).toEqual([])
  })

  it.each([
    ['"fuel aid', '"fuel aid"', 'closing quote is missing'],
    ['entity:"North', 'entity="North"', 'closing quote is missing'],
    ['"', '', 'no letters or digits'],
    ['(a OR b', '(a | b)', 'never closed'],
    ['-(a b', '!(a & b)', 'never closed'],
    ['a) b', '(a & b)', 'closes nothing'],
    ['-) -b', '!b', 'before what is excluded'],
    ['a OR', 'a', 'between two things'],
    ['OR a', 'a', 'between two things'],
    ['a - b', '(a & b)', 'no letters or digits'],
    ['a -)', 'a', 'before what is excluded'],
    ['a -)b', '(a & b)', 'before what is excluded'],
    ['a --)b', '(a & b)', 'before what is excluded'],
    ['a !!! b', '(a & b)', 'no letters or digits'],
    ['*', '', 'no letters or digits'],
    ['place:Paris', 'place:Paris', 'no field “place”'],
    ['constructor:x', 'constructor:x', 'no field “constructor”'],
    ['entity:', 'entity:', 'Nothing follows'],
    ['entity:""', '"entity:\\"\\""', 'Nothing follows'],
    ['date:soon', 'soon', 'is no date'],
    ['date:2008-02-30', '2008-02-30', 'is no date'],
    ['date:0000', '0000', 'is no date'],
    ['date:2008..2009..2010', '2008..2009..2010', 'is no date'],
    ['before:2008..2009', '2008..2009', 'is no date'],
    ['note:!', '', 'no letters or digits'],
    [
      'has:money',
      'money',
      'note, highlight, tag, collection, claim, source, summary, revision, problem',
    ],
    ['has:', 'has:', 'Nothing follows'],
    ['a sort:age', 'a', 'date, date-ascending, relevance, linked'],
    ['a sort:', 'a', 'Nothing follows “sort:”; it was ignored'],
    ['a -sort:date', 'a', 'An order cannot be excluded'],
    ['sort:date a sort:linked', 'a', 'Another order follows'],
    ['a = b', '(a & b)', 'no letters or digits'],
    ['=(a)', 'a', 'no letters or digits'],
    ['title:=', 'title:=', 'Nothing follows'],
    ['=Caf*', '=Caf', '“*” was ignored'],
    ['="Caf"*', '="Caf"', '“*” was ignored'],
    ['date:=2008', 'within 2008 2008', '“date:” is always exact; “=” was ignored'],
    ['has:="note"', 'has note', '“=” was ignored'],
    ['sort:=date', '', '“=” was ignored'],
    ['date:=2008-13', '2008-13', 'is no date'],
    ['date:"2008', 'within 2008 2008', 'closing quote is missing'],
    ['place:="Paris"', '"place:=\\"Paris\\""', 'no field “place”'],
    ['AND a', 'a', 'between two things'],
    ['a AND', 'a', 'between two things'],
    ['a AND AND b', '(a & b)', 'between two things'],
    ['()', '', 'nothing between'],
    ['a -( )', 'a', 'nothing between'],
  ])('reads %j as %s and warns', (query, tree, warning) => {
    expect(showNode(parseQuery(query).root)).toBe(tree)
    expect(warningsOf(query).join(' ')).toContain(warning)
  })

  it.each([
    ['fuel', null],
    ['sort:date', 'date 0–9'],
    ['a Sort:NEWEST', 'date 2–13'],
    ['sort:oldest', 'date-ascending 0–11'],
    ['sort:"relevance" a', 'relevance 0–16'],
    ['sort：links', 'linked 0–10'],
    ['(a OR -sort:linked) b', 'linked 7–18'],
    ['sort:date sort:linked', 'linked 10–21'],
    ['sort:linked sort:age', 'linked 0–11'],
    ['"sort:date"', null],
  ])('finds in %j the order %s', (query, order) => {
    const { sort } = parseQuery(query)
    expect(sort && `${sort.sort} ${sort.startUtf16}–${sort.endUtf16}`).toBe(order)
  })

  it.each([
    ['a date:2008-13', '2008-13'],
    ['has:="money"', '"money"'],
    ['-place:Paris', 'place:'],
    ['a entity: b', 'entity:'],
  ])('tells of %j that the warning is about %s', (query, about) => {
    const warned = listNodes(parseQuery(query).root).flatMap((node) =>
      node.kind === 'term' && node.warned ? [node.warned] : [],
    )
    expect(warned.map(({ startUtf16, endUtf16 }) => query.slice(startUtf16, endUtf16))).toEqual([
      about,
    ])
  })

  it('never fails, and every node and ignored part lies within the query', () => {
    fc.assert(
      fc.property(fc.oneof(anyQuery, anyLongQuery, fc.string({ unit: 'binary' })), (query) => {
        const { root, sort, ignored } = parseQuery(query)
        for (const span of [...listNodes(root), ...(sort ? [sort] : []), ...ignored]) {
          expect(span.startUtf16).toBeGreaterThanOrEqual(0)
          expect(span.endUtf16).toBeGreaterThan(span.startUtf16)
          expect(span.endUtf16).toBeLessThanOrEqual(query.length)
        }
      }),
    )
  })

  it('gives children that lie within their parent, in order', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        for (const node of listNodes(parseQuery(query).root)) {
          if (node.kind !== 'all' && node.kind !== 'any') continue
          expect(node.children.length).toBeGreaterThan(1)
          let at = node.startUtf16
          for (const child of node.children) {
            expect(child.startUtf16).toBeGreaterThanOrEqual(at)
            at = child.endUtf16
          }
          expect(at).toBeLessThanOrEqual(node.endUtf16)
        }
      }),
    )
  })

  it('leaves no letter of a query unaccounted for', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { root, sort, ignored } = parseQuery(query)
        let rest = query
        const spans = [...listNodes(root), ...(sort ? [sort] : []), ...ignored]
        for (const { startUtf16, endUtf16 } of spans) {
          rest =
            rest.slice(0, startUtf16) + ' '.repeat(endUtf16 - startUtf16) + rest.slice(endUtf16)
        }
        expect(rest.replace(/\b(?:OR|AND)\b/g, '')).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
  })

  it.each([
    '(',
    ')',
    '"',
    '-',
    ':',
    '*',
    '=',
    '\\',
    '\ud83d',
    '(-',
    'a:',
    '*a',
    '(a OR ',
    '")',
    '-"',
  ])('reads thousands of %j at once', (piece) => {
    const query = piece.repeat(4000)
    const before = performance.now()
    parseQuery(query)
    expect(performance.now() - before).toBeLessThan(500)
  })

  it('searches the beginning of a query that is too long, and says so', () => {
    const query = 'word '.repeat(2000)
    const { root, ignored } = parseQuery(query)
    expect(listNodes(root).length).toBeLessThan(300)
    expect(ignored.map(({ warning }) => warning)).toEqual([
      'The query is too long; the rest of it is not searched.',
    ])
    expect(ignored[0]!.endUtf16).toBe(query.length)
  })

  it('dissolves groups that are nested too deeply, and says so', () => {
    const query = `${'('.repeat(100)}a OR b${')'.repeat(100)} c`
    expect(showNode(parseQuery(query).root)).toBe('((a | b) & c)')
    expect(warningsOf(query)[0]).toContain('nested too deeply')
  })
})
