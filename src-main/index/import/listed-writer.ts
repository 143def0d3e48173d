import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { foldEvent } from './digest-event.ts'
import type { EventNumbers } from './event-numbers.ts'
import type { EventWriter } from './event-writer.ts'
import type { ListedEvent } from './messages.ts'

interface EventRow {
  id: number
  page_id: number | null
  day_page_id: number | null
  title: string
  topic: string | null
  summary: string
  body: string | null
}

/** Writes what day pages say of events: new events, and what the pages of others do not say. */
export class ListedWriter {
  readonly #database: DatabaseSync
  readonly #events: EventWriter
  readonly #numbers: EventNumbers
  readonly #find: StatementSync
  readonly #addEntity: StatementSync
  /** Events that only a day page reported which was read again, and that it has not named yet. */
  readonly #unnamed = new Set<number>()

  constructor(database: DatabaseSync, events: EventWriter, numbers: EventNumbers) {
    this.#database = database
    this.#events = events
    this.#numbers = numbers
    this.#find = database.prepare(
      `SELECT id, page_id, day_page_id, title, topic, summary, body FROM event WHERE key = ?`,
    )
    this.#addEntity = database.prepare(
      'INSERT OR IGNORE INTO event_entity (entity_id, event_id) VALUES (?, ?)',
    )
  }

  /** Expect a day page to name its events again, because it changed or is gone. */
  expectAgain(dayPageIds: readonly number[]): void {
    const list = JSON.stringify(dayPageIds)
    const rows = this.#database
      .prepare(
        `SELECT id FROM event WHERE page_id IS NULL
         AND day_page_id IN (SELECT value FROM json_each(?))`,
      )
      .all(list) as { id: number }[]
    for (const { id } of rows) this.#unnamed.add(id)
  }

  /** Row ids of events that no day page reports any longer. */
  takeUnnamed(): number[] {
    const unnamed = [...this.#unnamed].filter((id) => this.#isListedOnly(id))
    this.#unnamed.clear()
    return unnamed
  }

  /** @returns the row id of the event that was made, or `null` where it was there. */
  write(event: ListedEvent): number | null {
    const row = this.#find.get(event.key) as EventRow | undefined
    if (!row) {
      const number = this.#numbers.take(event.date)
      this.#events.writeListed(number, event)
      return number
    }
    this.#unnamed.delete(row.id)
    if (row.page_id === null && row.day_page_id === event.dayPageId) {
      this.#events.remove(row.id)
      this.#events.writeListed(row.id, event)
    } else {
      this.#enrich(row, event)
    }
    return null
  }

  #isListedOnly(number: number): boolean {
    const sql = 'SELECT 1 FROM event WHERE id = ? AND page_id IS NULL'
    return this.#database.prepare(sql).get(number) !== undefined
  }

  /** Add what a day page says and the event's own page does not. */
  #enrich(row: EventRow, event: ListedEvent): void {
    this.#events.flush()
    let isNew = false
    for (const entity of event.entities) {
      if (this.#addEntity.run(entity, row.id).changes !== 0) isNew = true
    }
    const topic = row.topic ?? event.topic
    const summary = row.summary || event.summary
    if (!isNew && topic === row.topic && summary === row.summary) return
    this.#database
      .prepare(
        'UPDATE event SET topic = ?, summary = ?, day_page_id = coalesce(day_page_id, ?) WHERE id = ?',
      )
      .run(topic, summary, event.dayPageId, row.id)
    const text = row.body === null ? summary : `${summary}\n${row.body}`
    this.#events.removeText(row.id)
    this.#events.writeText(
      row.id,
      foldEvent({ title: row.title, topic, summary: text }, ...this.#loadNames(row.id)),
    )
  }

  #loadNames(number: number): [string[], string[][]] {
    const entities = this.#database
      .prepare(
        'SELECT name FROM entity WHERE id IN (SELECT entity_id FROM event_entity WHERE event_id = ?)',
      )
      .all(number) as { name: string }[]
    const sources = this.#database
      .prepare(
        'SELECT source.name, host.name AS host FROM source LEFT JOIN host ON host.id = host_id WHERE event_id = ?',
      )
      .all(number) as { name: string; host: string | null }[]
    return [entities.map(({ name }) => name), sources.map(({ name, host }) => [name, host ?? ''])]
  }
}
