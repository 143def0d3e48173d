import type { Adapter } from 'lowdb'
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type DocumentFormat, formatDocument, parseDocument } from './document-format.ts'
import { readBytes, syncFolder, writeDurably } from './durable-file.ts'

/** The document on disk is no longer the one that was read: another program wrote it. */
export class DocumentChanged<Data> extends Error {
  readonly theirs: Data

  constructor(theirs: Data) {
    super('The document was changed by another program.')
    this.theirs = theirs
  }
}

export interface DurableAdapterOptions<Data extends object> {
  /** Absolute path of the document. */
  path: string
  format: DocumentFormat<Data>
  /** Keep the bytes that are about to be replaced or deleted; throws where that failed. */
  keepBackup(bytes: Uint8Array): Promise<void>
  /** Told after each backup, with the error where it failed. */
  onBackup(error: unknown): void
  /** Runs before each write; throws where nothing may be written now. */
  prepareWrite(): Promise<void>
}

/**
 * Where lowdb reads and writes one document of the notebook. Unlike lowdb's own adapters it reads
 * strictly, never replaces what it could not read or has not read, and a write that has settled
 * outlasts a crash and a loss of power.
 */
export class DurableAdapter<Data extends object> implements Adapter<Data | null> {
  readonly #options: DurableAdapterOptions<Data>
  /** Digest of what this adapter last saw on disk; `null` where there was nothing. */
  #seen: string | null = null

  constructor(options: DurableAdapterOptions<Data>) {
    this.#options = options
  }

  /**
   * @returns `null` where there is no document.
   * @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER, the system's errors
   */
  read = async (): Promise<Data | null> => {
    const { path, format } = this.#options
    const bytes = await readBytes(path)
    const data = bytes && parseDocument(format, bytes, path)
    this.#seen = bytes && digest(bytes)
    return data
  }

  /**
   * @param data - `null` deletes the document, once a backup of it is safe.
   * @throws DocumentChanged, after which the other program's document counts as read; where it
   * cannot be read, as {@link DurableAdapter.read} does
   */
  write = async (data: Data | null): Promise<void> => {
    const { path, format } = this.#options
    if (data === null) {
      await this.#delete()
      return
    }
    const bytes = formatDocument(format, data)
    await this.#options.prepareWrite()
    const current = await this.#readUnchanged()
    const backup = current ? this.#tryBackup(current) : Promise.resolve()
    try {
      await writeDurably(path, bytes, async () => {
        await backup
        await this.#readUnchanged()
      })
    } finally {
      await backup
    }
    this.#seen = digest(bytes)
  }

  async #delete(): Promise<void> {
    const { path } = this.#options
    await this.#options.prepareWrite()
    const current = await this.#readUnchanged()
    if (current) await this.#options.keepBackup(current)
    await rm(path, { force: true })
    this.#seen = null
    await syncFolder(dirname(path))
  }

  /** New words matter more than a backup of the old ones: a save goes on without it. */
  async #tryBackup(bytes: Uint8Array): Promise<void> {
    try {
      await this.#options.keepBackup(bytes)
      this.#options.onBackup(null)
    } catch (error) {
      this.#options.onBackup(error)
    }
  }

  /** A document that vanished is no change: what is in memory is then all there is. */
  async #readUnchanged(): Promise<Buffer | null> {
    const { path, format } = this.#options
    const bytes = await readBytes(path)
    if (bytes === null || digest(bytes) === this.#seen) return bytes
    const theirs = parseDocument(format, bytes, path)
    this.#seen = digest(bytes)
    throw new DocumentChanged(theirs)
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
