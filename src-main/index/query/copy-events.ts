import type { EventId } from '#shared/event.ts'
import type { EventCopy } from '#shared/notebook.ts'
import { findEventNumber } from './event-keys.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

/** What the notebook keeps of these events, in their order; those not in the archive are left out. */
export function copyEvents(index: IndexSnapshot, ids: EventId[]): EventCopy[] {
  const sql = 'SELECT key AS id, date, title, summary AS text FROM event WHERE id = ?'
  return ids
    .map((id) => findEventNumber(index, id))
    .flatMap((number) => (number === null ? [] : index.all<EventCopy>(sql, number)))
}
