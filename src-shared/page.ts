import type { EventDate, Source } from './event.ts'
import type { Problem } from './problem.ts'

/** A link from a page to another page, before it is resolved. */
export interface PageLink {
  /** Target as written, URL-decoded, without fragment or query. */
  target: string
  title: string
}

/** A link to a related event with the entities that tie the two. */
export interface PageRelation extends PageLink {
  entities: string[]
  /** Its target where it stands in the page, if that needs no decoding. */
  path?: WrittenPath
}

/** A path within the bytes of its page (UTF-8), without its first slash and its extension. */
export interface WrittenPath {
  bytes: Uint8Array
  start: number
  end: number
}

/** A link to an earlier wording. */
export interface PageRevision extends PageLink {
  time: string | null
  label: string | null
}

/** What one event page reports. */
export interface ParsedEventPage {
  kind: 'event'
  date: EventDate
  title: string
  topic: string | null
  summary: string
  body: string | null
  sources: Source[]
  relations: PageRelation[]
  revisions: PageRevision[]
  /** Entities the page names itself, beside those of its relations. */
  entities: string[]
  tags: string[]
  problems: Problem[]
}

/** One event as a day page lists it. */
export interface DayEntry {
  target: string
  title: string
  topic: string | null
  summary: string
  entities: string[]
}

/** What one day page reports; `date` is null for a page that lists several days (entries carry theirs in the link). */
export interface ParsedDayPage {
  kind: 'day'
  date: EventDate
  entries: DayEntry[]
  problems: Problem[]
}

export type ParsedPage = ParsedEventPage | ParsedDayPage

/** A page that reports nothing, with the reason. */
export interface UnreadPage {
  kind: 'none'
  problems: Problem[]
}
