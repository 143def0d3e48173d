import { Low } from 'lowdb'
import { AnnalsError } from '#shared/errors.ts'
import type { DocumentFormat } from './document-format.ts'
import { DocumentChanged, DurableAdapter, type DurableAdapterOptions } from './durable-adapter.ts'
import { describeFailure, errorCode } from './error-code.ts'
import { freezeDeep } from './freeze-deep.ts'
import type { SaveMonitor } from './save-monitor.ts'
import { SaveQueue } from './save-queue.ts'

/** How often in a row another program may be faster before a save gives up. */
const MOST_MERGES = 5

export interface NotebookDocumentOptions<Data extends object> extends DurableAdapterOptions<Data> {
  monitor: SaveMonitor
  /** Told when changes of another program came in. */
  onMerged(before: Data | null, after: Data | null): void
  /**
   * Keep what a merge left out as a document of its own. May be asked again for the same.
   *
   * @returns settles once it is on disk; until then what is on disk here stays as it is.
   */
  keepSpare?(spare: Data): Promise<void>
}

/**
 * One document of the notebook, in memory and on disk. Its data is frozen: a change is a new value,
 * kept in memory until it is on disk, however often saving fails.
 */
export class NotebookDocument<Data extends object> {
  readonly path: string
  readonly #format: DocumentFormat<Data>
  readonly #low: Low<Data | null>
  readonly #queue = new SaveQueue(() => this.#save())
  readonly #options: NotebookDocumentOptions<Data>
  #saved: Data | null = null
  /** What merges left out and is not safe elsewhere yet. */
  readonly #spares = new Set<Data>()

  constructor(options: NotebookDocumentOptions<Data>) {
    this.path = options.path
    this.#format = options.format
    this.#low = new Low<Data | null>(new DurableAdapter(options), null)
    this.#options = options
  }

  /** `null` where there is no document. */
  get data(): Data | null {
    return this.#low.data
  }

  /** What is on disk, as far as is known. */
  get saved(): Data | null {
    return this.#saved
  }

  /** Whether what memory holds is on disk and nothing is on its way there. */
  get isSaved(): boolean {
    return this.#low.data === this.#saved && !this.#queue.isBusy
  }

  /** @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER, the system's errors */
  async read(): Promise<void> {
    await this.#low.read()
    this.#saved = freezeDeep(this.#low.data)
  }

  /**
   * @param data - `null` deletes the document.
   * @returns settles once the change is on disk; rejects with NOTEBOOK_NOT_SAVED.
   */
  set(data: Data | null): Promise<void> {
    this.#low.data = freezeDeep(data)
    return this.save()
  }

  /** Save what is not saved, after what is on its way. @throws NOTEBOOK_NOT_SAVED */
  save(): Promise<void> {
    return this.#queue.request()
  }

  async #save(): Promise<void> {
    const { monitor } = this.#options
    monitor.started(this.path)
    try {
      await this.#writeOrMerge()
      monitor.ended(this.path, null)
    } catch (error) {
      const failure = notSaved(this.path, error)
      monitor.ended(this.path, failure)
      throw failure
    }
  }

  async #writeOrMerge(): Promise<void> {
    for (let merges = 0; this.#low.data !== this.#saved; merges++) {
      try {
        await this.#keepSpares()
        await this.#writeOnce()
        return
      } catch (error) {
        if (!(error instanceof DocumentChanged)) throw error
        this.#merge(error.theirs as Data)
        if (merges === MOST_MERGES) throw error
      }
    }
  }

  async #keepSpares(): Promise<void> {
    for (const spare of this.#spares) {
      await this.#options.keepSpare?.(spare)
      this.#spares.delete(spare)
    }
  }

  async #writeOnce(): Promise<void> {
    const { data } = this.#low
    // lowdb writes nothing where there is no data, so a deletion goes to the adapter itself.
    await (data === null ? this.#low.adapter.write(null) : this.#low.write())
    this.#saved = data
  }

  #merge(theirs: Data): void {
    const before = this.#low.data
    const merged = before && freezeDeep(this.#format.merge(this.#saved, before, theirs))
    const spare = before && this.#format.spare?.(this.#saved, before, theirs)
    if (spare) this.#spares.add(freezeDeep(spare))
    this.#saved = freezeDeep(theirs)
    this.#low.data = merged
    this.#options.onMerged(before, merged)
  }
}

function notSaved(path: string, cause: unknown): AnnalsError {
  const message = `This could not be saved: ${path} (${describeFailure(cause)})`
  const reason = cause instanceof AnnalsError ? cause.code : errorCode(cause)
  return new AnnalsError('NOTEBOOK_NOT_SAVED', message, { details: { path, reason }, cause })
}
