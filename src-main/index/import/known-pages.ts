import type { DatabaseSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { PAGE_STATE } from '../schema.ts'
import { EventNumbers } from './event-numbers.ts'
import type { NumberedEvents } from './messages.ts'

/** A page as the index knows it. */
export interface KnownPage {
  id: number
  path: string
  sizeBytes: number
  mtimeMs: number
  state: number
  /** Row id of its event, or what is kept for it; `null` where it has none. */
  eventNumber: number | null
}

type PageRow = [
  id: number,
  path: string,
  size: number,
  mtimeMs: number,
  state: number,
  eventNumber: number | null,
]

const ROWS_PER_READ = 4096

/** The pages of an index in order of id, column by column: objects would take thrice the memory. */
export class KnownPages {
  readonly #rows = new Map<string, number>()
  readonly #paths: string[] = []
  readonly #ids: number[] = []
  readonly #sizes: number[] = []
  readonly #times: number[] = []
  readonly #states: number[] = []
  /** 0 where there is none. */
  readonly #eventNumbers: number[] = []

  constructor(database: DatabaseSync) {
    const select = database.prepare(
      `SELECT id, path, size, mtime_ms, state, event_id FROM page
       WHERE id > ? ORDER BY id LIMIT ${ROWS_PER_READ}`,
    )
    select.setReturnArrays(true)
    let rows: PageRow[]
    do {
      rows = select.all(this.#ids.at(-1) ?? 0) as unknown as PageRow[]
      for (const row of rows) this.#add(row)
    } while (rows.length === ROWS_PER_READ)
  }

  get size(): number {
    return this.#ids.length
  }

  /** The first id that no page has, nor any page after it. */
  get nextId(): number {
    return (this.#ids.at(-1) ?? 0) + 1
  }

  /** The row of a page, from 0; `null` where it is not known. */
  find(path: string): number | null {
    return this.#rows.get(path) ?? null
  }

  get(path: string): KnownPage | null {
    const row = this.find(path)
    return row === null ? null : this.at(row)
  }

  /** @param row - As {@link find} gives it. */
  at(row: number): KnownPage {
    return {
      id: this.#ids[row] ?? 0,
      path: this.#paths[row] ?? '',
      sizeBytes: this.#sizes[row] ?? 0,
      mtimeMs: this.#times[row] ?? 0,
      state: this.#states[row] ?? 0,
      eventNumber: this.#eventNumbers[row] || null,
    }
  }

  /** Whether a page was read and its file has not changed since. */
  isSame(row: number, file: Pick<KnownPage, 'sizeBytes' | 'mtimeMs'>): boolean {
    return (
      this.#sizes[row] === file.sizeBytes &&
      this.#times[row] === file.mtimeMs &&
      this.#states[row] !== PAGE_STATE.unread
    )
  }

  *[Symbol.iterator](): Generator<KnownPage, void, undefined> {
    for (let row = 0; row < this.size; row++) yield this.at(row)
  }

  #add([id, path, size, time, state, eventNumber]: PageRow): void {
    this.#rows.set(path, this.#ids.length)
    this.#ids.push(id)
    this.#paths.push(path)
    this.#sizes.push(size)
    this.#times.push(time)
    this.#states.push(state)
    this.#eventNumbers.push(eventNumber ?? 0)
  }
}

/** What an index holds when an import begins to change it. */
export interface KnownIndex {
  pages: KnownPages
  /** Events that only a day page reports, by id. */
  listed: Map<EventId, number>
  numbers: EventNumbers
}

export function loadKnownIndex(database: DatabaseSync, pages: KnownPages): KnownIndex {
  const numbers = new EventNumbers()
  for (const { eventNumber } of pages) if (eventNumber !== null) numbers.reserve(eventNumber)
  const listed = new Map<EventId, number>()
  const listedRows = database.prepare('SELECT key, id FROM event WHERE page_id IS NULL')
  for (const row of listedRows.iterate()) {
    const { key, id } = row as unknown as { key: EventId; id: number }
    listed.set(key, id)
    numbers.reserve(id)
  }
  return { pages, listed, numbers }
}

/** Ids and row ids of all events in the index. */
export function loadEvents(database: DatabaseSync): NumberedEvents {
  return toNumbered(database.prepare('SELECT key, id FROM event').iterate())
}

/** Likewise of those events that have one of these ids. */
export function loadEventsOf(database: DatabaseSync, ids: readonly EventId[]): NumberedEvents {
  const select = database.prepare(
    'SELECT key, id FROM event WHERE key IN (SELECT value FROM json_each(?))',
  )
  return toNumbered(select.iterate(JSON.stringify(ids)))
}

function toNumbered(rows: Iterable<unknown>): NumberedEvents {
  const known: NumberedEvents = { keys: [], numbers: [] }
  for (const row of rows) {
    const { key, id } = row as { key: EventId; id: number }
    known.keys.push(key)
    known.numbers.push(id)
  }
  return known
}
