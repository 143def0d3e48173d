import type { DatabaseSync } from 'node:sqlite'
import { LATE_INDEXES } from '../schema.ts'

/** Make an empty index ready to take in much at once. */
export function prepareIndex(database: DatabaseSync): void {
  database.exec(`
    PRAGMA cache_size = -49152;
    PRAGMA wal_autocheckpoint = 0;
    INSERT INTO event_text (event_text, rank) VALUES ('automerge', 0);
  `)
  for (const name of Object.keys(LATE_INDEXES)) database.exec(`DROP INDEX IF EXISTS ${name}`)
}

/** Whether the last import came to its end. */
export function isFinished(database: DatabaseSync): boolean {
  const row = database.prepare("SELECT value FROM meta WHERE key = 'state'").get()
  return row?.['value'] === 'finished'
}

/** Note that an import begins to change the index. */
export function markUnfinished(database: DatabaseSync): void {
  setState(database, 'unfinished')
}

/** Make what is left to make, drop what nothing uses any longer, and note the end. */
export function finishIndex(database: DatabaseSync): void {
  for (const sql of Object.values(LATE_INDEXES)) database.exec(sql)
  database.exec('BEGIN IMMEDIATE')
  database.exec(
    `DELETE FROM entity WHERE NOT EXISTS
       (SELECT 1 FROM event_entity WHERE entity_id = entity.id)`,
  )
  setState(database, 'finished')
  database.exec('COMMIT')
  database.exec(`
    INSERT INTO event_text (event_text, rank) VALUES ('automerge', 4);
    INSERT INTO event_text (event_text) VALUES ('optimize');
    PRAGMA wal_checkpoint(TRUNCATE);
  `)
}

function setState(database: DatabaseSync, state: 'finished' | 'unfinished'): void {
  database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('state', ?)").run(state)
}
