import type { EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'

/** Words that were marked, as another program describes them. */
export interface IncomingQuote {
  exact: string
  /** What stood before and after; empty where it is not known. */
  prefix: string
  suffix: string
}

/** An annotation that another program made, before it is known which event it is on. */
export interface ForeignAnnotation {
  kind: 'foreign'
  /** UUID; made from what the other program calls it, so that it is the same each time. */
  id: string
  /** ISO 8601, UTC; `null` where the file does not say. */
  created: string | null
  modified: string | null
  /** Markdown. */
  note: string
  tags: string[]
  /** `null` where it is on the whole page. */
  quote: IncomingQuote | null
  /** Ids of the event that it may be on, where it names pages of an archive. */
  eventIds: EventId[]
  /** Web addresses of what it is on. */
  addresses: string[]
}

/** An annotation of Annals, with all that the notebook keeps of it. */
export interface OwnAnnotation {
  kind: 'own'
  annotation: Annotation
}

/** What a file holds that could not be understood. */
export interface RefusedAnnotation {
  kind: 'refused'
  /** Which it was, for a person. */
  title: string
  reason: string
}

/** One annotation of a file. */
export type IncomingAnnotation = ForeignAnnotation | OwnAnnotation | RefusedAnnotation
