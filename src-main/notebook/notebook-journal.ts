import { AnnalsError } from '#shared/errors.ts'
import type { NotebookStatus } from '#shared/notebook.ts'
import { History } from './history.ts'
import type { Journal } from './journal.ts'
import type { RecordChange } from './record-change.ts'

export interface NotebookJournalOptions {
  now(): Date
  /** Why nothing can be changed, or `null`. */
  readOnly(): NotebookStatus['readOnly']
  /**
   * Make ready to take one side of changes into memory.
   *
   * @returns does so at once, settling once all is on disk. @throws NOTEBOOK_* where one of them
   * cannot be written
   */
  stage(changes: readonly RecordChange[], side: 'before' | 'after'): () => Promise<void>
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

  async commit(
    changes: readonly RecordChange[],
    label: string,
    editKey: string | null = null,
  ): Promise<void> {
    await this.#put(changes, 'after', () => {
      this.history.push({ changes, label, editKey, at: this.now() })
    })
  }

  /**
   * Carry out changes, all or none, that {@link remember} will make a step of.
   *
   * @returns settles once all is on disk. @throws NOTEBOOK_* at once
   */
  carryOut(changes: readonly RecordChange[]): Promise<void> {
    this.#refuseReadOnly()
    const saved = this.#options.stage(changes, 'after')()
    this.#options.onChange()
    return saved
  }

  /** Make a step of changes that were carried out, in one or several parts. */
  remember(changes: readonly RecordChange[], label: string): void {
    this.history.push({ changes, label, editKey: null, at: this.now() })
    this.#options.onChange()
  }

  async record(
    change: RecordChange,
    rewrite: (change: RecordChange) => RecordChange,
  ): Promise<void> {
    await this.#put([change], 'after', () => {
      this.history.rewrite(rewrite)
    })
  }

  /** @returns what was undone, or `null` where there was nothing. @throws NOTEBOOK_* */
  async undo(): Promise<{ label: string } | null> {
    const step = this.history.nextUndo
    if (!step) return null
    await this.#put(step.changes, 'before', () => {
      this.history.undo()
    })
    return { label: step.label }
  }

  /** @returns what was done again, or `null` where there was nothing. @throws NOTEBOOK_* */
  async redo(): Promise<{ label: string } | null> {
    const step = this.history.nextRedo
    if (!step) return null
    await this.#put(step.changes, 'after', () => {
      this.history.redo()
    })
    return { label: step.label }
  }

  #refuseReadOnly(): void {
    const readOnly = this.#options.readOnly()
    if (readOnly) throw new AnnalsError(readOnly.code, readOnly.message)
  }

  async #put(
    changes: readonly RecordChange[],
    side: 'before' | 'after',
    remember: () => void,
  ): Promise<void> {
    this.#refuseReadOnly()
    const saved = this.#options.stage(changes, side)()
    remember()
    this.#options.onChange()
    try {
      await saved
    } catch (error) {
      throw nameRecord(error, changes[0]?.id ?? '')
    }
  }
}

function nameRecord(error: unknown, id: string): unknown {
  if (!(error instanceof AnnalsError)) return error
  const { code, message, details, cause } = error
  return new AnnalsError(code, message, { details: { ...details, id }, cause })
}
