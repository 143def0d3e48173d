import type { AnnotationAnchor } from '#shared/anchor.ts'
import type { DayCount, NamePage, NameRequest, YearCount } from '#shared/browse.ts'
import type { ChangePage, ChangesRequest } from '#shared/changes.ts'
import type { LinkTarget } from '#shared/contract.ts'
import type { EventDetail, EventId } from '#shared/event.ts'
import type { ImportReport } from '#shared/import.ts'
import type { LinkSuggestion } from '#shared/notebook-api.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { EventCopy, TextSelector } from '#shared/notebook.ts'
import type {
  AnnotationSearchRequest,
  AnswerShape,
  SearchAnswer,
  SearchRequest,
  ShapeRequest,
  SuggestRequest,
  Suggestions,
} from '#shared/search.ts'
import type { EventMove } from '../changes/find-moves.ts'
import type { FoundAnnotations } from './annotations/search-annotations.ts'
import type { CodePointRange, MarkedPlace } from './count-positions.ts'
import type { FoundEvents } from './list-found.ts'
import type { PlacedQuote } from './place-quotes.ts'
import type { Citations } from './read-citations.ts'

/** How much is in the index. */
export interface IndexCounts {
  events: number
  entities: number
  hosts: number
}

/**
 * What can be asked of an index. Without an index file the answers are empty. Every call may fail
 * with INDEX_UNUSABLE where the file is damaged.
 */
export interface QueryIndex {
  /**
   * @param turn - The number the search has among all; without it, it is never superseded.
   * @throws SEARCH_SUPERSEDED
   */
  search(request: SearchRequest, turn?: number): SearchAnswer
  /** What the whole answer looks like. @param turn - As for `search`. @throws SEARCH_SUPERSEDED */
  shapeAnswer(request: ShapeRequest, turn?: number): AnswerShape
  /** What could be written where the caret stands. */
  suggest(request: SuggestRequest): Suggestions
  /** Ids of the matches from `offset` on, at most `limit`, which has no bound here; not folded. */
  searchIds(request: SearchRequest): EventId[]
  /** All events a query finds, as a saved search keeps them. */
  listFound(query: string): Promise<FoundEvents>
  /** `FoundEvent.version` of events now, in the order of `ids`; `null` for those not in the archive. */
  versionsOf(ids: EventId[]): (string | null)[]
  /** What the archive held at the end of the last import; empty where none has ended. */
  fingerprint(): string
  /** Take note of what the notebook holds, or of what of it has changed. */
  setMarks(marks: NotebookMarks): void
  /** What the last import that changed anything did. */
  listChanges(request: ChangesRequest): ChangePage
  /** Ids of the events that it found moved. */
  listMoves(): EventMove[]
  /** Years and months, newest first; undated events last. */
  listYears(): YearCount[]
  /** @param month - 1–12. */
  listDays(year: number, month: number): DayCount[]
  listEntities(request: NameRequest): NamePage
  /** Outlets by host. */
  listSources(request: NameRequest): NamePage
  /** @throws EVENT_NOT_FOUND */
  readEvent(id: EventId): EventDetail
  /** Annotations that match, a page at a time. @param turn - As for `search`. @throws SEARCH_SUPERSEDED */
  searchAnnotations(request: AnnotationSearchRequest, turn?: number): Promise<FoundAnnotations>
  /** Ids of all annotations that match, in the order asked for. */
  searchAnnotationIds(request: AnnotationSearchRequest): Promise<string[]>
  /** Where the marks on an event stand in its text as it is now. */
  listAnchors(id: EventId): AnnotationAnchor[]
  /** Events and collections by the words of a name as far as it is typed, best first. */
  suggestLinks(text: string): LinkSuggestion[]
  /** In the order of `ids`; those not in the archive are left out. */
  copyEvents(ids: EventId[]): EventCopy[]
  /** What events cite, in the order of `ids`; nothing for those not in the archive. */
  citationsOf(ids: EventId[]): Citations[]
  /** Events that cite web pages, in the order of `urls`, however both write the address. */
  findEventsBySource(urls: string[]): Promise<EventId[][]>
  /** Where quotations stand for certain, in their order; else `null`. */
  placeQuotes(quotes: PlacedQuote[]): (TextSelector | null)[]
  /** Where marked words stand in code points; `null` where the text is another now. */
  countPositions(places: MarkedPlace[]): (CodePointRange | null)[]
  /** @param href - As written in the page of `from`. */
  resolveLink(from: EventId, href: string): LinkTarget
  /** The report of the last import that ended, or `null`. */
  report(): ImportReport | null
  counts(): IndexCounts
  /**
   * Make something that searches would have to wait for later: a step of some milliseconds.
   *
   * @returns whether there is more to make.
   */
  warmUp(): boolean
  /** Let go of the file; the next call opens it again. */
  close(): void
}
