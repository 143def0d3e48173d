import type { DatabaseSync } from 'node:sqlite'
import type { GoneEvent, LinkChanges } from './link-changes.ts'

/** Where all that belongs to an event stands; `event_text` is one by one. */
const TABLES = ['listing', 'unresolved_link', 'revision'] as const

/**
 * Remove events. What leads to them stays, unresolved, with the id and title it needs to be read
 * and to be resolved again.
 */
export function removeEvents(
  database: DatabaseSync,
  numbers: Iterable<number>,
  links: LinkChanges,
): void {
  const list = JSON.stringify([...numbers])
  if (list === '[]') return
  const gone = '(SELECT value FROM json_each(?))'
  const events = database.prepare(`SELECT id, key, title FROM event WHERE id IN ${gone}`).all(list)
  for (const event of events as unknown as (GoneEvent & { id: number })[]) {
    links.detach(event.id, event)
  }
  for (const table of TABLES) {
    database.prepare(`DELETE FROM ${table} WHERE event_id IN ${gone}`).run(list)
  }
  database.prepare(`DELETE FROM event_text WHERE rowid IN ${gone}`).run(list)
  database.prepare(`DELETE FROM event WHERE id IN ${gone}`).run(list)
}
