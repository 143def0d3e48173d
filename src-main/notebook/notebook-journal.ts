import { AnnalsError } from '#shared/errors.ts'
import type { NotebookStatus } from '#shared/notebook.ts'
import { History, type RecordChange } from './history.ts'
import type { Journal } from './journal.ts'

export interface NotebookJournalOptions {
  now(): Date
  /** Why nothing can be changed, or `null`. */
  readOnly(): NotebookStatus['readOnly']
  /** Take one side of a change into memory at once. @returns settles once it is on disk. */
  put(change: RecordChange, side: 'before' | 'after'): Promise<void>
  onChange(): void
}

/** Every change of the notebook, and the way back. */
export class NotebookJournal implements Journal {
  readonly history = new History()
  readonly #options: NotebookJournalOptions

  constructor(options: NotebookJournalOptions) {
    this.#options = options
  }

  now(): Date {
    return this.#options.now()
  }

  async commit(change: RecordChange, label: string, editKey: string | null = null): Promise<void> {
    await this.#put(change, 'after', () => {
      this.history.push({ change, label, editKey, at: this.now() })
    })
  }

  async record(
    change: RecordChange,
    rewrite: (change: RecordChange) => RecordChange,
  ): Promise<void> {
    await this.#put(change, 'after', () => {
      this.history.rewrite(rewrite)
    })
  }

  /** @returns what was undone, or `null` where there was nothing. @throws NOTEBOOK_* */
  async undo(): Promise<{ label: string } | null> {
    const step = this.history.nextUndo
    if (!step) return null
    await this.#put(step.change, 'before', () => {
      this.history.undo()
    })
    return { label: step.label }
  }

  /** @returns what was done again, or `null` where there was nothing. @throws NOTEBOOK_* */
  async redo(): Promise<{ label: string } | null> {
    const step = this.history.nextRedo
    if (!step) return null
    await this.#put(step.change, 'after', () => {
      this.history.redo()
    })
    return { label: step.label }
  }

  async #put(change: RecordChange, side: 'before' | 'after', remember: () => void): Promise<void> {
    const readOnly = this.#options.readOnly()
    if (readOnly) throw new AnnalsError(readOnly.code, readOnly.message)
    const saved = this.#options.put(change, side)
    remember()
    this.#options.onChange()
    try {
      await saved
    } catch (error) {
      throw nameRecord(error, change.id)
    }
  }
}

function nameRecord(error: unknown, id: string): unknown {
  if (!(error instanceof AnnalsError)) return error
  const { code, message, details, cause } = error
  return new AnnalsError(code, message, { details: { ...details, id }, cause })
}
