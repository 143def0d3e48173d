import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { readNumbers } from '../packed-numbers.ts'
import { type SearchableEvent, foldEvent } from './fold-event.ts'
import type { DigestedEvent, ListedEvent } from './messages.ts'
import type { NameBook } from './name-book.ts'
import { RowInserter } from './row-inserter.ts'

const NOTHING = new Uint8Array()

/** Writes the rows of events: all SQL that makes or takes away what belongs to one. */
export class EventWriter {
  readonly #event: StatementSync
  readonly #text: StatementSync
  readonly #removals: StatementSync[]
  readonly #removeText: StatementSync
  readonly #names: NameBook
  readonly #waitingTexts = new Map<number, SearchableEvent>()
  readonly #rows: Record<'unresolved' | 'revisions' | 'listings', RowInserter>

  constructor(database: DatabaseSync, names: NameBook) {
    this.#names = names
    this.#event = database.prepare(
      `INSERT INTO event (id, page_id, day_page_id, date, entities, hosts, links, key, topic, title,
         tags, sources, summary, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#text = database.prepare(
      `INSERT INTO event_text (rowid, title, topic, summary, entities, sources)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    this.#removeText = database.prepare('DELETE FROM event_text WHERE rowid = ?')
    this.#removals = [
      'DELETE FROM event WHERE id = ?',
      'DELETE FROM listing WHERE event_id = ?',
      'DELETE FROM unresolved_link WHERE event_id = ?',
      'DELETE FROM revision WHERE event_id = ?',
    ].map((sql) => database.prepare(sql))
    this.#rows = {
      listings: new RowInserter(database, 'INSERT OR IGNORE INTO listing (event_id, page_id)', 2),
      unresolved: new RowInserter(
        database,
        'INSERT INTO unresolved_link (event_id, position, target_key, title)',
        4,
      ),
      revisions: new RowInserter(
        database,
        'INSERT INTO revision (event_id, position, target_id, target_key, title, time, label)',
        7,
      ),
    }
  }

  /** Write an event that has a page of its own. */
  write(number: number, key: EventId, pageId: number, event: DigestedEvent): void {
    const { date, title, topic, summary, body, tags, dayPageId, sources, sourceNames } = event
    const { entities, hosts, links } = event
    this.#event.run(
      ...[number, pageId, dayPageId, date, entities, hosts, links],
      ...[key, topic, title, tags, sources, summary, body],
    )
    if (dayPageId !== null) this.addListing(number, dayPageId)
    for (const { position, key: target, title: wording } of event.unresolved) {
      this.#rows.unresolved.add(number, position, target, wording)
    }
    event.revisions.forEach((revision, position) => {
      const { target, key: targetKey, title: wording, time, label } = revision
      this.#rows.revisions.add(number, position, target, targetKey, wording, time, label)
    })
    const entityWords = this.#names.entityWords(readNumbers(entities))
    const hostWords = this.#names.hostWords(readNumbers(hosts))
    this.writeText(number, { title, topic, summary, body, entityWords, sourceNames, hostWords })
  }

  /** Write an event that only a day page reports. */
  writeListed(number: number, event: ListedEvent): void {
    const { key, dayPageId, date, title, topic, summary } = event
    const entities = Uint32Array.from(this.#names.withTopic(event.entities, event.topicEntity))
    this.#event.run(
      ...[number, null, dayPageId, date, entities, NOTHING, NOTHING],
      ...[key, topic, title, null, '[]', summary, null],
    )
    this.addListing(number, dayPageId)
    const entityWords = this.#names.entityWords(entities)
    const texts = { title, topic, summary, body: null }
    this.writeText(number, { ...texts, entityWords, sourceNames: '', hostWords: '' })
  }

  /** Note that a day page lists an event. */
  addListing(number: number, dayPageId: number): void {
    this.#rows.listings.add(number, dayPageId)
  }

  /** Have an event's text indexed before the transaction ends. */
  writeText(number: number, event: SearchableEvent): void {
    this.#waitingTexts.set(number, event)
  }

  removeText(number: number): void {
    this.#waitingTexts.delete(number)
    this.#removeText.run(number)
  }

  /** Take an event away with all that belongs to it, but for what points to it. */
  remove(number: number): void {
    this.flush()
    for (const removal of this.#removals) removal.run(number)
    this.removeText(number)
  }

  /** Write the rows that wait; to be called before they are read. */
  flush(): void {
    for (const rows of Object.values(this.#rows)) rows.flush()
  }

  /**
   * Write the texts that wait; to be called before a transaction ends. Every other statement after
   * the first text in a transaction would make the text index write a part of its own.
   */
  flushTexts(): void {
    this.flush()
    for (const [number, event] of this.#waitingTexts) this.#text.run(number, ...foldEvent(event))
    this.#waitingTexts.clear()
  }
}
