import { addPart } from './add-part.ts'
import { asksSame } from './asks-same.ts'
import { formatField } from './format-field.ts'
import { listConditions } from './list-conditions.ts'
import { parseQuery } from './parse-query.ts'
import type { FieldName } from './query-fields.ts'
import type { QueryNode } from './query-tree.ts'
import { removePart } from './remove-part.ts'
import { replacePart } from './replace-part.ts'

/** Whether a condition must hold or must not. */
export type FieldSign = 'include' | 'exclude'

/** A field that asks for something. */
export type ConditionField = Exclude<FieldName, 'sort'>

/**
 * The query with this condition on every match; without it where it had it already; with its sign
 * turned where it had it with the other one. The rest stays as it is written.
 *
 * @param value - Not blank. Names that differ in case only are one.
 */
export function toggleField(
  query: string,
  field: ConditionField,
  value: string,
  sign: FieldSign,
): string {
  let rest = query
  const findSame = () => findCondition(rest, field, value, sign)
  for (let same = findSame(); same; same = findSame()) rest = removePart(rest, same)
  if (rest !== query) return rest

  const opposite = findCondition(query, field, value, sign === 'include' ? 'exclude' : 'include')
  const leaf = opposite?.kind === 'not' ? opposite.child : opposite
  const isExact = leaf?.kind === 'term' && leaf.isExact
  const part = `${sign === 'exclude' ? '-' : ''}${formatField(field, value, { isExact })}`
  return opposite ? replacePart(query, opposite, part) : addPart(query, part)
}

/** @returns how the query asks for this condition on every match, or `null` where it does not. */
export function findFieldSign(
  query: string,
  field: ConditionField,
  value: string,
): FieldSign | null {
  const signs = ['include', 'exclude'] as const
  return signs.find((sign) => findCondition(query, field, value, sign) !== null) ?? null
}

function findCondition(
  query: string,
  field: ConditionField,
  value: string,
  sign: FieldSign,
): QueryNode | null {
  const wanted = parseQuery(formatField(field, value)).root
  if (wanted === null) return null
  const isWanted = (node: QueryNode) =>
    sign === 'include'
      ? asksSame(node, wanted)
      : node.kind === 'not' && asksSame(node.child, wanted)
  return listConditions(parseQuery(query).root).find(isWanted) ?? null
}
