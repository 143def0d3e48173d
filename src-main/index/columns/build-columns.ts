import type { DatabaseSync } from 'node:sqlite'
import { ColumnGatherer, type ColumnRow } from './column-gatherer.ts'
import { COLUMNS_VERSION } from './column-names.ts'
import { EVENT_FLAGS, type EventFlag, FLAG_CONDITIONS } from './event-flags.ts'

const FLAGS = (Object.keys(EVENT_FLAGS) as EventFlag[])
  .map((flag) => `(${FLAG_CONDITIONS[flag]}) * ${EVENT_FLAGS[flag]}`)
  .join(' + ')

/** What is made of all events, by the names of the columns. */
export type GatheredColumns = ReturnType<ColumnGatherer['finish']>

/** Make the columns of all events: what a search looks at for every event. */
export function gatherColumns(database: DatabaseSync): GatheredColumns {
  const gatherer = new ColumnGatherer()
  const events = database.prepare(
    `SELECT id, octet_length(entities), octet_length(hosts),
       CAST(entities || hosts || links AS BLOB), topic, ${FLAGS} FROM event ORDER BY id`,
  )
  events.setReturnArrays(true)
  for (const row of events.iterate()) gatherer.add(row as unknown as ColumnRow)
  return gatherer.finish()
}

/**
 * Write the columns of all events.
 *
 * @param database - Within a transaction that changes no event afterwards.
 * @param groups - Per ordinal that of the first of the events that report the same, or `null` where
 *   that is not known.
 */
export function writeColumns(
  database: DatabaseSync,
  gathered: GatheredColumns,
  groups: Uint32Array | null,
): void {
  const columns = { ...gathered, ...(groups && { groups }) }
  const insert = database.prepare('INSERT INTO event_column (name, data) VALUES (?, ?)')
  database.exec('DELETE FROM event_column')
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(columns)) {
    insert.run(name, new Uint8Array(buffer, byteOffset, byteLength))
  }
  database
    .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('columns', ?)")
    .run(COLUMNS_VERSION)
}
