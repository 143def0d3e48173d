import { isDeepStrictEqual } from 'node:util'
import { Low } from 'lowdb'
import { AnnalsError } from '#shared/errors.ts'
import { DOCUMENT_VERSION, type DocumentFormat, formatDocument } from './document-format.ts'
import { DocumentChanged, DurableAdapter, type DurableAdapterOptions } from './durable-adapter.ts'
import { describeFailure, errorCode } from './error-code.ts'
import { freezeDeep } from './freeze-deep.ts'
import type { SaveMonitor } from './save-monitor.ts'
import { SaveQueue } from './save-queue.ts'
import type { SaveSlots } from './save-slots.ts'

/** How often in a row another program may be faster before a save gives up. */
const MOST_MERGES = 5

export interface NotebookDocumentOptions<Data extends object> extends DurableAdapterOptions<Data> {
  monitor: SaveMonitor
  slots: SaveSlots
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
  readonly #adapter: DurableAdapter<Data>
  readonly #low: Low<Data | null>
  readonly #queue = new SaveQueue(() => this.#save())
  readonly #options: NotebookDocumentOptions<Data>
  #saved: Data | null = null
  #isKnown = false
  /** What merges left out and is not safe elsewhere yet. */
  readonly #spares = new Set<Data>()

  constructor(options: NotebookDocumentOptions<Data>) {
    this.path = options.path
    this.#format = options.format
    this.#adapter = new DurableAdapter(options)
    this.#low = new Low<Data | null>(this.#adapter, null)
    this.#options = options
  }

  /** `null` where there is no document. */
  get data(): Data | null {
    return this.#low.data
  }

  /** What memory holds, as it would be on disk; `null` where there is no document. */
  get bytes(): Buffer | null {
    return this.data && formatDocument(this.#format, this.data)
  }

  /** Whether it was read or made here; only then does its memory say what the document holds. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  /** What is on disk, as far as is known. */
  get saved(): Data | null {
    return this.#saved
  }

  /** The version of the format that the document on disk is in; the newest where there is none. */
  get version(): number {
    return this.#adapter.version
  }

  /** Whether what memory holds is on disk and nothing is on its way there. */
  get isSaved(): boolean {
    return this.#low.data === this.#saved && !this.#queue.isBusy
  }

  /** @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER, the system's errors */
  async read(): Promise<void> {
    await this.#low.read()
    this.#saved = freezeDeep(this.#low.data)
    this.#isKnown = true
  }

  /**
   * @param data - `null` deletes the document.
   * @returns settles once the change is on disk; rejects with NOTEBOOK_NOT_SAVED.
   */
  set(data: Data | null): Promise<void> {
    this.#low.data = freezeDeep(data)
    this.#isKnown = true
    return this.save()
  }

  /** Save what is not saved, after what is on its way. @throws NOTEBOOK_NOT_SAVED */
  save(): Promise<void> {
    return this.#queue.request()
  }

  /**
   * Take in what another program made of the document, as a save would. What is not saved yet stays
   * and is saved; where the file is gone, the rest goes, once a backup of it was tried.
   *
   * @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER, the system's errors, and then memory stays as it is
   */
  async follow(): Promise<void> {
    await this.#queue.pause(() => this.#follow())
    if (!this.isSaved) await this.save().catch(() => undefined)
  }

  /**
   * Write what is in memory over a document that was damaged meanwhile, or is gone.
   *
   * @param keepDamaged - Makes its bytes safe elsewhere before.
   */
  async overwrite(keepDamaged: () => Promise<void>): Promise<void> {
    await this.#queue.pause(async () => {
      const { data } = this.#low
      await keepDamaged()
      if (data) await this.#adapter.overwrite(data)
      this.#saved = data
      this.#options.monitor.started(this.path)
      this.#options.monitor.ended(this.path, null)
    })
  }

  /** Join another version of the document with this one, and save. @throws NOTEBOOK_NOT_SAVED */
  async absorb(theirs: Data): Promise<void> {
    const before = this.#low.data
    const merged = freezeDeep(before ? this.#format.merge(null, before, theirs) : theirs)
    const spare = before && this.#format.spare?.(null, before, theirs)
    if (spare) this.#spares.add(freezeDeep(spare))
    this.#low.data = merged
    this.#options.onMerged(before, merged)
    await this.save()
  }

  async #follow(): Promise<void> {
    const theirs = await this.#adapter.look()
    if (theirs === undefined) return
    if (theirs === null) await this.#tryBackup()
    const before = this.#low.data
    if (theirs !== null && before !== this.#saved) {
      this.#merge(theirs)
      return
    }
    this.#low.data = freezeDeep(before === this.#saved ? theirs : this.#keepUnsaved(before))
    this.#saved = freezeDeep(theirs)
    this.#options.onMerged(before, this.#low.data)
  }

  /** What another program deleted is gone from disk, so that this is the last that has it. */
  async #tryBackup(): Promise<void> {
    if (this.#saved === null) return
    const bytes = formatDocument(this.#format, this.#saved)
    await this.#options.keepBackup(bytes, DOCUMENT_VERSION).catch((error: unknown) => {
      this.#options.onBackup(error)
    })
  }

  /** What of a document that another program deleted was changed here. */
  #keepUnsaved(ours: Data | null): Data | null {
    const { empty } = this.#format
    return ours && empty ? this.#format.merge(this.#saved, ours, empty) : ours
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
        await this.#options.slots.run(() => this.#writeOnce())
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
    await (data === null ? this.#adapter.write(null) : this.#low.write())
    this.#saved = data
  }

  #merge(theirs: Data): void {
    const before = this.#low.data
    const merged = before
      ? freezeDeep(this.#format.merge(this.#saved, before, theirs))
      : freezeDeep(keepIfChanged(this.#saved, theirs))
    const spare = before && this.#format.spare?.(this.#saved, before, theirs)
    if (spare) this.#spares.add(freezeDeep(spare))
    this.#saved = freezeDeep(theirs)
    this.#low.data = merged
    this.#options.onMerged(before, merged)
  }
}

/** What was deleted here and changed by another program stays. */
function keepIfChanged<Data extends object>(base: Data | null, theirs: Data): Data | null {
  return isDeepStrictEqual(base, theirs) ? null : theirs
}

function notSaved(path: string, cause: unknown): AnnalsError {
  const message = `This could not be saved: ${path} (${describeFailure(cause)})`
  const reason = cause instanceof AnnalsError ? cause.code : errorCode(cause)
  return new AnnalsError('NOTEBOOK_NOT_SAVED', message, { details: { path, reason }, cause })
}
