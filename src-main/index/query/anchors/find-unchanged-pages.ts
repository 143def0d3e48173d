import type { EventId } from '#shared/event.ts'
import type { IndexSnapshot } from '../index-snapshot.ts'

/**
 * The events whose own pages have the hashes that are expected of them.
 *
 * @param expected - SHA-256, hexadecimal; `null` where none is known.
 */
export function findUnchangedPages(
  index: IndexSnapshot,
  expected: readonly (readonly [EventId, string | null])[],
): Set<EventId> {
  const hashes = new Map(expected.filter(([, hash]) => hash !== null))
  const rows = index.all<{ id: EventId; hash: string }>(
    `SELECT event.key AS id, lower(hex(page.hash)) AS hash
     FROM json_each(?) AS wanted
     JOIN event ON event.key = wanted.value JOIN page ON page.id = event.page_id`,
    JSON.stringify([...hashes.keys()]),
  )
  return new Set(rows.filter(({ id, hash }) => hashes.get(id) === hash).map(({ id }) => id))
}
