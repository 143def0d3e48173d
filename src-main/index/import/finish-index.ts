import type { DatabaseSync } from 'node:sqlite'
import type { ChangeCounts } from '#shared/changes.ts'
import { recordChanges } from '../changes/record-changes.ts'
import { gatherColumns, writeColumns } from '../columns/build-columns.ts'
import { COLUMNS_VERSION } from '../columns/column-names.ts'
import { groupReports } from '../duplicates/group-reports.ts'
import { LATE_INDEXES, PAGE_BYTES } from '../schema.ts'
import { forgetTally, keepTally } from './index-tally.ts'

const CACHE_BYTES = 24 * 2 ** 20
/** A page that many transactions change is copied once from a log that holds them all. */
const WAL_BYTES = 64 * 2 ** 20

/**
 * Make an empty index ready to take in much at once: the text index keeps the words of a whole
 * transaction in memory, and merges its parts at the end. Nothing waits for the disk before that: an
 * index that a power cut leaves unfinished is checked as a whole before it is used again.
 */
export function prepareIndex(database: DatabaseSync): void {
  database.exec(`
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = ${-CACHE_BYTES / 1024};
    PRAGMA wal_autocheckpoint = ${WAL_BYTES / PAGE_BYTES};
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
 * @param groups - As `groupReports` gives them, found by another thread meanwhile.
 * @returns what became of the events that an earlier import knew.
 */
export async function finishIndex(
  database: DatabaseSync,
  groups: Promise<Uint32Array>,
): Promise<ChangeCounts> {
  for (const sql of Object.values(LATE_INDEXES)) database.exec(sql)
  database.exec(`
    INSERT INTO event_text (event_text, rank) VALUES ('automerge', 4);
    INSERT INTO event_text (event_text, rank) VALUES ('hashsize', ${2 ** 20});
    INSERT INTO event_text (event_text) VALUES ('optimize');
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_checkpoint(TRUNCATE);
  `)
  const columns = gatherColumns(database)
  const leaders = await groups
  database.exec('BEGIN IMMEDIATE')
  removeUnusedEntities(database, new Set(columns.entity_values))
  const changes = recordChanges(database, new Date().toISOString())
  writeColumns(database, columns, leaders)
  keepTally(database)
  setState(database, 'finished')
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  return changes
}

/** Make the columns of an index that has none, or those of another version of this program. */
export function completeColumns(database: DatabaseSync): void {
  if (readMeta(database, 'columns') === COLUMNS_VERSION) return
  database.exec('BEGIN IMMEDIATE')
  writeColumns(database, gatherColumns(database), groupReports(database))
  database.exec('COMMIT')
}

function removeUnusedEntities(database: DatabaseSync, used: ReadonlySet<number>): void {
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
