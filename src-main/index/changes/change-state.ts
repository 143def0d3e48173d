import type { DatabaseSync } from 'node:sqlite'
import type { ChangeCounts } from '#shared/changes.ts'

/** What stands in `meta` of the changes, once a first import has come to its end. */
export interface ChangeState {
  /** When the last import that changed anything ended; `null` where none has. */
  at: string | null
  counts: ChangeCounts
}

/** Its key in `meta`. */
export const CHANGE_STATE_KEY = 'changes'

/** @returns `null` before the end of a first import. */
export function readChangeState(database: DatabaseSync): ChangeState | null {
  const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(CHANGE_STATE_KEY)
  return row ? (JSON.parse(String(row['value'])) as ChangeState) : null
}

export function writeChangeState(database: DatabaseSync, state: ChangeState): void {
  database
    .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
    .run(CHANGE_STATE_KEY, JSON.stringify(state))
}
