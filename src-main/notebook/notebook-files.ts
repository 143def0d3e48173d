import { access, mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { NotebookProblem } from '#shared/notebook.ts'
import { Backups } from './backups.ts'
import { copyNotebook } from './copy-notebook.ts'
import { DOCUMENT_VERSION, type DocumentFormat } from './document-format.ts'
import { DocumentShelf } from './document-shelf.ts'
import { describeFailure } from './error-code.ts'
import { IDENTITY_NAME, LOCK_NAME } from './layout.ts'
import { NotebookDocument, type NotebookDocumentOptions } from './notebook-document.ts'
import type { SaveMonitor } from './save-monitor.ts'
import { SaveSlots } from './save-slots.ts'

export interface NotebookFilesOptions {
  folder: string
  backupFolder: string
  /** Absolute path of the archive, which is never written to. */
  archivePath: string
  monitor: SaveMonitor
  now: () => Date
}

/** Takes part in merging the documents of a shelf; see {@link NotebookDocumentOptions}. */
export interface ShelfListener<Data extends object> {
  onMerged(before: Data | null, after: Data | null, fileName: string): void
  keepSpare?(spare: Data): Promise<void>
}

/** The folder of a notebook: makes its documents and knows which of them are not on disk yet. */
export class NotebookFiles {
  readonly #options: NotebookFilesOptions
  readonly #backups: Backups
  readonly #slots = new SaveSlots()
  readonly #documents: Pick<
    NotebookDocument<object>,
    'isSaved' | 'save' | 'path' | 'bytes' | 'isKnown'
  >[] = []
  #backupFailure: unknown = null

  constructor(options: NotebookFilesOptions) {
    this.#options = options
    this.#backups = new Backups(options.backupFolder, options.now)
  }

  /** That backups cannot be made, or nothing. */
  get problems(): NotebookProblem[] {
    if (this.#backupFailure === null) return []
    const path = this.#backups.folder
    const reason = describeFailure(this.#backupFailure)
    const message = `Backups cannot be made: ${path} (${reason}). What you write is saved without.`
    return [{ path, code: 'NOTEBOOK_UNREADABLE', message, backup: null, isInMemory: false }]
  }

  /** @param name - Path in the notebook, POSIX separators. */
  makeDocument<Data extends object>(
    name: string,
    format: DocumentFormat<Data>,
    listener: Pick<NotebookDocumentOptions<Data>, 'onMerged' | 'keepSpare'>,
  ): NotebookDocument<Data> {
    const path = join(this.#options.folder, name)
    const document = new NotebookDocument({
      path,
      format,
      ...listener,
      monitor: this.#options.monitor,
      slots: this.#slots,
      keepBackup: (bytes, version) => this.#backups.keep(name, bytes, version < DOCUMENT_VERSION),
      onBackup: (error) => (this.#backupFailure = error),
      prepareWrite: () => this.#prepareWrite(path),
    })
    this.#documents.push(document)
    return document
  }

  /** @param name - Folder in the notebook; empty for the notebook's own. */
  makeShelf<Data extends object>(
    name: string,
    fileName: RegExp,
    format: DocumentFormat<Data>,
    listener: ShelfListener<Data>,
  ): DocumentShelf<Data> {
    const nameFile = (file: string) => (name === '' ? file : `${name}/${file}`)
    return new DocumentShelf({
      folder: join(this.#options.folder, name),
      fileName,
      makeDocument: (file) =>
        this.makeDocument(nameFile(file), format, {
          ...listener,
          onMerged: (before, after) => {
            listener.onMerged(before, after, file)
          },
        }),
      onOpened: (data, file) => {
        listener.onMerged(null, data, file)
      },
      findBackup: (file) => this.findBackup(nameFile(file), format),
    })
  }

  /** @returns absolute path of the newest backup that can be read, or `null`. */
  findBackup<Data extends object>(
    name: string,
    format: DocumentFormat<Data>,
  ): Promise<string | null> {
    return this.#backups.findNewestValid(name, format)
  }

  /** Save all that is not saved, trying again what failed. @throws NOTEBOOK_NOT_SAVED */
  async flush(): Promise<void> {
    for (;;) {
      const unsaved = this.#documents.filter((document) => !document.isSaved)
      if (unsaved.length === 0) return
      const results = await Promise.allSettled(unsaved.map((document) => document.save()))
      const failure = results.find((result) => result.status === 'rejected')
      if (failure) throw failure.reason
    }
  }

  /**
   * Write all that is in memory into a new folder, also what cannot be saved where it is.
   *
   * @param into - Absolute path of an existing folder.
   * @returns absolute path of the new one. @throws EXPORT_TARGET_INVALID, EXPORT_FAILED
   */
  copyTo(into: string): Promise<string> {
    const { folder, archivePath } = this.#options
    const name = basename(folder)
    return copyNotebook({ folder, archivePath, documents: this.#documents, into, name })
  }

  /** Whether the notebook is where it was, or a drive was removed. */
  async isThere(): Promise<boolean> {
    const { folder } = this.#options
    return await Promise.any([
      access(join(folder, IDENTITY_NAME)),
      access(join(folder, LOCK_NAME)),
    ]).then(
      () => true,
      () => false,
    )
  }

  /** Never write into the empty folder that a removed drive leaves. */
  async #prepareWrite(path: string): Promise<void> {
    if (!(await this.isThere()))
      throw new Error('the notebook is no longer there; was its drive removed?')
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  }
}
