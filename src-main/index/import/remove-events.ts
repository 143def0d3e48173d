import type { DatabaseSync } from 'node:sqlite'

/** Where all that belongs to an event stands; `event_text` is one by one. */
const TABLES = ['listing', 'event_entity', 'source', 'relation', 'revision'] as const

/**
 * Remove events. What leads to them stays, unresolved, with the id and title it needs to be read
 * and to be resolved again.
 */
export function removeEvents(database: DatabaseSync, numbers: Iterable<number>): void {
  const list = JSON.stringify([...numbers])
  if (list === '[]') return
  const gone = '(SELECT value FROM json_each(?))'
  database
    .prepare(
      `UPDATE relation SET target_id = NULL,
         target_key = (SELECT key FROM event WHERE event.id = relation.target_id),
         title = (SELECT title FROM event WHERE event.id = relation.target_id)
       WHERE target_id IN ${gone}`,
    )
    .run(list)
  database.prepare(`UPDATE revision SET target_id = NULL WHERE target_id IN ${gone}`).run(list)
  for (const table of TABLES) {
    database.prepare(`DELETE FROM ${table} WHERE event_id IN ${gone}`).run(list)
  }
  database.prepare(`DELETE FROM event_text WHERE rowid IN ${gone}`).run(list)
  database.prepare(`DELETE FROM event WHERE id IN ${gone}`).run(list)
}
