import type { EventHit } from './event.ts'

export type SearchSort = 'date' | 'date-ascending' | 'relevance'

/** One question to the index. */
export interface SearchRequest {
  /** The search language; empty asks for every event. */
  query: string
  sort: SearchSort
  offset: number
  /** Rows, 1–500. */
  limit: number
}

/** How one part of a query was read, for the line under the field. */
export interface InterpretedPart {
  /** For a person: `text has “fuel aid”`, `entity is North Korea`. */
  text: string
  /** The part as written: UTF-16 offsets into the query. */
  startUtf16: number
  endUtf16: number
  /** Set where the part could not be read as meant and was searched as text. */
  warning: string | null
}

export interface SearchAnswer {
  query: string
  /** The whole query for a person; empty for an empty query. */
  interpreted: string
  parts: InterpretedPart[]
  /** Exact count of all matches. */
  total: number
  hits: EventHit[]
  durationMs: number
}
