import { SEARCH_SORTS } from '../search.ts'
import { HAS_ROWS } from './has-values.ts'
import { describeMark, MARK_VALUES } from './mark-values.ts'
import { HAS_VALUES, type TermField } from './query-tree.ts'
import { SORT_ROWS } from './sort-values.ts'

/** How the value of a field is read. */
type FieldRule =
  | { reads: 'term'; field: TermField }
  | { reads: 'date' | 'before' | 'after' | 'has' | 'colour' | 'is' | 'sort' }

/** Something that can be typed, explained to a person. */
export interface QueryHelp<Name extends string = string> {
  /** As it is typed; of a field without its colon. */
  name: Name
  detail: string
}

type FieldRow = FieldRule & {
  detail: string
  /** Another name for the field. */
  synonym?: string
  /** The values it can have, where it is not a name, words or a date of the reader's choice. */
  values?: readonly QueryHelp[]
}

/** The fields of the search language, by name; those that help most come first. */
const QUERY_FIELDS = {
  entity: { reads: 'term', field: 'entity', detail: 'about someone or something: Japan' },
  source: { reads: 'term', field: 'source', detail: 'cites this host or outlet: bbc.co.uk' },
  topic: { reads: 'term', field: 'topic', detail: 'words of the topic' },
  title: { reads: 'term', field: 'title', detail: 'words of the headline' },
  text: { reads: 'term', field: 'text', detail: 'words anywhere in the event' },
  date: {
    reads: 'date',
    detail: 'within a date or from one to another: 2008-06, 2008-06..2009',
    values: [{ name: 'none', detail: 'without a date' }],
  },
  before: { reads: 'before', detail: 'earlier than a date: 2008, 2008-06, 2008-06-06' },
  after: { reads: 'after', detail: 'later than a date: 2008, 2008-06, 2008-06-06' },
  tag: { reads: 'term', field: 'tag', detail: 'has your tag, or one below it: aid, aid/fuel' },
  note: { reads: 'term', field: 'note', detail: 'words of your notes' },
  in: {
    reads: 'term',
    field: 'collection',
    detail: 'is in this collection of yours',
    synonym: 'collection',
  },
  has: {
    reads: 'has',
    detail: 'has a note, a tag, a source …',
    values: HAS_VALUES.map((name) => ({ name, detail: HAS_ROWS[name].detail })),
  },
  colour: {
    reads: 'colour',
    detail: 'has a highlight of yours in this colour',
    synonym: 'color',
    values: MARK_VALUES.colour.map((value) => {
      return { name: value, detail: describeMark({ field: 'colour', value }).detail }
    }),
  },
  is: {
    reads: 'is',
    detail: 'has an annotation that is open, a mark that moved …',
    values: MARK_VALUES.is.map((value) => {
      return { name: value, detail: describeMark({ field: 'is', value }).detail }
    }),
  },
  sort: {
    reads: 'sort',
    detail: 'the order of the answer',
    values: SEARCH_SORTS.map((name) => ({ name, detail: SORT_ROWS[name].detail })),
  },
  id: { reads: 'term', field: 'id', detail: 'the event with this id, the path of its page' },
} as const satisfies Record<string, FieldRow>

export type FieldName = keyof typeof QUERY_FIELDS

const ROWS = Object.entries<FieldRow>(QUERY_FIELDS) as [FieldName, FieldRow][]

/** @returns its name in the table and its rule, or `null` for no field; case does not matter. */
export function findField(name: string): { name: FieldName; rule: FieldRule } | null {
  const lower = name.toLowerCase()
  const row = ROWS.find(([field, { synonym }]) => field === lower || synonym === lower)
  return row ? { name: row[0], rule: row[1] } : null
}

/** @returns whether the field takes words or a name, so that `="…"` can be asked of it. */
export function takesWords(field: FieldName): boolean {
  return QUERY_FIELDS[field].reads === 'term'
}

/** Every field, with what it asks for: `before`, “earlier than a date: 2008 …”. */
export function listFieldHelp(): QueryHelp<FieldName>[] {
  return ROWS.map(([name, { detail }]) => ({ name, detail }))
}

/** The values a field can have: of `has`, `colour`, `is` and `sort` all; empty where they are names or words. */
export function listValueHelp(field: FieldName): readonly QueryHelp[] {
  const { values }: FieldRow = QUERY_FIELDS[field]
  return values ?? []
}
