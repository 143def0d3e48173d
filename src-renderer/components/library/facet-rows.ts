import type { NameCount } from '#shared/browse.ts'
import type { FieldSign } from '#shared/search-query/toggle-field.ts'
import { type NameField, readFieldSigns } from './field-signs.ts'

/** A name of a facet, and whether the query asks for it. */
export interface FacetRow {
  name: string
  /** Events of the answer; `null` where it is not among the names that most of them have. */
  count: number | null
  /** Of the largest count, 0–1; `null` with `count`. */
  share: number | null
  sign: FieldSign | null
}

/** The names the query asks for or leaves out, then those that most events have. */
export function listFacetRows(
  query: string,
  field: NameField,
  names: readonly NameCount[],
): FacetRow[] {
  const { names: asked, signOf } = readFieldSigns(query, field)
  const most = names.reduce((high, { count }) => Math.max(high, count), 1)
  const rows = names.map(({ name, count }): FacetRow => {
    return { name, count, share: count / most, sign: signOf(name) }
  })
  const known = new Set(names.map(({ name }) => name.toLowerCase()))
  const others = asked
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .map((one): FacetRow => ({ ...one, count: null, share: null }))
  return [
    ...others,
    ...rows.filter(({ sign }) => sign !== null),
    ...rows.filter(({ sign }) => sign === null),
  ]
}
