import type { DatabaseSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { EventNumbers } from './event-numbers.ts'
import type { NumberedEvents, NumberedNames } from './messages.ts'

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

/** What an index holds when an import begins. */
export interface KnownIndex {
  pages: Map<string, KnownPage>
  /** Events that only a day page reports, by id. */
  listed: Map<EventId, number>
  numbers: EventNumbers
}

export function loadKnownIndex(database: DatabaseSync): KnownIndex {
  const numbers = new EventNumbers()
  const pages = new Map<string, KnownPage>()
  const pageRows = database.prepare(
    `SELECT id, path, size AS sizeBytes, mtime_ms AS mtimeMs, state, event_id AS eventNumber FROM page`,
  )
  for (const row of pageRows.iterate()) {
    const page = row as unknown as KnownPage
    pages.set(page.path, page)
    if (page.eventNumber !== null) numbers.reserve(page.eventNumber)
  }
  const listed = new Map<EventId, number>()
  const listedRows = database.prepare('SELECT key, id FROM event WHERE page_id IS NULL')
  for (const row of listedRows.iterate()) {
    const { key, id } = row as unknown as { key: EventId; id: number }
    listed.set(key, id)
    numbers.reserve(id)
  }
  return { pages, listed, numbers }
}

/** The names of a table with their row ids. */
export function loadNames(
  database: DatabaseSync,
  table: 'entity' | 'context' | 'host',
): NumberedNames {
  const column = table === 'context' ? 'entities' : 'name'
  const known: NumberedNames = { names: [], numbers: [] }
  for (const row of database.prepare(`SELECT id, ${column} AS name FROM ${table}`).iterate()) {
    const { id, name } = row as unknown as { id: number; name: string }
    known.names.push(name)
    known.numbers.push(id)
  }
  return known
}

/** Ids and row ids of all events in the index. */
export function loadEvents(database: DatabaseSync): NumberedEvents {
  const known: NumberedEvents = { keys: [], numbers: [] }
  for (const row of database.prepare('SELECT key, id FROM event').iterate()) {
    const { key, id } = row as unknown as { key: EventId; id: number }
    known.keys.push(key)
    known.numbers.push(id)
  }
  return known
}
