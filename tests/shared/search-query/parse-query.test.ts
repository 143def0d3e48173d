import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { QueryNode } from '#shared/search-query/query-tree.ts'
import { anyQuery } from './any-query.ts'

/** A tree as one would say it: `(a & "b c" & !(d | e*))`. */
function show(node: QueryNode | null): string {
  switch (node?.kind) {
    case undefined:
      return ''
    case 'term': {
      const value = node.isPhrase ? JSON.stringify(node.value) : node.value
      return `${node.field === 'text' ? '' : `${node.field}=`}${value}${node.isPrefix ? '*' : ''}`
    }
    case 'date':
      return Object.values(node.test).map(String).join(' ')
    case 'not':
      return `!${show(node.child)}`
    case 'all':
    case 'any':
      return `(${node.children.map(show).join(node.kind === 'all' ? ' & ' : ' | ')})`
  }
}

function listNodes(node: QueryNode | null): QueryNode[] {
  if (node === null) return []
  if (node.kind === 'not') return [node, ...listNodes(node.child)]
  if (node.kind === 'all' || node.kind === 'any') return [node, ...node.children.flatMap(listNodes)]
  return [node]
}

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
    ['http://bbc.co.uk/x 12:30', '(http://bbc.co.uk/x & 12:30)'],
    ['核武器 OR 傳播*', '(核武器 | 傳播*)'],
    ['سلام -حرب', '(سلام & !حرب)'],
  ])('reads %j as %s without a warning', (query, tree) => {
    expect(show(parseQuery(query).root)).toBe(tree)
    expect(warningsOf(query)).toEqual([])
  })

  it.each([
    ['"fuel aid', '"fuel aid"', 'closing quote is missing'],
    ['entity:"North', 'entity="North"', 'closing quote is missing'],
    ['"', '', 'no letters or digits'],
    ['(a OR b', '(a | b)', 'never closed'],
    ['-(a b', '!(a & b)', 'never closed'],
    ['a) b', '(a & b)', 'closes nothing'],
    ['a OR', 'a', 'between two things'],
    ['OR a', 'a', 'between two things'],
    ['a - b', '(a & b)', 'no letters or digits'],
    ['a -)', 'a', 'before what is excluded'],
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
    ['tag:energy', 'energy', 'Tags cannot be searched yet'],
    ['-note:"to do"', '!"to do"', 'Notes cannot be searched yet'],
    ['in:talks has:note', '(talks & note)', 'Collections cannot be searched yet'],
  ])('reads %j as %s and warns', (query, tree, warning) => {
    expect(show(parseQuery(query).root)).toBe(tree)
    expect(warningsOf(query).join(' ')).toContain(warning)
  })

  it('never fails, and every node and ignored part lies within the query', () => {
    fc.assert(
      fc.property(fc.oneof(anyQuery, fc.string({ unit: 'binary' })), (query) => {
        const { root, ignored } = parseQuery(query)
        for (const span of [...listNodes(root), ...ignored]) {
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
        const { root, ignored } = parseQuery(query)
        let rest = query
        for (const { startUtf16, endUtf16 } of [...listNodes(root), ...ignored]) {
          rest =
            rest.slice(0, startUtf16) + ' '.repeat(endUtf16 - startUtf16) + rest.slice(endUtf16)
        }
        expect(rest.replace(/\b(?:OR|AND)\b/g, '')).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
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
    expect(show(parseQuery(query).root)).toBe('((a | b) & c)')
    expect(warningsOf(query)[0]).toContain('nested too deeply')
  })
})
