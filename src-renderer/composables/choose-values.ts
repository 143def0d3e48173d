import { addPart } from '#shared/search-query/add-part.ts'
import { asksSame } from '#shared/search-query/asks-same.ts'
import { formatField } from '#shared/search-query/format-field.ts'
import { listConditions } from '#shared/search-query/list-conditions.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { FieldName } from '#shared/search-query/query-fields.ts'
import type { QueryNode } from '#shared/search-query/query-tree.ts'
import { removePart } from '#shared/search-query/remove-part.ts'

/** A field of which a match can have only one value, and the values to choose from. */
export interface ValueChoice {
  field: FieldName
  values: readonly string[]
}

/** @returns the values of which the query wants one: `is:open`, `(colour:blue OR colour:pink)`. */
export function listChosen(query: string, choice: ValueChoice): string[] {
  const asked = findChoices(query, choice).flatMap((node) => namedIn(node, choice))
  return choice.values.filter((value) => asked.includes(value))
}

/** The query that takes this value, too, or no longer; the rest stays as it is written. */
export function toggleChosen(query: string, choice: ValueChoice, value: string): string {
  const chosen = listChosen(query, choice)
  const next = choice.values.filter((known) => chosen.includes(known) !== (known === value))
  const rest = removeChoices(query, choice)
  const parts = next.map((known) => formatField(choice.field, known))
  if (parts.length === 0) return rest
  return addPart(rest, parts.length === 1 ? parts.join('') : `(${parts.join(' OR ')})`)
}

function removeChoices(query: string, choice: ValueChoice): string {
  const [first] = findChoices(query, choice)
  return first ? removeChoices(removePart(query, first), choice) : query
}

/** Conditions on every match that are about nothing but these values. */
function findChoices(query: string, choice: ValueChoice): QueryNode[] {
  return listConditions(parseQuery(query).root).filter((node) => {
    const leaves = node.kind === 'any' ? node.children : [node]
    return leaves.every((leaf) => valueOf(leaf, choice) !== null)
  })
}

function namedIn(node: QueryNode, choice: ValueChoice): string[] {
  const leaves = node.kind === 'any' ? node.children : [node]
  return leaves.flatMap((leaf) => valueOf(leaf, choice) ?? [])
}

function valueOf(leaf: QueryNode, { field, values }: ValueChoice): string | null {
  const isSame = (value: string) => {
    const wanted = parseQuery(formatField(field, value)).root
    return wanted !== null && asksSame(leaf, wanted)
  }
  return values.find(isSame) ?? null
}
