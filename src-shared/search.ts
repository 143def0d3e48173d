import type { AnchorStatus } from './anchor.ts'
import type { NameCount } from './browse.ts'
import type { EventHit } from './event.ts'
import type { Annotation } from './notebook.ts'

/** `linked`: those with the most relations in either direction first. */
export const SEARCH_SORTS = ['date', 'date-ascending', 'relevance', 'linked'] as const

export type SearchSort = (typeof SEARCH_SORTS)[number]

/** One question to the index. */
export interface SearchRequest {
  /** The search language; empty asks for every event. */
  query: string
  /** The order, unless the query itself names one (`sort:`). */
  sort: SearchSort
  /** Whether events that report the same stand in one row. */
  isFolded: boolean
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
  /** Set where the part, or something in it, could not be read as meant. */
  warning: string | null
  /** What of the part the warning is about, UTF-16; absent where it is all of it. */
  warningStartUtf16?: number
  warningEndUtf16?: number
}

export interface SearchAnswer {
  query: string
  /** The order the hits are in: what was asked for, or what the query names. */
  sort: SearchSort
  /** The whole query for a person; empty for an empty query. */
  interpreted: string
  parts: InterpretedPart[]
  /** Exact count of all rows: of events, or where they are folded, of reports. */
  total: number
  /** Exact count of all events that match. */
  events: number
  hits: EventHit[]
  durationMs: number
}

/** `modified`, `created`: newest first. `date`: of the event, newest first. `event`: in order of the text. */
export const ANNOTATION_SORTS = ['modified', 'created', 'date', 'event'] as const

export type AnnotationSort = (typeof ANNOTATION_SORTS)[number]

/** One question to the researcher's own annotations, in the same search language. */
export interface AnnotationSearchRequest {
  /** Parts about annotations (`note:`, `tag:`, `colour:`, `is:`) must hold of the annotation itself, all others of its event; bare words of either. */
  query: string
  /** Only those whose mark stands so; `null` for all. */
  status: AnchorStatus | null
  sort: AnnotationSort
  offset: number
  /** Rows, 1–500. */
  limit: number
}

/** An annotation with where its mark stands; `null` where it marks no words. */
export interface AnnotationHit {
  annotation: Annotation
  status: AnchorStatus | null
}

export interface AnnotationAnswer {
  query: string
  parts: InterpretedPart[]
  /** Exact count of all annotations that match. */
  total: number
  /** Of those that match whatever their status, how many stand how. */
  statusCounts: Record<AnchorStatus, number>
  hits: AnnotationHit[]
}

/** Which answer's shape is wanted. */
export interface ShapeRequest {
  query: string
  /** Names per facet at most. */
  limit: number
}

/** Events of a year (`2008`), month (`2008-06`) or day (`2008-06-06`). */
export interface HistogramBar {
  date: string
  count: number
}

/** The events of an answer over time. */
export interface Histogram {
  unit: 'year' | 'month' | 'day'
  /**
   * Every unit from the first to the last, also those without events; oldest first. Of answers that
   * span more than 400 years, only the years that have events.
   */
  bars: HistogramBar[]
  /** Events whose date is less precise than the unit; they are in no bar. */
  imprecise: number
  undated: number
}

/** The names that most of an answer's events have, with their counts in the answer; most first. */
export interface Facets {
  entities: NameCount[]
  /** Outlets by host. */
  sources: NameCount[]
  topics: NameCount[]
  /** The researcher's own tags. */
  tags: NameCount[]
}

/** What an answer looks like as a whole. */
export interface AnswerShape {
  query: string
  /** Events that match. */
  events: number
  histogram: Histogram
  /** `null` while an import has not counted the names yet. */
  facets: Facets | null
}

/** What is typed, and where the caret stands in it. */
export interface SuggestRequest {
  query: string
  caretUtf16: number
  /** Suggestions at most, 1–50. */
  limit: number
}

/** Something that can be written where the caret stands. */
export interface Suggestion {
  kind: 'field' | 'entity' | 'source' | 'topic' | 'tag' | 'collection' | 'value'
  /** For a person: `North Korea`, `entity:`. */
  label: string
  /** What it means (of fields and values), or `null`. */
  detail: string | null
  /** What to put in the place of the span. */
  text: string
  /** Its events, or `null` where that says nothing. */
  count: number | null
}

export interface Suggestions {
  /** The span of the query that a suggestion replaces, UTF-16. */
  startUtf16: number
  endUtf16: number
  items: Suggestion[]
}
