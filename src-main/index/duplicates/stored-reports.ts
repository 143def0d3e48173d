import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { EventDate, EventId } from '#shared/event.ts'
import { dateOfEventNumber, startOfDate } from '../event-number.ts'
import { readNumbers } from '../packed-numbers.ts'
import type { ReportText } from './report-text.ts'

type StoredSource = [name: string, url: string | null, image: string | null]

/** Many rows at once are fetched faster than one by one. */
const ROWS_PER_STEP = 2000

interface Details {
  key: EventId
  summary: string
  entities: Uint8Array
  sources: string
}

/**
 * The events of an index in order of row id. Of most of them only the headline is ever asked for;
 * the rest is read when it is.
 */
export class StoredReports implements Iterable<ReportText> {
  readonly #titles: StatementSync
  readonly #details: StatementSync

  constructor(database: DatabaseSync) {
    this.#titles = database.prepare(
      `SELECT id, title FROM event WHERE id > ? ORDER BY id LIMIT ${ROWS_PER_STEP}`,
    )
    this.#titles.setReturnArrays(true)
    this.#details = database.prepare(
      'SELECT key, summary, entities, sources FROM event WHERE id = ?',
    )
  }

  *[Symbol.iterator](): Iterator<ReportText> {
    let last = -1
    let start = -1
    let date: EventDate = null
    for (;;) {
      const rows = this.#titles.all(last) as unknown as [number, string][]
      for (const [number, title] of rows) {
        const dateStart = startOfDate(number)
        if (dateStart !== start) date = dateOfEventNumber(number)
        start = dateStart
        last = number
        yield new StoredReport(number, date, title, this.#details)
      }
      if (rows.length < ROWS_PER_STEP) return
    }
  }
}

class StoredReport implements ReportText {
  readonly number: number
  readonly date: EventDate
  readonly title: string
  readonly #statement: StatementSync
  #details: Details | null = null

  constructor(number: number, date: EventDate, title: string, statement: StatementSync) {
    this.number = number
    this.date = date
    this.title = title
    this.#statement = statement
  }

  get id(): EventId {
    return this.#read().key
  }

  get summary(): string {
    return this.#read().summary
  }

  get entities(): Uint32Array {
    return readNumbers(this.#read().entities)
  }

  get sources(): string[] {
    return (JSON.parse(this.#read().sources) as StoredSource[]).flatMap(([, url]) => url ?? [])
  }

  #read(): Details {
    return (this.#details ??= this.#statement.get(this.number) as unknown as Details)
  }
}
