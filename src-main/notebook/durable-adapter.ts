import type { Adapter } from 'lowdb'
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  DOCUMENT_VERSION,
  type DocumentFormat,
  formatDocument,
  parseVersionedDocument,
} from './document-format.ts'
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
  /**
   * Keep the bytes that are about to be replaced or deleted; throws where that failed.
   *
   * @param version - The version of the format they are in; older than `DOCUMENT_VERSION` where the
   * document is about to be migrated.
   */
  keepBackup(bytes: Uint8Array, version: number): Promise<void>
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
  #version = DOCUMENT_VERSION

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
    const parsed = bytes && parseVersionedDocument(format, bytes, path)
    this.#seen = bytes && digest(bytes)
    this.#version = parsed?.version ?? DOCUMENT_VERSION
    return parsed && parsed.data
  }

  /** The version of the document as it was last seen on disk; the newest where there was none. */
  get version(): number {
    return this.#version
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
    await this.#options.prepareWrite()
    // After a pause, so that a change of many documents does not make all their bytes at once.
    const bytes = formatDocument(format, data)
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
    this.#version = DOCUMENT_VERSION
  }

  /**
   * See what is on disk now, without replacing anything.
   *
   * @returns `undefined` where it is what was last seen, `null` where there is no document.
   * @throws as {@link DurableAdapter.read} does, and then the document counts as not seen
   */
  async look(): Promise<Data | null | undefined> {
    const { path, format } = this.#options
    const bytes = await readBytes(path)
    const found = bytes && digest(bytes)
    if (found === this.#seen) return undefined
    const parsed = bytes && parseVersionedDocument(format, bytes, path)
    this.#seen = found
    this.#version = parsed?.version ?? DOCUMENT_VERSION
    return parsed && parsed.data
  }

  /** Replace whatever is there; its bytes have to be safe elsewhere. @throws the system's errors */
  async overwrite(data: Data): Promise<void> {
    const { path, format } = this.#options
    const bytes = formatDocument(format, data)
    await this.#options.prepareWrite()
    await writeDurably(path, bytes)
    this.#seen = digest(bytes)
    this.#version = DOCUMENT_VERSION
  }

  async #delete(): Promise<void> {
    const { path } = this.#options
    await this.#options.prepareWrite()
    const current = await this.#readUnchanged()
    if (current) await this.#options.keepBackup(current, this.#version)
    await rm(path, { force: true })
    this.#seen = null
    await syncFolder(dirname(path))
  }

  /** New words matter more than a backup of the old ones: a save goes on without it. */
  async #tryBackup(bytes: Uint8Array): Promise<void> {
    try {
      await this.#options.keepBackup(bytes, this.#version)
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
    const { data, version } = parseVersionedDocument(format, bytes, path)
    this.#seen = digest(bytes)
    this.#version = version
    throw new DocumentChanged(data)
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
