import type { DatabaseSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { PackedLinks } from '../packed-links.ts'
import { PAGE_STATE } from '../schema.ts'
import { findLinkingEvents } from './link-changes.ts'
import { nameOf } from './link-path.ts'
import type { ReaderPool } from './reader-pool.ts'

const ROWS_PER_STEP = 4000

/** A link or an earlier wording that leads to no event yet. */
type UnresolvedRow = [event: number, position: number, targetKey: EventId]

/** Notes where a link leads. */
type Resolve = (row: UnresolvedRow, target: number) => void

const TABLES = {
  unresolved_link: { condition: '1', prepare: prepareLinks },
  revision: { condition: 'target_id IS NULL', prepare: prepareRevisions },
} as const

/** Whether there is something to resolve. */
export function isAnyUnresolved(database: DatabaseSync): boolean {
  return Object.entries(TABLES).some(([table, { condition }]) => {
    const sql = `SELECT 1 FROM ${table} WHERE ${condition} LIMIT 1`
    return database.prepare(sql).get() !== undefined
  })
}

/**
 * Resolve what was unresolved and can be resolved now.
 *
 * @param added - Ids of events that could not be found before; `null` has every link looked up.
 * @param isCancelled - Asked between steps; what is done by then stays.
 */
export async function relateEvents(
  database: DatabaseSync,
  readers: ReaderPool,
  added: readonly EventId[] | null,
  isCancelled: () => boolean,
): Promise<void> {
  const names = added && new Set(added.map(toName))
  if (names?.size === 0) return
  const selectKey = database.prepare('SELECT key FROM event WHERE id = ?')
  for (const [table, { condition, prepare }] of Object.entries(TABLES)) {
    const select = database.prepare(
      `SELECT event_id, position, target_key FROM ${table}
       WHERE ${condition} AND (event_id, position) > (?, ?)
       ORDER BY event_id, position LIMIT ${ROWS_PER_STEP}`,
    )
    const resolve = prepare(database)
    select.setReturnArrays(true)
    for (let last = [-1, -1]; !isCancelled();) {
      const step = select.all(...last) as unknown as UnresolvedRow[]
      // A link leads to an event of the same name or to none.
      const rows = names ? step.filter((row) => names.has(toName(row[2]))) : step
      const numbers = await readers.resolve(
        rows.map(([, , targetKey]) => targetKey),
        rows.map(([event]) => String(selectKey.get(event)?.['key'])),
      )
      database.exec('BEGIN IMMEDIATE')
      rows.forEach((row, index) => {
        const number = numbers[index] ?? 0
        if (number > 0) resolve(row, number)
      })
      database.exec('COMMIT')
      const end = step.at(-1)
      if (!end || step.length < ROWS_PER_STEP) break
      last = [end[0], end[1]]
    }
  }
}

function toName(key: EventId): string {
  return nameOf(key).toLowerCase()
}

function prepareLinks(database: DatabaseSync): Resolve {
  const select = database.prepare('SELECT links FROM event WHERE id = ?')
  const update = database.prepare('UPDATE event SET links = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM unresolved_link WHERE event_id = ? AND position = ?')
  return ([event, position], target) => {
    const links = new PackedLinks(select.get(event)?.['links'] as Uint8Array)
    links.setTarget(position, target)
    update.run(links.bytes, event)
    remove.run(event, position)
  }
}

function prepareRevisions(database: DatabaseSync): Resolve {
  const update = database.prepare(
    'UPDATE revision SET target_id = ? WHERE event_id = ? AND position = ?',
  )
  return ([event, position], target) => {
    update.run(target, event, position)
  }
}

/** Pages that turned out to report no event although a row id was kept for one. */
export interface VoidPages {
  keys: EventId[]
  /** Ids of the pages whose events were related to them. */
  linkingPages: number[]
}

const VOID_PAGES = `
  FROM page WHERE event_id IS NOT NULL
  AND state IN (${PAGE_STATE.day}, ${PAGE_STATE.copy}, ${PAGE_STATE.failed})
  AND NOT EXISTS (SELECT 1 FROM event WHERE event.id = page.event_id)`

/**
 * Find relations to events that were expected and did not come. Their pages have to be read
 * again, because a relation that seemed resolved keeps no title.
 */
export function findVoidPages(
  database: DatabaseSync,
  toKey: (pageId: number) => EventId | null,
): VoidPages {
  const voids = database.prepare(`SELECT id, event_id ${VOID_PAGES}`).all() as {
    id: number
    event_id: number
  }[]
  if (voids.length === 0) return { keys: [], linkingPages: [] }
  const numbers = voids.map(({ event_id: number }) => number)
  const revised = database
    .prepare(
      `SELECT page_id FROM event WHERE page_id IS NOT NULL AND id IN (
         SELECT event_id FROM revision WHERE target_id IN (SELECT value FROM json_each(?)))`,
    )
    .all(JSON.stringify(numbers)) as { page_id: number }[]
  const linking = findLinkingEvents(database, new Set(numbers))
  return {
    keys: voids.map(({ id }) => toKey(id)).filter((key) => key !== null),
    linkingPages: [...new Set([...linking, ...revised].flatMap(({ page_id: page }) => page ?? []))],
  }
}

/** Give up the row ids that were kept for events of pages which report none. */
export function releaseVoidPages(database: DatabaseSync): void {
  database.exec(`UPDATE page SET event_id = NULL WHERE id IN (SELECT id ${VOID_PAGES})`)
}
