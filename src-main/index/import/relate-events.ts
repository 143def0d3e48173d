import type { DatabaseSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { PAGE_STATE } from '../schema.ts'
import type { ReaderClient } from './reader-client.ts'

const ROWS_PER_STEP = 20_000

interface UnresolvedRow {
  event_id: number
  position: number
  target_key: EventId
  key: EventId
}

/**
 * Resolve what was unresolved and can be resolved now.
 *
 * @param isCancelled - Asked between steps; what is done by then stays.
 */
export async function relateEvents(
  database: DatabaseSync,
  reader: ReaderClient,
  isCancelled: () => boolean,
): Promise<void> {
  for (const table of ['relation', 'revision'] as const) {
    const select = database.prepare(
      `SELECT event_id, position, target_key, event.key FROM ${table} AS link
       JOIN event ON event.id = event_id
       WHERE target_id IS NULL AND (event_id, position) > (?, ?)
       ORDER BY event_id, position LIMIT ${ROWS_PER_STEP}`,
    )
    const clearing = table === 'relation' ? ', target_key = NULL, title = NULL' : ''
    const update = database.prepare(
      `UPDATE ${table} SET target_id = ?${clearing} WHERE event_id = ? AND position = ?`,
    )
    for (let last = { event_id: -1, position: -1 }; !isCancelled();) {
      const rows = select.all(last.event_id, last.position) as unknown as UnresolvedRow[]
      const numbers = await reader.ask({
        kind: 'resolve',
        links: rows.map(({ target_key: target }) => target),
        from: rows.map(({ key }) => key),
      })
      database.exec('BEGIN IMMEDIATE')
      rows.forEach(({ event_id: event, position }, index) => {
        const number = numbers[index] ?? 0
        if (number > 0) update.run(number, event, position)
      })
      database.exec('COMMIT')
      const end = rows.at(-1)
      if (!end || rows.length < ROWS_PER_STEP) break
      last = end
    }
  }
}

/** Pages that turned out to report no event although a row id was kept for one. */
export interface VoidPages {
  keys: EventId[]
  /** Ids of the pages whose events were related to them. */
  linkingPages: number[]
}

/**
 * Find relations to events that were expected and did not come. Their pages have to be read
 * again, because a relation that seemed resolved keeps no title.
 */
export function findVoidPages(
  database: DatabaseSync,
  toKey: (pageId: number) => EventId | null,
): VoidPages {
  const voids = database
    .prepare(
      `SELECT id, event_id FROM page WHERE event_id IS NOT NULL
       AND state IN (${PAGE_STATE.day}, ${PAGE_STATE.copy}, ${PAGE_STATE.failed})
       AND NOT EXISTS (SELECT 1 FROM event WHERE event.id = page.event_id)`,
    )
    .all() as { id: number; event_id: number }[]
  if (voids.length === 0) return { keys: [], linkingPages: [] }
  const numbers = JSON.stringify(voids.map(({ event_id: number }) => number))
  const linking = database
    .prepare(
      `SELECT DISTINCT page_id FROM event WHERE page_id IS NOT NULL AND id IN (
         SELECT event_id FROM relation WHERE target_id IN (SELECT value FROM json_each(?1))
         UNION SELECT event_id FROM revision WHERE target_id IN (SELECT value FROM json_each(?1)))`,
    )
    .all(numbers) as { page_id: number }[]
  return {
    keys: voids.map(({ id }) => toKey(id)).filter((key) => key !== null),
    linkingPages: linking.map(({ page_id: page }) => page),
  }
}

/** Give up the row ids that were kept for events of pages which report none. */
export function releaseVoidPages(database: DatabaseSync): void {
  database.exec(
    `UPDATE page SET event_id = NULL WHERE event_id IS NOT NULL
     AND state IN (${PAGE_STATE.day}, ${PAGE_STATE.copy}, ${PAGE_STATE.failed})
     AND NOT EXISTS (SELECT 1 FROM event WHERE event.id = page.event_id)`,
  )
}
