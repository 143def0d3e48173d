import { hash } from 'node:crypto'
import type { EventDate, EventId } from '#shared/event.ts'
import { type FoundEvent, MAX_FOLLOWED_EVENTS } from '#shared/saved-search.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { listAscending } from './bitmap.ts'
import { findEventNumber } from './event-keys.ts'
import { findAnswer } from './find-answer.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import type { QueryContext } from './query-context.ts'

const VERSION_LENGTH = 12

/** What a query finds, for those who look again later. */
export interface FoundEvents {
  /** Exact count of all events found. */
  total: number
  /** All of them in order of id; `null` where they are more than can be followed. */
  events: FoundEvent[] | null
}

interface VersionedRow {
  id: EventId
  date: EventDate
  title: string
  topic: string | null
  summary: string
  /** JSON array of name, address and picture. */
  sources: string
}

/** Row ids of what a query finds, or `null` where they are more than can be followed. */
export function findFollowed(context: QueryContext, query: string) {
  const { events, count } = findAnswer(context, query)
  if (count > MAX_FOLLOWED_EVENTS) return { total: count, numbers: null }
  const ordinals = readOrdinals(context.index)
  const numbers = Array.from(listAscending(events, 0, count), (ordinal) => ordinals.idOf(ordinal))
  return { total: count, numbers }
}

/** Events as a saved search keeps them. @param numbers - Row ids; those that are gone are left out. */
export function readFound(index: IndexSnapshot, numbers: readonly number[]): FoundEvent[] {
  const sql = 'SELECT key AS id, date, title, topic, summary, sources FROM event WHERE id = ?'
  return numbers
    .flatMap((number) => index.all<VersionedRow>(sql, number))
    .map((row) => ({ id: row.id, date: row.date, title: row.title, version: versionOf(row) }))
}

/** What {@link FoundEvent.version} is now, in the order of `ids`; `null` for those not in the archive. */
export function readVersions(index: IndexSnapshot, ids: readonly EventId[]): (string | null)[] {
  return ids.map((id) => {
    const number = findEventNumber(index, id)
    return number === null ? null : (readFound(index, [number])[0]?.version ?? null)
  })
}

function versionOf({ title, topic, summary, sources }: VersionedRow): string {
  const addresses = (JSON.parse(sources) as [name: string, url: string | null][]).map(
    ([name, url]) => url ?? name,
  )
  const text = JSON.stringify([title, topic, summary, addresses])
  return hash('sha256', text).slice(0, VERSION_LENGTH)
}
