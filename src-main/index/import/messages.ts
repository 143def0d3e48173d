import type { EventDate, EventId } from '#shared/event.ts'
import type { Problem } from '#shared/problem.ts'
import type { PageFile } from './archive-port.ts'
import type { PackedFolders } from './packed-folders.ts'
import type { PackedPages } from './packed-pages.ts'
import type { SharedEvents } from './shared-events.ts'

/**
 * What the writing and the reading thread of an import say to each other. Names, relations and
 * contexts travel as numbers, because they are many.
 */
export type ReaderRequest =
  | { kind: 'begin'; root: string; events: SharedEvents }
  | { kind: 'add-events'; events: NumberedEvents }
  | { kind: 'remove-events'; keys: EventId[] }
  | { kind: 'digest'; folders: PackedFolders }
  | { kind: 'group-reports'; indexPath: string }
  | { kind: 'resolve'; links: EventId[]; from: EventId[] }

/**
 * The answer to `digest` is a digest, to `group-reports` what `groupReports` gives, to `resolve` row ids
 * (0 where unresolved).
 */
export interface ReaderReplies {
  begin: null
  'add-events': null
  'remove-events': null
  digest: Digest
  'group-reports': Uint32Array
  resolve: number[]
}

/** Names a reading thread has met since its last digest, in the order of the numbers it gave them. */
export interface FreshNames {
  entities: string[]
  /** JSON arrays of names. */
  contexts: string[]
  hosts: string[]
}

/** Events by id with their row ids; 0 where none is known yet. */
export interface NumberedEvents {
  keys: EventId[]
  numbers: number[]
}

/** Pages of one folder, its own page first. */
export interface FolderRequest {
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
  pages: PackedPages
  listed: ListedEvent[]
  names: FreshNames
}

/** `same`: not read again, since it did not change. */
export type PageOutcome = 'event' | 'day' | 'copy' | 'failed' | 'same'

export interface DigestedPage {
  pageId: number
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

/** What an index holds of an event is packed by the thread that reads, which has less to wait for. */
export interface DigestedEvent {
  date: EventDate
  title: string
  topic: string | null
  summary: string
  body: string | null
  /** JSON array of names, or `null`. */
  tags: string | null
  dayPageId: number | null
  /** Each once, as `readNumbers` reads them: numbers of the reading thread, in the index row ids. */
  entities: Uint8Array
  /** The hosts of its sources, likewise. */
  hosts: Uint8Array
  /** As `PackedLinks` reads them; the contexts are numbered likewise. */
  links: Uint8Array
  /** The links without target, in order. */
  unresolved: UnresolvedLink[]
  /** JSON array of `[name, url, image]`. */
  sources: string
  /** The names of its sources, as many lines. */
  sourceNames: string
  revisions: DigestedRevision[]
}

export interface UnresolvedLink {
  /** Its place among the links of its event. */
  position: number
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
  /** Numbered likewise. */
  entities: number[]
  /** The topic as an entity, numbered likewise; 0 where there is none. */
  topicEntity: number
  dayPageId: number
  /** Whether the day page is that of the event's own folder. */
  isOwnDay: boolean
}
