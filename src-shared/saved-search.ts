import type { EventDate, EventId } from './event.ts'
import type { SearchSort } from './search.ts'

/** An event as a saved search found it. */
export interface FoundEvent {
  id: EventId
  date: EventDate
  title: string
  /** Differs whenever headline, topic, summary or sources differ. */
  version: string
}

/** What a saved search found when it was last looked at. */
export interface SearchRecord {
  /** ISO 8601, UTC. */
  at: string
  /** What the archive held then: `ImportReport.fingerprint`. */
  archive: string
  /** Exact count of all events found. */
  total: number
  /** All events found, in order of id; `null` where there were more than can be followed. */
  events: FoundEvent[] | null
}

/** A question to the archive that is kept in the notebook. */
export interface SavedSearch {
  /** UUID. */
  id: string
  /** ISO 8601, UTC. */
  created: string
  modified: string
  name: string
  query: string
  sort: SearchSort
  isFolded: boolean
  seen: SearchRecord
  /** As `Annotation.deleted`. */
  deleted?: string
}

/** A saved search without the events it found. */
export interface SavedSearchSummary extends Omit<SavedSearch, 'seen'> {
  seen: Omit<SearchRecord, 'events'>
  /** Whether its events are known one by one, so that it can say what is new, gone or changed. */
  isFollowed: boolean
}

/** How the answer of a saved search differs from when it was last looked at. */
export interface SavedSearchNews {
  id: string
  /** Exact count of all events now. */
  total: number
  /** Whether the archive holds now what it held then. */
  isSameArchive: boolean
  /** What came, went and changed, each in order of date; `null` where it is not followed. */
  events: { added: FoundEvent[]; removed: FoundEvent[]; changed: FoundEvent[] } | null
}

/** Events that a saved search can follow one by one. */
export const MAX_FOLLOWED_EVENTS = 10_000
