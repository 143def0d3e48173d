import type { DatabaseSync } from 'node:sqlite'
import type { ChangeCounts } from '#shared/changes.ts'
import { readChangeState, writeChangeState } from './change-state.ts'
import { CHANGE_TRIGGERS } from './change-schema.ts'
import { findMoves } from './find-moves.ts'

const NONE: ChangeCounts = { added: 0, changed: 0, removed: 0, moved: 0 }

/** What a researcher reads of a source: its address, or the outlet where there is none. */
const ADDRESSES = (sources: string) =>
  `(SELECT json_group_array(coalesce(value ->> 1, value ->> 0)) FROM json_each(${sources}))`

const TEXT = (table: string) =>
  `json_object('date', ${table}.date, 'title', ${table}.title, 'topic', ${table}.topic, 'summary', ${table}.summary,
     'sources', json(${ADDRESSES(`${table}.sources`)}))`

/** Most rows that were written anew are what they were, so the dear comparison comes last. */
const DIFFERS = `(former_event.date IS NOT event.date OR former_event.title <> event.title
  OR former_event.topic IS NOT event.topic
  OR former_event.summary <> event.summary OR (former_event.sources <> event.sources
    AND ${ADDRESSES('former_event.sources')} <> ${ADDRESSES('event.sources')}))`

const LIST_CHANGES = `
INSERT INTO change (kind, key, former_key, date, title, before, after)
SELECT kind, key, former_key, date, title, before, after FROM (
  SELECT iif(event.id IS NULL, 'removed', iif(event.key = former_event.key, 'changed', 'moved')) AS kind,
    coalesce(event.key, former_event.key) AS key,
    iif(event.key <> former_event.key, former_event.key, NULL) AS former_key,
    iif(event.id IS NULL, former_event.date, event.date) AS date,
    coalesce(event.title, former_event.title) AS title,
    ${TEXT('former_event')} AS before,
    iif(event.id IS NULL, NULL, ${TEXT('event')}) AS after
  FROM former_event LEFT JOIN event ON event.key = former_event.key_now
  WHERE event.id IS NULL OR event.key <> former_event.key OR ${DIFFERS}
  UNION ALL
  SELECT 'added', event.key, NULL, event.date, event.title, NULL, ${TEXT('event')}
  FROM new_event JOIN event ON event.key = new_event.key
)
ORDER BY date DESC, key`

/**
 * List what became of the events since the last import that came to its end; to be called at the end
 * of an import, in the transaction that notes it. The first one only begins to take notes. Where
 * nothing changed, the former list stays.
 *
 * @param at - When the import ended, ISO 8601, UTC.
 */
export function recordChanges(database: DatabaseSync, at: string): ChangeCounts {
  const state = readChangeState(database)
  if (!state) {
    database.exec(CHANGE_TRIGGERS)
    writeChangeState(database, { at: null, counts: NONE })
    return { ...NONE }
  }
  findNewKeys(database)
  const former = database.prepare('SELECT coalesce(max(position), 0) AS last FROM change').get()
  const last = Number(former?.['last'])
  database.exec(LIST_CHANGES)
  const counts = countChanges(database, last)
  if (Object.values(counts).some((count) => count > 0)) {
    database.prepare('DELETE FROM change WHERE position <= ?').run(last)
    writeChangeState(database, { at, counts })
  }
  database.exec('DELETE FROM former_event; DELETE FROM new_event')
  return counts
}

/** Find the id that each former event has now. */
function findNewKeys(database: DatabaseSync): void {
  database.exec(
    `UPDATE former_event SET key_now =
       (SELECT event.key FROM event WHERE event.key = former_event.key)`,
  )
  const move = database.prepare('UPDATE former_event SET key_now = ? WHERE key = ?')
  const forget = database.prepare('DELETE FROM new_event WHERE key = ?')
  for (const { from, to } of findMoves(database)) {
    move.run(to, from)
    forget.run(to)
  }
}

function countChanges(database: DatabaseSync, after: number): ChangeCounts {
  const rows = database
    .prepare('SELECT kind, count(*) AS count FROM change WHERE position > ? GROUP BY kind')
    .all(after) as { kind: keyof ChangeCounts; count: number }[]
  return { ...NONE, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) }
}
