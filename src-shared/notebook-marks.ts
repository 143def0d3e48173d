import type { EventDate, EventId } from './event.ts'
import type { HighlightColour, ReviewState, TextSelector } from './notebook.ts'

/** An annotation as the search needs it. */
export interface SearchableAnnotation {
  id: string
  eventId: EventId
  /** Markdown; empty for a bare mark or a set of tags. */
  note: string
  tags: string[]
  /** The words it marks; `null` where it is on the whole event. */
  selector: TextSelector | null
  colour: HighlightColour | null
  state: ReviewState
  /** ISO 8601, UTC. */
  created: string
  modified: string
  /** Date and headline of its event as the notebook keeps them. */
  eventDate: EventDate
  eventTitle: string
}

/** A collection as the search needs it. */
export interface SearchableCollection {
  id: string
  name: string
  eventIds: EventId[]
}

/** A claim as the search needs it. */
export interface SearchableClaim {
  id: string
  /** Annotations that are evidence of it, each once; some may be gone. */
  annotationIds: string[]
}

/** What the notebook holds, or what of it has changed, for those who search. */
export interface NotebookMarks {
  /** Whether this is all; else these are put in place of those with the same id. */
  isAll: boolean
  annotations: SearchableAnnotation[]
  collections: SearchableCollection[]
  claims: SearchableClaim[]
  /** Ids of annotations, collections and claims that are gone. */
  removed: string[]
}
