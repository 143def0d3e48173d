import { listConditions } from '#shared/search-query/list-conditions.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { QueryNode } from '#shared/search-query/query-tree.ts'
import type { FieldSign } from '#shared/search-query/toggle-field.ts'

/** A field whose names are offered to choose from. */
export type NameField = 'entity' | 'source' | 'topic' | 'tag'

/** What a query asks of a field: names that every match must have, or must not. */
export interface FieldSigns {
  /** In the query's order, as it writes them. */
  names: { name: string; sign: FieldSign }[]
  /** @returns `null` for a name that is not asked for; case does not matter. */
  signOf: (name: string) => FieldSign | null
}

/** Read once what a query asks of a field, for however many names there are to mark. */
export function readFieldSigns(query: string, field: NameField): FieldSigns {
  const names = listConditions(parseQuery(query).root).flatMap((node) => {
    const isOut = node.kind === 'not'
    const name = nameOf(isOut ? node.child : node, field)
    const sign: FieldSign = isOut ? 'exclude' : 'include'
    return name === null ? [] : [{ name, sign }]
  })
  const signs = new Map(names.map(({ name, sign }) => [foldCase(name), sign]))
  return { names, signOf: (name) => signs.get(foldCase(name)) ?? null }
}

function nameOf(node: QueryNode, field: NameField): string | null {
  return node.kind === 'term' && node.field === field && !node.isPrefix ? node.value : null
}

function foldCase(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
