import type { DatabaseSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { PAGE_STATE } from '../schema.ts'
import type { PlannedPage } from './compare-pages.ts'
import { EventNumbers } from './event-numbers.ts'
import { EventWriter } from './event-writer.ts'
import type { KnownIndex } from './known-pages.ts'
import { LinkChanges } from './link-changes.ts'
import { ListedWriter } from './listed-writer.ts'
import type {
  Digest,
  DigestedEvent,
  DigestedPage,
  ListedEvent,
  NumberedEvents,
} from './messages.ts'
import { NameBook } from './name-book.ts'
import { type NameTable, type NameTables, openNameTables } from './name-table.ts'
import { unpackPages } from './packed-pages.ts'
import { PageWriter, isPassing } from './page-writer.ts'
import { ReaderNames } from './reader-names.ts'
import { removeEvents } from './remove-events.ts'

/** What became of the pages that had to be read. */
export interface ReadingCounts {
  added: number
  changed: number
  same: number
}

/** Writes what the reading thread found. */
export class DigestWriter {
  readonly counts: ReadingCounts = { added: 0, changed: 0, same: 0 }
  readonly pages: PageWriter
  readonly listed: ListedWriter
  /** Events whose row ids the reading thread does not know. */
  readonly added: NumberedEvents = { keys: [], numbers: [] }
  readonly #database: DatabaseSync
  readonly #events: EventWriter
  readonly #links: LinkChanges
  readonly #numbers: EventNumbers
  readonly #planned: Map<number, PlannedPage>
  /** Row ids of events that are in the index. */
  readonly #present: Set<number>
  /** Ids of events whose pages are still to be read. */
  readonly #pending: Set<string>
  readonly #postponed: ListedEvent[] = []
  readonly #names: NameTables
  readonly #readers: ReaderNames[] = []
  #problems = 0

  /** @param toRead - Pages that will be read. */
  constructor(
    database: DatabaseSync,
    index: KnownIndex,
    planned: readonly PlannedPage[],
    toRead: Iterable<PlannedPage>,
  ) {
    this.#database = database
    this.#numbers = index.numbers
    this.#planned = new Map(planned.map((page) => [page.id, page]))
    this.#pending = new Set([...toRead].map(({ key }) => key))
    this.#present = loadPresent(database)
    this.#links = new LinkChanges(database)
    this.#names = openNameTables(database)
    const book = new NameBook(this.#names)
    this.#events = new EventWriter(database, book)
    this.pages = new PageWriter(database)
    this.listed = new ListedWriter(database, this.#events, index.numbers, book)
  }

  /**
   * Write a digest; to be called within a transaction.
   *
   * @param reader - The thread that made it.
   */
  write(digest: Digest, reader: number): void {
    const names = (this.#readers[reader] ??= new ReaderNames(this.#names))
    names.learn(digest.names)
    for (const page of unpackPages(digest.pages)) {
      if (page.event) names.translate(page.event)
      this.#writePage(page)
    }
    for (const listed of digest.listed) {
      const event = names.translateListed(listed)
      // What the page of its own day says of an event comes before what others say.
      if (!event.isOwnDay || this.#pending.has(event.key)) this.#postponed.push(event)
      else this.#writeListed(event)
    }
  }

  /** Write what day pages say of events whose pages were read after them. */
  writePostponed(): void {
    for (const event of this.#postponed.splice(0)) this.#writeListed(event)
  }

  /** Take away events whose pages are gone. */
  remove(numbers: readonly number[]): void {
    const present = numbers.filter((number) => this.#present.delete(number))
    if (present.length === 0) return
    this.flush()
    removeEvents(this.#database, present, this.#links)
  }

  /** Take away events without a page that no day page reports any longer. @returns their ids */
  removeUnnamed(): EventId[] {
    const { keys, numbers } = this.listed.takeUnnamed()
    this.remove(numbers)
    return keys
  }

  countProgress(): { events: number; problems: number } {
    return { events: this.#present.size, problems: this.#problems }
  }

  /** Write all that waits; to be called before a transaction ends. */
  endTransaction(): void {
    this.flush()
    this.#links.flush()
    this.#events.flushTexts()
  }

  /** Write the rows that wait; to be called before others are taken away. */
  flush(): void {
    for (const table of Object.values(this.#names) as NameTable[]) table.flush()
    this.#events.flush()
  }

  #writePage(page: DigestedPage): void {
    const planned = this.#planned.get(page.pageId)
    if (!planned) throw new Error(`Unplanned page ${page.pageId}`)
    const { path } = planned.file
    const number = planned.eventNumber
    this.#pending.delete(planned.key)
    this.#problems += page.problems.length
    const hasEvent = number !== null && this.#present.has(number)
    if (!page.event && page.outcome !== 'same' && hasEvent && isPassing(page.problems)) {
      this.#count(planned, page, true)
      this.pages.replaceProblems(path, page.problems)
      return
    }
    this.#count(planned, page, page.isUnchanged)
    if (!page.event && page.outcome !== 'same' && hasEvent) this.remove([number])
    const written = page.event ? this.#writeEvent(planned, page.event) : number
    const isNew = planned.known === null && page.reason === 'changed'
    this.pages.markRead(page, path, written, isNew)
  }

  #count({ known }: PlannedPage, { reason }: DigestedPage, isSame: boolean): void {
    if (reason !== 'changed') return
    if (known === null || known.state === PAGE_STATE.unread) this.counts.added++
    else if (isSame) this.counts.same++
    else this.counts.changed++
  }

  /** @returns the row id of the event. */
  #writeEvent(planned: PlannedPage, event: DigestedEvent): number {
    const former = planned.eventNumber
    const isKept = former !== null && EventNumbers.belongs(former, event.date)
    const number = isKept ? former : this.#numbers.take(event.date)
    if (former !== null && this.#present.has(former)) {
      this.#events.remove(former)
      if (!isKept) this.#links.redirect(former, number)
      this.#present.delete(former)
    }
    if (!isKept) {
      this.added.keys.push(planned.key)
      this.added.numbers.push(number)
    }
    this.#events.write(number, planned.key, planned.id, event)
    this.#present.add(number)
    planned.eventNumber = number
    return number
  }

  #writeListed(event: ListedEvent): void {
    const number = this.listed.write(event)
    if (number === null) return
    this.#present.add(number)
    this.added.keys.push(event.key)
    this.added.numbers.push(number)
  }
}

function loadPresent(database: DatabaseSync): Set<number> {
  const present = new Set<number>()
  for (const { id } of database.prepare('SELECT id FROM event').iterate()) present.add(id as number)
  return present
}
