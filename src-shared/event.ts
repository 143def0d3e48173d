/** Archive-relative path of the event's page, POSIX separators, NFC, without `.md`. */
export type EventId = string

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` where an event has no date. */
export type EventDate = string | null

/** A cited web page. */
export interface Source {
  /** Outlet as the page names it. */
  name: string
  /** Web address (http, https) or `null` where the page gave none that may be opened. */
  url: string | null
  /** Address of a picture that belongs to the source. Never fetched. */
  image: string | null
}

/** Event → event, with the entities that tie them. */
export interface Relation {
  /**
   * The related event; where unresolved, the id its link would have. Empty, with an empty title,
   * while an import has not read the event's page yet.
   */
  id: EventId
  title: string
  date: EventDate
  entities: string[]
  /** Whether the event is in the archive. */
  resolved: boolean
}

/** An earlier wording of the same report. */
export interface Revision {
  /** The page of that wording; where it does not exist, the id its link would have. */
  id: EventId
  title: string
  /** `YYYY-MM-DD HH:MM:SS` as the page states it, or `null`. */
  time: string | null
  /** What the page calls it ("First version"), or `null`. */
  label: string | null
  resolved: boolean
}

/** A row of a list of events. */
export interface EventRow {
  id: EventId
  date: EventDate
  title: string
  topic: string | null
}

/** A row of a search answer. */
export interface EventHit extends EventRow {
  /** The other matches that report the same and are folded into this row, newest first. */
  copies: EventRow[]
  /** Plain text around the first match, with the matches' places; `null` where the title says it all. */
  snippet: Snippet | null
}

/** Plain text with the places of matches in it. */
export interface Snippet {
  text: string
  /** UTF-16 offsets into `text`, in order, not overlapping. */
  marks: { startUtf16: number; endUtf16: number }[]
}

/** All that the archive says of one event. */
export interface EventDetail extends EventRow {
  /** Archive-relative path of the event's own page; `null` where only a day page reports it. */
  path: string | null
  /** Archive-relative path of the day page that lists it, or `null`. */
  dayPath: string | null
  /** Plain text, paragraphs separated by an empty line; empty where there is none. */
  summary: string
  /** Markdown of a page that is not in the site's own format; `null` for pages that are. */
  body: string | null
  sources: Source[]
  relations: Relation[]
  /** Events whose relations point here. */
  backlinks: Relation[]
  revisions: Revision[]
  entities: string[]
  /** Tags the page itself carries (front matter). */
  pageTags: string[]
  /** SHA-256 of its own page, hexadecimal; `null` where only a day page reports it. */
  pageHash: string | null
  /** Differs whenever the event's text (`event-text.ts`) differs. */
  textVersion: string
}
