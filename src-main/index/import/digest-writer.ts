import type { DatabaseSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { foldName } from '../fold-text.ts'
import { PAGE_STATE } from '../schema.ts'
import type { PlannedPage } from './compare-pages.ts'
import { EventNumbers } from './event-numbers.ts'
import { EventWriter } from './event-writer.ts'
import type { KnownIndex } from './known-pages.ts'
import { ListedWriter } from './listed-writer.ts'
import type {
  Digest,
  DigestedEvent,
  DigestedPage,
  KnownNames,
  ListedEvent,
  NumberedEvents,
} from './messages.ts'
import { NameBook } from './name-book.ts'
import { PageWriter, isPassing } from './page-writer.ts'
import { removeEvents } from './remove-events.ts'
import { RowInserter } from './row-inserter.ts'

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
  readonly #numbers: EventNumbers
  readonly #planned: Map<number, PlannedPage>
  /** Row ids of events that are in the index. */
  readonly #present: Set<number>
  /** Ids of events whose pages are still to be read. */
  readonly #pending: Set<string>
  readonly #postponed: ListedEvent[] = []
  readonly #book = new NameBook()
  readonly #names: Record<'entities' | 'contexts' | 'hosts', RowInserter>
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
    this.#events = new EventWriter(database, this.#book)
    this.pages = new PageWriter(database)
    this.listed = new ListedWriter(database, this.#events, index.numbers)
    this.#names = {
      entities: new RowInserter(database, 'INSERT INTO entity (id, name, folded)', 3),
      contexts: new RowInserter(database, 'INSERT INTO context (id, entities)', 2),
      hosts: new RowInserter(database, 'INSERT INTO host (id, name)', 2),
    }
  }

  /** Take note of the names that are in the index. */
  learnNames(known: KnownNames): void {
    this.#book.learn(known)
  }

  /** Write a digest; to be called within a transaction. */
  write(digest: Digest): void {
    this.#writeNames(digest)
    for (const page of digest.pages) this.#writePage(page)
    this.flush()
    for (const event of digest.listed) {
      // What the page of its own day says of an event comes before what others say.
      if (!event.isOwnDay || this.#pending.has(event.key)) this.#postponed.push(event)
      else this.#writeListed(event)
    }
    this.flush()
  }

  /** Write what day pages say of events whose pages were read after them. */
  writePostponed(): void {
    for (const event of this.#postponed.splice(0)) this.#writeListed(event)
    this.flush()
  }

  /** Take away events whose pages are gone. */
  remove(numbers: readonly number[]): void {
    const present = numbers.filter((number) => this.#present.delete(number))
    removeEvents(this.#database, present)
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
    this.#events.flushTexts()
  }

  /** Write the rows that wait. */
  flush(): void {
    for (const rows of Object.values(this.#names)) rows.flush()
    this.#events.flush()
  }

  #writeNames({ entities, contexts, hosts }: Digest): void {
    this.#book.learn({ entities, hosts })
    const { names } = entities
    names.forEach((name, index) => {
      this.#names.entities.add(entities.numbers[index] ?? null, name, foldName(name))
    })
    contexts.names.forEach((name, index) => {
      this.#names.contexts.add(contexts.numbers[index] ?? null, name)
    })
    hosts.names.forEach((name, index) => {
      this.#names.hosts.add(hosts.numbers[index] ?? null, name)
    })
  }

  #writePage(page: DigestedPage): void {
    const planned = this.#planned.get(page.pageId)
    if (!planned) throw new Error(`Unplanned page ${page.pageId}`)
    const { path } = planned.file
    const number = planned.eventNumber
    this.#pending.delete(page.key)
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
    this.pages.markRead(page, path, written, planned.known === null)
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
      if (!isKept) this.#events.redirect(former, number)
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
