import type { EventDate, EventId } from './event.ts'
import type { EventTextPartKind } from './event-text.ts'

/** What the notebook keeps of an event, so that it reads well without its archive. */
export interface EventCopy {
  id: EventId
  date: EventDate
  title: string
  /** The text (summary) the record was made on; empty where there was none. */
  text: string
}

/** Colours of highlights, in the order of their keys 1–6. */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple', 'orange'] as const
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number]

/** How far the researcher is with what an annotation says. */
export const REVIEW_STATES = ['open', 'checked', 'disputed'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** Words marked in an event, after the W3C Web Annotation model. */
export interface TextSelector {
  /** TextQuoteSelector: the words, and up to {@link CONTEXT_LENGTH} characters before and after. */
  exact: string
  prefix: string
  suffix: string
  /** TextPositionSelector, UTF-16 offsets into the event's text (`event-text.ts`). */
  startUtf16: number
  endUtf16: number
  /** `EventDetail.textVersion` of the text that the offsets count in. */
  textVersion: string
  /** SHA-256 of the page then, hexadecimal; `null` where the event had no page of its own. */
  pageHash: string | null
  /** The kind of part the words begin in; absent where whoever marked them did not know of parts. */
  part?: EventTextPartKind
}

/** Characters (UTF-16) that a selector keeps before and after its words. */
export const CONTEXT_LENGTH = 32

/** An earlier wording of a note. */
export interface NoteWording {
  /** Markdown. */
  note: string
  /** When it was replaced; ISO 8601, UTC. */
  replaced: string
}

/** A note or a highlight on an event. */
export interface Annotation {
  /** UUID. */
  id: string
  /** ISO 8601, UTC. */
  created: string
  modified: string
  event: EventCopy
  /** Markdown; empty for a bare highlight or a set of tags. */
  note: string
  /** Unique, in the order they were given; a `/` nests them. */
  tags: string[]
  /** `null` where the annotation is on the whole event. */
  selector: TextSelector | null
  /** `null` where no words are highlighted. */
  colour: HighlightColour | null
  state: ReviewState
  /** Ids its event had before its page was moved, oldest first; absent where it never was. */
  formerEventIds?: EventId[]
  /** Oldest first; absent where the note was never another. */
  wordings?: NoteWording[]
  /**
   * The annotation of which this is another version, because two programs or people changed it at
   * once, or because it was restored beside it; absent for all others.
   */
  copyOf?: string
  /** When it was put into the trash; ISO 8601, UTC. Absent where it is not there. */
  deleted?: string
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
  /** As `Annotation.deleted`. */
  deleted?: string
}

/** A collection without its entries. */
export interface CollectionSummary {
  id: string
  name: string
  created: string
  modified: string
  entryCount: number
}

/** A tag with the number of annotations that carry it. */
export interface TagCount {
  tag: string
  count: number
  /** The colour it was given; `null` where none was. */
  colour: HighlightColour | null
}

/** What the notebook knows of an event, for the marks in lists. */
export interface EventMarks {
  noteCount: number
  /** Colours of its highlights, each once, in the order of {@link HIGHLIGHT_COLOURS}. */
  colours: HighlightColour[]
  tags: string[]
  /** Ids of the collections the event is in. */
  collectionIds: string[]
}

/** Whether what the researcher wrote is on disk. */
export type SaveState =
  { state: 'saved' } | { state: 'saving' } | { state: 'failed'; code: string; message: string }

/** A document of the notebook that could not be read and was left as it is, or backups that were. */
export interface NotebookProblem {
  /** Absolute path. */
  path: string
  code: 'NOTEBOOK_DAMAGED' | 'NOTEBOOK_NEWER' | 'NOTEBOOK_UNREADABLE' | 'BACKUPS_LEFT'
  message: string
  /** Newest valid backup, absolute path, or `null`. */
  backup: string | null
  /** Whether memory still has what it held; that then takes its place, and not the backup. */
  isInMemory: boolean
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
