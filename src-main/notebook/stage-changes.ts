import type { RecordChange, RecordTypes } from './record-change.ts'
import type { RecordStore } from './record-store.ts'
import { settleAll } from './settle-all.ts'

/** The records of each kind. */
export type RecordStores = { [Kind in keyof RecordTypes]: RecordStore<RecordTypes[Kind]> }

/** What a record is before or after a change. */
export type Side = 'before' | 'after'

/**
 * Make ready to take one side of changes into memory.
 *
 * @returns does so at once, settling once all is on disk. @throws NOTEBOOK_* where one of the
 * documents cannot be written, and then nothing is changed
 */
export function stageChanges(
  stores: RecordStores,
  changes: readonly RecordChange[],
  side: Side,
): () => Promise<void> {
  const byKind = Map.groupBy(changes, ({ kind }) => kind)
  const staged = [...byKind].map(([kind, ofKind]) => {
    const records = new Map(ofKind.map((change) => [change.id, change[side]]))
    return (stores[kind] as RecordStore<RecordTypes[typeof kind]>).stage(records)
  })
  return () => settleAll(staged.map((carryOut) => carryOut()))
}
