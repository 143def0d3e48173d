import fc from 'fast-check'
import { listConditions } from '#shared/search-query/list-conditions.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { QueryNode } from '#shared/search-query/query-tree.ts'

const PIECES = [
  ' ',
  ' ',
  ' ',
  '(',
  ')',
  '-',
  '*',
  '"',
  '“',
  '”',
  '\\',
  ':',
  ' OR ',
  ' AND ',
  '..',
  '\0',
  'NEAR(',
  'fuel',
  'aid',
  'Économie',
  '傳播',
  '核',
  'سلام',
  'title:',
  'topic:',
  'entity:',
  'source:',
  'id:',
  'date:',
  'before:',
  'after:',
  'tag:',
  'note:',
  'in：',
  'Has:',
  'sort:',
  'is:',
  'color:',
  'orphan',
  'yellow',
  'text:',
  'place:',
  '=',
  'oldest',
  'relevance',
  'none',
  '2008',
  '2008-06',
  '2009-01-31',
  '\ud83d',
]

/** Long runs of what is most awkward, as far as a query is read and beyond. */
export const anyLongQuery = fc
  .tuple(
    fc.array(
      fc.constantFrom('(', ')', '"', '“', '-', ':', '*', '\\', '=', '\ud83d', ' ', 'a', 'in:'),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    fc.constantFrom(300, 4000, 5000),
  )
  .map(([pieces, length]) => pieces.join('').repeat(length).slice(0, length))

/** Queries that look like the search language, mostly broken. */
export const anyQuery = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((p) => p.join(''))

/** Names of any kind, also of the signs of the search language; none is blank. */
export const anyName = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', '\\', '*', '(', ')', ' ', 'a', '“', ':', '-', '\n') }),
  )
  .filter((name) => name.trim() !== '' && name.length < 1000)

/** A node and all below it. */
export function listNodes(node: QueryNode | null): QueryNode[] {
  if (node === null) return []
  if (node.kind === 'not') return [node, ...listNodes(node.child)]
  if (node.kind === 'all' || node.kind === 'any') return [node, ...node.children.flatMap(listNodes)]
  return [node]
}

/** A tree as one would say it: `(a & "b c" & !(d | e*))`. */
export function showNode(node: QueryNode | null): string {
  switch (node?.kind) {
    case undefined:
      return ''
    case 'term': {
      const value = node.isPhrase ? JSON.stringify(node.value) : node.value
      const field = node.field === 'text' ? '' : `${node.field}=`
      return `${field}${node.isExact ? '=' : ''}${value}${node.isPrefix ? '*' : ''}`
    }
    case 'has':
      return `has ${node.what}`
    case 'mark':
      return `${node.test.field} ${node.test.value}`
    case 'date':
      return Object.values(node.test).map(String).join(' ')
    case 'not':
      return `!${showNode(node.child)}`
    case 'all':
    case 'any':
      return `(${node.children.map(showNode).join(node.kind === 'all' ? ' & ' : ' | ')})`
  }
}

/** What a query asks of every match, without regard to quotes, which may have to be closed. */
export function showConditions(query: string): string[] {
  const show = (node: QueryNode) => showNode(node).replace(/["“”\\]/gu, '')
  return listConditions(parseQuery(query).root).map(show)
}
