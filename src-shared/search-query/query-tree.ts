import type { EventDate } from '../event.ts'
import type { HighlightColour } from '../notebook.ts'
import type { SearchSort } from '../search.ts'

/** A piece of a query: UTF-16 offsets into it. */
export interface QuerySpan {
  startUtf16: number
  endUtf16: number
}

/**
 * Where a term looks: `text` is headline, topic, summary and entities together; `note`, `tag` and
 * `collection` are the researcher's own.
 */
export type TermField =
  'text' | 'title' | 'topic' | 'entity' | 'source' | 'id' | 'note' | 'tag' | 'collection'

/** What an event can have: of the researcher, or of the archive. */
export const HAS_VALUES = [
  'note',
  'highlight',
  'tag',
  'collection',
  'claim',
  'source',
  'summary',
  'revision',
  'problem',
] as const

export type HasValue = (typeof HAS_VALUES)[number]

/** A word, phrase or name to be found. */
export interface TermNode extends QuerySpan {
  kind: 'term'
  field: TermField
  /** As typed, without field name, quotes, escapes, star and a tag’s hash. Never blank. */
  value: string
  /** Whether it stood in quotes. */
  isPhrase: boolean
  /** Whether the last word only begins so. */
  isPrefix: boolean
  /** Whether case, accents and script count: it was written `="…"`. Then it is no prefix. */
  isExact: boolean
  /** Set where the part could not be read as meant and is searched as text. */
  warning: string | null
  /** What of the part the warning is about; `null` without one. */
  warned: QuerySpan | null
}

/** Which dates are meant; a partial date (`2008`, `2008-06`) is all its days. */
export type DateTest =
  /** Both ends belong to it; `null` leaves an end open, but never both. */
  | { kind: 'within'; first: EventDate; last: EventDate }
  | { kind: 'before' | 'after'; date: string }
  | { kind: 'undated' }

export interface DateNode extends QuerySpan {
  kind: 'date'
  test: DateTest
  warning: null
}

/** What the event must have: a note, a source … */
export interface HasNode extends QuerySpan {
  kind: 'has'
  what: HasValue
  warning: null
}

/** What `is:` can ask of an annotation: how far the researcher is with it, or how its mark stands. */
export const MARK_CONDITIONS = ['open', 'checked', 'disputed', 'moved', 'unsure', 'orphan'] as const

export type MarkCondition = (typeof MARK_CONDITIONS)[number]

export type MarkTest =
  { field: 'colour'; value: HighlightColour } | { field: 'is'; value: MarkCondition }

/** What an annotation of the event must be like. */
export interface MarkNode extends QuerySpan {
  kind: 'mark'
  test: MarkTest
  warning: null
}

/** A condition that holds no other. */
export type LeafNode = TermNode | DateNode | HasNode | MarkNode

interface NotNode extends QuerySpan {
  kind: 'not'
  child: QueryNode
}

/** `all` of two or more must hold, or `any` of them. */
export interface GroupNode extends QuerySpan {
  kind: 'all' | 'any'
  children: QueryNode[]
}

export type QueryNode = LeafNode | NotNode | GroupNode

/** A piece of a query that means nothing. It may lie within a condition: a star that says no more. */
export interface IgnoredPart extends QuerySpan {
  text: string
  warning: string
}

/** A `sort:` in a query, wherever it stands: it orders the whole answer and asks for nothing. */
export interface SortPart extends QuerySpan {
  sort: SearchSort
}

export interface ParsedQuery {
  query: string
  /** `null` asks for every event. */
  root: QueryNode | null
  /** The order that the query names (`sort:`), and where; the last one counts. */
  sort: SortPart | null
  /** In order of their place. */
  ignored: IgnoredPart[]
}
