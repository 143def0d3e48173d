import type { FieldName } from '#shared/search-query/query-fields.ts'
import { formatField } from '#shared/search-query/format-field.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { QueryNode } from '#shared/search-query/query-tree.ts'
import { removePart } from '#shared/search-query/remove-part.ts'

/** The query with one more condition, unless it has it already. */
export function addField(query: string, name: FieldName, value: string): string {
  const part = formatField(name, value)
  const has = listTopLevel(query).some(
    ({ startUtf16, endUtf16 }) => query.slice(startUtf16, endUtf16) === part,
  )
  return has ? query : `${query.trim()} ${part}`.trim()
}

/** The query with this date in place of those it had. `none` asks for undated events. */
export function setDate(query: string, date: string): string {
  return addField(removeDates(query), 'date', date)
}

/** The query without its dates, of those that all matches must have. */
export function removeDates(query: string): string {
  const date = listTopLevel(query).find((node) => node.kind === 'date')
  return date ? removeDates(removePart(query, date)) : query
}

/** @returns the one date that all matches must have (`2008-06`, `none`), or `null`. */
export function dateOf(query: string): string | null {
  const dates = listTopLevel(query).filter((node) => node.kind === 'date')
  const [date] = dates
  if (date === undefined || dates.length > 1) return null
  if (date.test.kind === 'undated') return 'none'
  return date.test.kind === 'within' && date.test.first === date.test.last ? date.test.first : null
}

function listTopLevel(query: string): QueryNode[] {
  const { root } = parseQuery(query)
  if (root === null) return []
  return root.kind === 'all' ? root.children : [root]
}
