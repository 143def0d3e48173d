import type { EventDate, EventId } from './event.ts'

/** What the notebook keeps of an event, so that it reads well without its archive. */
export interface EventCopy {
  id: EventId
  date: EventDate
  title: string
  /** The text (summary) the record was made on; empty where there was none. */
  text: string
}

/** Words marked in an event, after the W3C Web Annotation model. */
export interface TextSelector {
  /** TextQuoteSelector. */
  exact: string
  prefix: string
  suffix: string
  /** TextPositionSelector, UTF-16 offsets into the event's normalised text. */
  startUtf16: number
  endUtf16: number
}

/** A note or a highlight on an event. */
export interface Annotation {
  /** UUID. */
  id: string
  /** ISO 8601, UTC. */
  created: string
  modified: string
  event: EventCopy
  /** Markdown; empty for a bare mark or a set of tags. */
  note: string
  /** Unique, in the order they were given. */
  tags: string[]
  /** `null` where the annotation is on the whole event. */
  selector: TextSelector | null
  /** Ids its event had before its page was moved, oldest first; absent where it never was. */
  formerEventIds?: EventId[]
}

/** One event in a collection. */
export interface CollectionEntry {
  /** UUID. */
  id: string
  event: EventCopy
  /** The researcher's remark, Markdown. */
  remark: string
  /** ISO 8601, UTC. */
  added: string
}

/** An ordered list of events with the researcher's remarks. */
export interface Collection {
  id: string
  created: string
  modified: string
  name: string
  /** Markdown. */
  introduction: string
  entries: CollectionEntry[]
}

/** A collection without its entries. */
export interface CollectionSummary {
  id: string
  name: string
  created: string
  modified: string
  entryCount: number
}

export interface TagCount {
  tag: string
  count: number
}

/** What the notebook knows of an event, for the marks in lists. */
export interface EventMarks {
  noteCount: number
  tags: string[]
  /** Ids of the collections the event is in. */
  collectionIds: string[]
}

/** Whether what the researcher wrote is on disk. */
export type SaveState =
  { state: 'saved' } | { state: 'saving' } | { state: 'failed'; code: string; message: string }

/** A document of the notebook that could not be read and was left as it is. */
export interface NotebookProblem {
  /** Absolute path. */
  path: string
  code: 'NOTEBOOK_DAMAGED' | 'NOTEBOOK_NEWER' | 'NOTEBOOK_UNREADABLE'
  message: string
  /** Newest valid backup, absolute path, or `null`. */
  backup: string | null
}

/** Where the notebook is and whether it can be written. */
export interface NotebookStatus {
  /** Absolute path of the folder. */
  path: string
  /** Why it is read-only, or `null` where it can be written. */
  readOnly: {
    code: 'NOTEBOOK_LOCKED' | 'NOTEBOOK_NEWER' | 'NOTEBOOK_DAMAGED' | 'NOTEBOOK_READ_ONLY'
    message: string
  } | null
  problems: NotebookProblem[]
  save: SaveState
  /** What Undo and Redo would do, or `null`. */
  undo: string | null
  redo: string | null
}
