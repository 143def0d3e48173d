import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { type SearchableEvent, foldEvent } from './fold-event.ts'
import type { DigestedEvent, ListedEvent } from './messages.ts'
import type { NameBook } from './name-book.ts'
import { RowInserter } from './row-inserter.ts'

/** Writes the rows of events: all SQL that makes or takes away what belongs to one. */
export class EventWriter {
  readonly #database: DatabaseSync
  readonly #event: StatementSync
  readonly #text: StatementSync
  readonly #removals: StatementSync[]
  readonly #removeText: StatementSync
  readonly #names: NameBook
  readonly #waitingTexts = new Map<number, SearchableEvent>()
  readonly #rows: Record<
    'entities' | 'sources' | 'relations' | 'revisions' | 'listings',
    RowInserter
  >

  constructor(database: DatabaseSync, names: NameBook) {
    this.#database = database
    this.#names = names
    this.#event = database.prepare(
      `INSERT INTO event (id, key, page_id, day_page_id, date, title, topic, summary, body, tags)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#text = database.prepare(
      `INSERT INTO event_text (rowid, title, topic, summary, entities, sources)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    this.#removeText = database.prepare('DELETE FROM event_text WHERE rowid = ?')
    this.#removals = [
      'DELETE FROM event WHERE id = ?',
      'DELETE FROM event_entity WHERE event_id = ?',
      'DELETE FROM listing WHERE event_id = ?',
      'DELETE FROM source WHERE event_id = ?',
      'DELETE FROM relation WHERE event_id = ?',
      'DELETE FROM revision WHERE event_id = ?',
    ].map((sql) => database.prepare(sql))
    this.#rows = {
      listings: new RowInserter(database, 'INSERT OR IGNORE INTO listing (event_id, page_id)', 2),
      entities: new RowInserter(
        database,
        'INSERT OR IGNORE INTO event_entity (entity_id, event_id)',
        2,
      ),
      sources: new RowInserter(
        database,
        'INSERT INTO source (event_id, position, host_id, name, url, image)',
        6,
      ),
      relations: new RowInserter(
        database,
        'INSERT INTO relation (event_id, position, context_id, target_id, target_key, title)',
        6,
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
    const { date, title, topic, summary, body, tags, dayPageId } = event
    const tagList = tags.length > 0 ? JSON.stringify(tags) : null
    this.#event.run(...[number, key, pageId, dayPageId, date, title, topic, summary, body, tagList])
    if (dayPageId !== null) this.addListing(number, dayPageId)
    this.addEntities(number, event.entities)
    event.sources.forEach((source, position) => {
      this.#rows.sources.add(number, position, source.host, source.name, source.url, source.image)
    })
    this.#writeRelations(number, event)
    event.revisions.forEach((revision, position) => {
      const { target, key: targetKey, title: wording, time, label } = revision
      this.#rows.revisions.add(number, position, target, targetKey, wording, time, label)
    })
    this.writeText(number, {
      ...{ title, topic, summary, body },
      entities: event.entities.map((entity) => this.#names.entityName(entity)),
      sources: event.sources.flatMap(({ name, host }) => [name, this.#names.hostName(host)]),
    })
  }

  #writeRelations(number: number, { relations, unresolved }: DigestedEvent): void {
    let next = 0
    for (let at = 0; at < relations.length; at += 2) {
      const context = relations[at] || null
      const target = relations[at + 1] || null
      const link = target === null ? unresolved[next++] : null
      const { key = null, title = null } = link ?? {}
      this.#rows.relations.add(number, at / 2, context, target, key, title)
    }
  }

  /** Write an event that only a day page reports. */
  writeListed(number: number, event: ListedEvent): void {
    const { key, dayPageId, date, title, topic, summary } = event
    this.#event.run(...[number, key, null, dayPageId, date, title, topic, summary, null, null])
    this.addListing(number, dayPageId)
    this.addEntities(number, event.entities)
    const entities = event.entities.map((entity) => this.#names.entityName(entity))
    this.writeText(number, { title, topic, summary, body: null, entities, sources: [] })
  }

  /** Note that a day page lists an event. */
  addListing(number: number, dayPageId: number): void {
    this.#rows.listings.add(number, dayPageId)
  }

  addEntities(number: number, entities: readonly number[]): void {
    for (const entity of entities) this.#rows.entities.add(entity, number)
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

  /** Point what leads to one row id to another. */
  redirect(from: number, to: number): void {
    this.flush()
    this.#database.prepare('UPDATE relation SET target_id = ? WHERE target_id = ?').run(to, from)
    this.#database.prepare('UPDATE revision SET target_id = ? WHERE target_id = ?').run(to, from)
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
