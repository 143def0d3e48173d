import type { EventDate, EventId } from './event.ts'

/** `moved`: the same report under another id; it may have changed as well. */
export type ChangeKind = 'added' | 'changed' | 'removed' | 'moved'

/** Events by what became of them. */
export type ChangeCounts = Record<ChangeKind, number>

/** What a researcher reads of an event, as far as it can change. */
export interface EventText {
  date: EventDate
  title: string
  topic: string | null
  summary: string
  /** Addresses, or outlets where there is none, in the page's order. */
  sources: string[]
}

/** What an import did to one event. */
export interface EventChange {
  kind: ChangeKind
  /** The id it has now; of a removed event, the one it had. */
  id: EventId
  /** The id it had before it was moved, else `null`. */
  formerId: EventId | null
  date: EventDate
  /** The headline now; of a removed event, the one it had. */
  title: string
  /** `null` for an added event. */
  before: EventText | null
  /** `null` for a removed event. */
  after: EventText | null
  /** Whether the notebook has a note on it or holds it in a collection. */
  isAnnotated: boolean
}

export interface ChangesRequest {
  /** `null` lists all kinds. */
  kind: ChangeKind | null
  /** Whether only events that the notebook has something of are listed. */
  onlyAnnotated: boolean
  offset: number
  /** Rows, 1–500. */
  limit: number
}

/** A page of what the last import that changed anything did, annotated events first. */
export interface ChangePage {
  /** When that import ended, ISO 8601, UTC; `null` where none has changed anything yet. */
  at: string | null
  /** Of all changes, whatever was asked for. */
  counts: ChangeCounts
  /** Changes of annotated events among them. */
  annotated: number
  /** Changes of the kind asked for. */
  total: number
  changes: EventChange[]
}
