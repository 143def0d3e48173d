import type { RecordChange } from './record-change.ts'

/** Through which every change by the researcher goes. */
export interface Journal {
  now(): Date
  /**
   * Carry out changes in memory, all or none, remember them for undoing as one step, and save them.
   *
   * @param changes - At least one; of each record at most one.
   * @param label - For a person, what undoing would take back.
   * @param editKey - Names the text that was typed in, so that fast edits become one step.
   * @returns settles once all is on disk. @throws NOTEBOOK_*
   */
  commit(changes: readonly RecordChange[], label: string, editKey?: string): Promise<void>
  /**
   * Carry out a change that is no step: nothing takes it back, and what was undone can still be
   * redone.
   *
   * @param rewrite - Brings the records of the steps up to it.
   * @returns settles once the change is on disk. @throws NOTEBOOK_*
   */
  record(change: RecordChange, rewrite: (change: RecordChange) => RecordChange): Promise<void>
}
