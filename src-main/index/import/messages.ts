import type { EventDate, EventId } from '#shared/event.ts'
import type { Problem } from '#shared/problem.ts'
import type { PageFile } from './archive-port.ts'

/**
 * What the writing and the reading thread of an import say to each other. Names, relations and
 * contexts travel as numbers, because they are many.
 */
export type ReaderRequest =
  | { kind: 'begin'; known: KnownNames }
  | { kind: 'add-events'; events: NumberedEvents }
  | { kind: 'remove-events'; keys: EventId[] }
  | { kind: 'digest'; folders: FolderRequest[] }
  | { kind: 'resolve'; links: EventId[]; from: EventId[] }

/** The answer to `digest` is a digest, to `resolve` row ids (0 where unresolved). */
export interface ReaderReplies {
  begin: null
  'add-events': null
  'remove-events': null
  digest: Digest
  resolve: number[]
}

/** What the index holds before the reading begins. */
export interface KnownNames {
  root: string
  entities: NumberedNames
  contexts: NumberedNames
  hosts: NumberedNames
}

/** Names with their row ids. */
export interface NumberedNames {
  names: string[]
  numbers: number[]
}

/** Events by id with their row ids; 0 where none is known yet. */
export interface NumberedEvents {
  keys: EventId[]
  numbers: number[]
}

/** Pages of one folder, its own page first. */
export interface FolderRequest {
  folder: string
  pages: PageRequest[]
  /** Whether no more pages of this folder follow in another request. */
  isLast: boolean
}

/**
 * `changed`: it may have changed, as its hash will tell. `again`: what another page says of its
 * event may have changed. `context`: only for what it says of the events of others.
 */
export type ReadReason = 'changed' | 'again' | 'context'

export interface PageRequest {
  pageId: number
  key: EventId
  file: PageFile
  /** As the index knows it, or `null`. */
  hash: string | null
  reason: ReadReason
  /** Whether to take it anew though neither it nor its folder's own page changed. */
  isForced: boolean
}

/** What was read of some pages, ready to be written. */
export interface Digest {
  pages: DigestedPage[]
  listed: ListedEvent[]
  /** Names met for the first time. */
  entities: NumberedNames
  contexts: NumberedNames
  hosts: NumberedNames
}

/** `same`: not read again, since it did not change. */
export type PageOutcome = 'event' | 'day' | 'copy' | 'failed' | 'same'

export interface DigestedPage {
  pageId: number
  key: EventId
  outcome: PageOutcome
  reason: ReadReason
  /** Whether its bytes are those the index knows. */
  isUnchanged: boolean
  sizeBytes: number
  mtimeMs: number
  hash: string | null
  event: DigestedEvent | null
  problems: Problem[]
}

export interface DigestedEvent {
  date: EventDate
  title: string
  topic: string | null
  summary: string
  body: string | null
  tags: string[]
  dayPageId: number | null
  entities: number[]
  sources: DigestedSource[]
  /** Per relation two numbers: its context and its target; 0 where there is none. */
  relations: number[]
  /** The relations without target, in order. */
  unresolved: UnresolvedLink[]
  revisions: DigestedRevision[]
}

export interface DigestedSource {
  name: string
  url: string | null
  image: string | null
  host: number | null
}

export interface UnresolvedLink {
  /** The id the target would have. */
  key: EventId
  title: string
}

export interface DigestedRevision {
  target: number | null
  key: EventId
  title: string
  time: string | null
  label: string | null
}

/** An event as a day page lists it, apart from its own page. */
export interface ListedEvent {
  key: EventId
  date: EventDate
  title: string
  topic: string | null
  summary: string
  entities: number[]
  dayPageId: number
  /** Whether the day page is that of the event's own folder. */
  isOwnDay: boolean
}
