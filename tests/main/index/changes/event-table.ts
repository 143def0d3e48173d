import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import type { ChangeCounts, ChangePage, ChangesRequest } from '#shared/changes.ts'
import type { EventDate } from '#shared/event.ts'
import { type ChangeReader, readChanges } from '../../../../src-main/index/changes/read-changes.ts'
import { recordChanges } from '../../../../src-main/index/changes/record-changes.ts'
import { SCHEMA } from '../../../../src-main/index/schema.ts'

export interface EventTexts {
  date?: EventDate
  title?: string
  topic?: string | null
  summary?: string
  /** `[name, url, image]` each. */
  sources?: [string, string | null, string | null][]
  /** What stands in for the bytes of its page; `null` where only a day page reports it. */
  bytes?: string | null
}

/** An index of which tests write the rows of events as an import does. */
export class EventTable implements ChangeReader {
  readonly database: DatabaseSync
  #next = 1

  constructor(database: DatabaseSync) {
    this.database = database
  }

  all<Row>(sql: string, ...params: (string | number)[]): Row[] {
    return this.database.prepare(sql).all(...params) as Row[]
  }

  add(key: string, texts: EventTexts = {}): void {
    const number = this.#next++
    const { date = '2012-03-04', title = `Headline of ${key}`, topic = null, summary = '' } = texts
    const { sources = [], bytes = `page ${key} ${JSON.stringify(texts)}` } = texts
    if (bytes !== null) {
      this.database
        .prepare(
          'INSERT INTO page (id, path, size, mtime_ms, hash, state) VALUES (?, ?, 1, 1, ?, 1)',
        )
        .run(number, `${key}.md`, Buffer.from(bytes))
    }
    this.database
      .prepare(
        `INSERT INTO event (id, page_id, date, entities, hosts, links, key, topic, title, sources,
           summary) VALUES (?, ?, ?, x'', x'', x'', ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[number, bytes === null ? null : number, date],
        key,
        topic,
        title,
        JSON.stringify(sources),
        summary,
      )
  }

  remove(key: string): void {
    this.database.prepare('DELETE FROM event WHERE key = ?').run(key)
    this.database.prepare('DELETE FROM page WHERE path = ?').run(`${key}.md`)
  }

  /** Remove an event and write it anew, which is what an import does with a page that changed. */
  rewrite(key: string, texts: EventTexts = {}): void {
    this.remove(key)
    this.add(key, texts)
  }

  move(from: string, to: string, texts: EventTexts = {}): void {
    this.remove(from)
    this.add(to, texts)
  }

  /** Come to the end of an import. */
  finish(at = '2026-01-01T00:00:00.000Z'): ChangeCounts {
    this.database.exec('BEGIN')
    const counts = recordChanges(this.database, at)
    this.database.exec('COMMIT')
    return counts
  }

  list(request: Partial<ChangesRequest> = {}, annotated: string[] = []): ChangePage {
    const whole = { kind: null, onlyAnnotated: false, offset: 0, limit: 500, ...request }
    return readChanges(this, whole, (id) => annotated.includes(id))
  }

  /** `moved a → b` and the like, in order of the list. */
  describe(): string[] {
    return this.list().changes.map(({ kind, id, formerId }) =>
      formerId === null ? `${kind} ${id}` : `${kind} ${formerId} → ${id}`,
    )
  }
}

/** An index with events whose first import has not come to its end. */
export function useUnfinishedTable(events: Record<string, EventTexts> = {}): EventTable {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.exec(SCHEMA)
  const table = new EventTable(database)
  for (const [key, texts] of Object.entries(events)) table.add(key, texts)
  return table
}

/** An index whose first import has come to its end. */
export function useEventTable(events: Record<string, EventTexts> = {}): EventTable {
  const table = useUnfinishedTable(events)
  table.finish()
  return table
}
