import type { DatabaseSync } from 'node:sqlite'
import { groupSimilarReports } from './group-similar-reports.ts'
import { StoredReports } from './stored-reports.ts'
import type { StatedWording } from './report-text.ts'

/**
 * Which events of an index report the same: see {@link groupSimilarReports}.
 *
 * @returns by ordinal (place in order of row id), that of the leader of its group.
 */
export function groupReports(database: DatabaseSync): Uint32Array {
  const stated = database
    .prepare(
      `SELECT event_id AS by, target_id AS "of", time FROM revision
       WHERE target_id IS NOT NULL AND target_id <> event_id`,
    )
    .all() as unknown as StatedWording[]
  return groupSimilarReports(new StoredReports(database), stated)
}
