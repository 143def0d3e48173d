import type { TermField } from './query-tree.ts'

/** How the value of a field is read. */
export type FieldRule =
  | { reads: 'term'; field: TermField }
  | { reads: 'date' | 'before' | 'after' }
  /** Known, but not searched yet: the value is searched as text, with this warning. */
  | { reads: 'nothing'; warning: string }

/** The fields of the search language, by name. */
const QUERY_FIELDS = {
  title: { reads: 'term', field: 'title' },
  topic: { reads: 'term', field: 'topic' },
  entity: { reads: 'term', field: 'entity' },
  source: { reads: 'term', field: 'source' },
  id: { reads: 'term', field: 'id' },
  date: { reads: 'date' },
  before: { reads: 'before' },
  after: { reads: 'after' },
  tag: { reads: 'nothing', warning: 'Tags cannot be searched yet' },
  note: { reads: 'nothing', warning: 'Notes cannot be searched yet' },
  in: { reads: 'nothing', warning: 'Collections cannot be searched yet' },
  has: { reads: 'nothing', warning: '“has:” cannot be searched yet' },
  sort: { reads: 'nothing', warning: 'The order cannot be set in the query yet' },
} as const satisfies Record<string, FieldRule>

export type FieldName = keyof typeof QUERY_FIELDS

/** @returns `null` where there is no such field; case does not matter. */
export function findField(name: string): FieldRule | null {
  const lower = name.toLowerCase()
  return Object.hasOwn(QUERY_FIELDS, lower) ? QUERY_FIELDS[lower as FieldName] : null
}
