import type { EventDate } from '../event.ts'

/** A piece of a query: UTF-16 offsets into it. */
export interface QuerySpan {
  startUtf16: number
  endUtf16: number
}

/** Where a term looks: `text` is headline, topic, summary and entities together. */
export type TermField = 'text' | 'title' | 'topic' | 'entity' | 'source' | 'id'

/** A word, phrase or name to be found. */
export interface TermNode extends QuerySpan {
  kind: 'term'
  field: TermField
  /** As typed, without field name, quotes, escapes and star. Never blank. */
  value: string
  /** Whether it stood in quotes. */
  isPhrase: boolean
  /** Whether the last word only begins so. */
  isPrefix: boolean
  /** Set where the part could not be read as meant and is searched as text. */
  warning: string | null
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

interface NotNode extends QuerySpan {
  kind: 'not'
  child: QueryNode
}

/** `all` of two or more must hold, or `any` of them. */
export interface GroupNode extends QuerySpan {
  kind: 'all' | 'any'
  children: QueryNode[]
}

export type QueryNode = TermNode | DateNode | NotNode | GroupNode

/** A part of a query that asks for nothing. */
export interface IgnoredPart extends QuerySpan {
  text: string
  warning: string
}

export interface ParsedQuery {
  query: string
  /** `null` asks for every event. */
  root: QueryNode | null
  /** In order of their place. */
  ignored: IgnoredPart[]
}
