import type { EventId } from './event.ts'

/** An annotation as the search needs it. */
export interface SearchableAnnotation {
  id: string
  eventId: EventId
  /** Markdown; empty for a bare mark or a set of tags. */
  note: string
  tags: string[]
  /** Whether it marks words. */
  isHighlight: boolean
}

/** A collection as the search needs it. */
export interface SearchableCollection {
  id: string
  name: string
  eventIds: EventId[]
}

/** What the notebook holds, or what of it has changed, for those who search. */
export interface NotebookMarks {
  /** Whether this is all; else these are put in place of those with the same id. */
  isAll: boolean
  annotations: SearchableAnnotation[]
  collections: SearchableCollection[]
  /** Ids of annotations and collections that are gone. */
  removed: string[]
}
