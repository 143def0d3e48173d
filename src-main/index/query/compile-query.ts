import type { SQLInputValue } from 'node:sqlite'
import type { QueryNode, TermNode } from '#shared/search-query/query-tree.ts'
import { rangeOfTest } from './date-range.ts'
import { findEventNumber } from './event-keys.ts'
import { findEntities, findHosts } from './find-names.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { type TextMatch, matchAll, matchText, matchWords, splitByText } from './text-match.ts'

/** A piece of SQL with its values in order. */
export interface SqlPiece {
  sql: string
  params: SQLInputValue[]
}

/** A set of events, as a statement can select it. */
export interface EventSet {
  /** What follows `FROM`. */
  from: 'event' | 'event_entity' | 'event_text'
  /** The column of an event's row id. */
  id: string
  /** What the text index is asked; `null` unless the set is selected from it. */
  text: TextMatch | null
  /** What else must hold. */
  where: SqlPiece
}

/** What must hold of every match. @param root - `null` asks for all events. */
export function listConditions(root: QueryNode | null): QueryNode[] {
  if (root === null) return []
  return root.kind === 'all' ? root.children : [root]
}

/** The events for which all of these conditions hold. */
export function compileQuery(index: IndexSnapshot, nodes: QueryNode[]): EventSet {
  const { positives, negatives, others } = splitByText(nodes)
  if (positives.length > 0) {
    const text = { positive: matchAll(positives, []), whole: matchAll(positives, negatives) }
    // Without the plus, SQLite would ask the text index anew for every row of a subquery.
    const where = compileAll(index, others, '+event_text.rowid')
    return { from: 'event_text', id: 'rowid', text, where }
  }
  const entity = findSingleEntity(index, nodes)
  if (entity !== null) {
    const rest = compileAll(index, entity.others, 'event_id')
    const where = join([{ sql: 'entity_id = ?', params: [entity.id] }, rest], 'AND')
    return { from: 'event_entity', id: 'event_id', text: null, where }
  }
  return { from: 'event', id: 'id', text: null, where: compileAll(index, nodes, 'id') }
}

/** A condition that means one entity, whose events are at hand in their order. */
function findSingleEntity(index: IndexSnapshot, nodes: QueryNode[]) {
  for (const node of nodes) {
    if (node.kind !== 'term' || node.field !== 'entity') continue
    const [id, ...more] = findEntities(index, node)
    if (id === undefined || more.length > 0) continue
    return { id, others: nodes.filter((other) => other !== node) }
  }
  return null
}

/** A condition on the row id of an event. */
function compileNode(index: IndexSnapshot, node: QueryNode, id: string): SqlPiece {
  const match = matchText(node)
  if (match !== null) return isInText(id, match)
  switch (node.kind) {
    case 'term':
      return compileTerm(index, node, id)
    case 'date': {
      const { first, end } = rangeOfTest(node.test)
      // A range does narrow what the text index reads.
      const column = id.replace('+', '')
      return { sql: `(${column} >= ? AND ${column} < ?)`, params: [first, end] }
    }
    case 'not': {
      const { sql, params } = compileNode(index, node.child, id)
      return { sql: `NOT ${sql}`, params }
    }
    case 'any':
      return join(
        node.children.map((child) => compileNode(index, child, id)),
        'OR',
      )
    case 'all':
      return compileAll(index, node.children, id)
  }
}

function compileAll(index: IndexSnapshot, children: QueryNode[], id: string): SqlPiece {
  const { positives, negatives, others } = splitByText(children)
  const rest = positives.length > 0 ? others : children
  const pieces = rest.map((node) => compileNode(index, node, id))
  if (positives.length > 0) pieces.unshift(isInText(id, matchAll(positives, negatives)))
  return join(pieces, 'AND')
}

function compileTerm(index: IndexSnapshot, node: TermNode, id: string): SqlPiece {
  switch (node.field) {
    case 'entity':
      return isInList(
        id,
        'SELECT event_id FROM event_entity WHERE entity_id',
        findEntities(index, node),
      )
    case 'source': {
      const hosts = findHosts(index, node)
      const byHost = isInList(id, 'SELECT event_id FROM source WHERE host_id', hosts)
      // A host that is known says all; a word may be part of an outlet's name as well.
      if (hosts.length > 0 && node.value.includes('.')) return byHost
      return join([byHost, isInText(id, matchWords('source', node))], 'OR')
    }
    case 'id': {
      if (node.isPrefix) {
        const sql = `${id} IN (SELECT id FROM event WHERE key >= ? AND key < ?)`
        return { sql, params: [node.value, `${node.value}\u{10FFFF}`] }
      }
      const number = findEventNumber(index, node.value)
      return number === null ? { sql: '0', params: [] } : { sql: `${id} = ?`, params: [number] }
    }
    case 'text':
    case 'title':
    case 'topic':
      return isInText(id, matchWords(node.field, node))
  }
}

function isInText(id: string, match: string): SqlPiece {
  return {
    sql: `${id} IN (SELECT rowid FROM event_text WHERE event_text MATCH ?)`,
    params: [match],
  }
}

function isInList(id: string, select: string, values: number[]): SqlPiece {
  return {
    sql: `${id} IN (${select} IN (SELECT value FROM json_each(?)))`,
    params: [JSON.stringify(values)],
  }
}

function join(pieces: SqlPiece[], word: 'AND' | 'OR'): SqlPiece {
  if (pieces.length === 0) return { sql: '1', params: [] }
  return {
    sql: `(${pieces.map(({ sql }) => sql).join(` ${word} `)})`,
    params: pieces.flatMap(({ params }) => params),
  }
}
