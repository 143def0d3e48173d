import type { DatabaseSync } from 'node:sqlite'
import type { ChangeCounts } from '#shared/changes.ts'
import { recordChanges } from '../changes/record-changes.ts'
import { buildColumns } from '../columns/build-columns.ts'
import { COLUMNS_VERSION } from '../columns/column-names.ts'
import { groupReports } from '../duplicates/group-reports.ts'
import { readNumbers } from '../packed-numbers.ts'
import { LATE_INDEXES } from '../schema.ts'
import { forgetTally, keepTally } from './index-tally.ts'

const CACHE_BYTES = 24 * 2 ** 20
/** Pages of a small log are written again while they are still in the system's cache. */
const WAL_BYTES = 16 * 2 ** 20

/**
 * Make an empty index ready to take in much at once: the text index keeps the words of a whole
 * transaction in memory, and merges its parts at the end.
 */
export function prepareIndex(database: DatabaseSync): void {
  database.exec(`
    PRAGMA cache_size = ${-CACHE_BYTES / 1024};
    PRAGMA wal_autocheckpoint = ${WAL_BYTES / 4096};
    INSERT INTO event_text (event_text, rank) VALUES ('automerge', 0);
    INSERT INTO event_text (event_text, rank) VALUES ('hashsize', ${2 ** 25});
  `)
  for (const name of Object.keys(LATE_INDEXES)) database.exec(`DROP INDEX IF EXISTS ${name}`)
}

/** Whether the last import came to its end. */
export function isFinished(database: DatabaseSync): boolean {
  return readMeta(database, 'state') === 'finished'
}

/** Note that an import begins to change the index; within the transaction that does so first. */
export function markUnfinished(database: DatabaseSync): void {
  setState(database, 'unfinished')
  forgetTally(database)
  database.exec("DELETE FROM meta WHERE key = 'columns'")
}

/**
 * Make what is left to make, drop what nothing uses any longer, and note the end.
 *
 * @returns what became of the events that an earlier import knew.
 */
export function finishIndex(database: DatabaseSync): ChangeCounts {
  for (const sql of Object.values(LATE_INDEXES)) database.exec(sql)
  database.exec('BEGIN IMMEDIATE')
  removeUnusedEntities(database)
  const changes = recordChanges(database, new Date().toISOString())
  buildColumns(database, groupReports(database))
  keepTally(database)
  setState(database, 'finished')
  database.exec('COMMIT')
  database.exec(`
    INSERT INTO event_text (event_text, rank) VALUES ('automerge', 4);
    INSERT INTO event_text (event_text, rank) VALUES ('hashsize', ${2 ** 20});
    INSERT INTO event_text (event_text) VALUES ('optimize');
    PRAGMA wal_checkpoint(TRUNCATE);
  `)
  return changes
}

/** Make the columns of an index that has none, or those of another version of this program. */
export function completeColumns(database: DatabaseSync): void {
  if (readMeta(database, 'columns') === COLUMNS_VERSION) return
  database.exec('BEGIN IMMEDIATE')
  buildColumns(database, groupReports(database))
  database.exec('COMMIT')
}

function removeUnusedEntities(database: DatabaseSync): void {
  const used = new Set<number>()
  const events = database.prepare('SELECT entities FROM event')
  for (const { entities } of events.iterate()) {
    for (const entity of readNumbers(entities as Uint8Array)) used.add(entity)
  }
  const remove = database.prepare('DELETE FROM entity WHERE id = ?')
  for (const { id } of database.prepare('SELECT id FROM entity').all()) {
    if (!used.has(id as number)) remove.run(id as number)
  }
}

function readMeta(database: DatabaseSync, key: string): string | null {
  const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(key)
  return row ? String(row['value']) : null
}

function setState(database: DatabaseSync, state: 'finished' | 'unfinished'): void {
  database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('state', ?)").run(state)
}
