import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import type { EventNumbers } from './event-numbers.ts'
import type { EventWriter } from './event-writer.ts'
import type { ListedEvent, NumberedEvents } from './messages.ts'
import type { NameBook } from './name-book.ts'
import { readNumbers } from '../packed-numbers.ts'

interface EventRow {
  id: number
  page_id: number | null
  day_page_id: number | null
  entities: Uint8Array
  hosts: Uint8Array
  topic: string | null
  title: string
  sources: string
  summary: string
  body: string | null
}

/** Writes what day pages say of events: new events, and what the pages of others do not say. */
export class ListedWriter {
  readonly #database: DatabaseSync
  readonly #events: EventWriter
  readonly #numbers: EventNumbers
  readonly #names: NameBook
  readonly #find: StatementSync
  readonly #update: StatementSync
  /** Events that only a day page reported which was read again, and that it has not named yet. */
  readonly #unnamed = new Set<number>()

  constructor(database: DatabaseSync, events: EventWriter, numbers: EventNumbers, names: NameBook) {
    this.#database = database
    this.#names = names
    this.#events = events
    this.#numbers = numbers
    this.#find = database.prepare(
      `SELECT id, page_id, day_page_id, entities, hosts, topic, title, sources, summary, body
       FROM event WHERE key = ?`,
    )
    this.#update = database.prepare(
      'UPDATE event SET entities = ?, topic = ?, summary = ?, day_page_id = ? WHERE id = ?',
    )
  }

  /** Expect day pages to name their events again, because they changed or are gone; `null`: all of them. */
  expectAgain(dayPageIds: readonly number[] | null): void {
    const select = 'SELECT id FROM event WHERE page_id IS NULL'
    const ofPages = `${select} AND id IN (
      SELECT event_id FROM listing WHERE page_id IN (SELECT value FROM json_each(?)))`
    const rows =
      dayPageIds === null
        ? this.#database.prepare(select).all()
        : this.#database.prepare(ofPages).all(JSON.stringify(dayPageIds))
    for (const { id } of rows as { id: number }[]) this.#unnamed.add(id)
  }

  /** Events that no day page reports any longer. */
  takeUnnamed(): NumberedEvents {
    const rows = this.#database
      .prepare(
        `SELECT id, key FROM event WHERE page_id IS NULL
         AND id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify([...this.#unnamed])) as { id: number; key: EventId }[]
    this.#unnamed.clear()
    return { keys: rows.map(({ key }) => key), numbers: rows.map(({ id }) => id) }
  }

  /** @returns the row id of the event that was made, or `null` where it was there. */
  write(event: ListedEvent): number | null {
    const row = this.#find.get(event.key) as EventRow | undefined
    if (!row) {
      const number = this.#numbers.take(event.date)
      this.#events.writeListed(number, event)
      return number
    }
    if (this.#unnamed.delete(row.id) && row.page_id === null) {
      this.#events.remove(row.id)
      this.#events.writeListed(row.id, event)
    } else {
      this.#enrich(row, event)
    }
    return null
  }

  /** Add what a day page says and the event's own page does not. */
  #enrich(row: EventRow, event: ListedEvent): void {
    this.#events.addListing(row.id, event.dayPageId)
    const known = readNumbers(row.entities)
    const named = [...new Set([...known, ...event.entities])]
    const entities = Uint32Array.from(this.#names.withTopic(named, event.topicEntity))
    const topic = row.topic ?? event.topic
    const summary = row.summary || event.summary
    // Whichever is read first: the page of the event's own day is the one that counts.
    const dayPageId = event.isOwnDay ? event.dayPageId : (row.day_page_id ?? event.dayPageId)
    const isSaid =
      entities.length === known.length && topic === row.topic && summary === row.summary
    if (isSaid && dayPageId === row.day_page_id) return
    this.#update.run(entities, topic, summary, dayPageId, row.id)
    this.#events.removeText(row.id)
    const { title, body } = row
    this.#events.writeText(row.id, {
      ...{ title, topic, summary, body },
      entityWords: this.#names.entityWords(entities),
      sourceNames: (JSON.parse(row.sources) as [string][]).map(([name]) => name).join('\n'),
      hostWords: this.#names.hostWords(readNumbers(row.hosts)),
    })
  }
}
