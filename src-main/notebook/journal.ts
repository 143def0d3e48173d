import type { ChangeTurns } from './change-turns.ts'
import type { RecordChange } from './record-change.ts'

/** Through which every change by the researcher goes. */
export interface Journal {
  /** All changes by the researcher take turns. */
  readonly turns: Pick<ChangeTurns, 'free'>
  now(): Date
  /**
   * Carry out changes in memory, all or none, remember them for undoing as one step, and save them.
   * More than a few are carried out a few at a time, while other changes wait.
   *
   * @param changes - At least one; of each record at most one.
   * @param label - For a person, what undoing would take back.
   * @param editKey - Names the text that was typed in, so that fast edits become one step.
   * @returns settles once all is on disk. @throws NOTEBOOK_*
   */
  commit(changes: readonly RecordChange[], label: string, editKey?: string): Promise<void>
  /**
   * Carry out the change of each of some items like {@link Journal.commit}. Where there are many, it
   * is made and carried out a few at a time, so that nothing waits for it but other changes.
   *
   * @param items - Can be gone through more than once.
   * @param change - `null` where there is none; of several of one record, the first counts.
   * @returns the changes, once all is on disk. @throws NOTEBOOK_*, and what `change` throws
   */
  commitEach<Item, Change extends RecordChange>(
    items: Iterable<Item>,
    change: (item: Item) => Change | null,
    label: (changes: readonly Change[]) => string,
  ): Promise<Change[]>
  /**
   * Carry out a change that is no step: nothing takes it back, and what was undone can still be
   * redone.
   *
   * @param rewrite - Brings the records of the steps up to it.
   * @returns settles once the change is on disk. @throws NOTEBOOK_*
   */
  record(change: RecordChange, rewrite: (change: RecordChange) => RecordChange): Promise<void>
}
