import type { RecordChange } from './history.ts'

/** Through which every change of the notebook goes. */
export interface Journal {
  now(): Date
  /**
   * Carry out a change in memory, remember it for undoing, and save it.
   *
   * @param label - For a person, what undoing would take back.
   * @param editKey - Names the text that was typed in, so that fast edits become one step.
   * @returns settles once the change is on disk. @throws NOTEBOOK_*
   */
  commit(change: RecordChange, label: string, editKey?: string): Promise<void>
}
