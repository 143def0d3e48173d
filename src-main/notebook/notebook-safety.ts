import { join } from 'node:path'
import type { DocumentRestoration } from '#shared/backup.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { NotebookStatus } from '#shared/notebook.ts'
import type { RecordName } from '#shared/trash.ts'
import { documentName } from './annotation-store.ts'
import { BackupLibrary } from './backup-library.ts'
import { type HeldRecord, kindOfDocument } from './document-kinds.ts'
import type { KeptFolder } from './kept-folder.ts'
import { ANNOTATIONS_FOLDER } from './layout.ts'
import { NotebookBackups } from './notebook-backups.ts'
import { type ChangedFiles, NotebookFollower } from './notebook-follower.ts'
import type { NotebookRecords } from './notebook-records.ts'

export interface NotebookSafetyOptions {
  /** Absolute path of the notebook. */
  folder: string
  backupFolder: string
  records: NotebookRecords
  now(): Date
  readOnly(): NotebookStatus['readOnly']
  /** Whether the notebook is where it was, or a drive was removed. */
  isThere(): Promise<boolean>
}

/** What keeps a notebook whole: its backups, other programs that write it, damaged documents. */
export class NotebookSafety {
  readonly backups: NotebookBackups
  readonly follower: NotebookFollower
  readonly #options: NotebookSafetyOptions

  constructor(options: NotebookSafetyOptions) {
    const { folder, backupFolder, records } = options
    this.#options = options
    this.backups = new NotebookBackups({
      library: new BackupLibrary(backupFolder),
      journal: records.journal,
      peek: (name) => this.#peek(name),
      listRecords: (document) => this.#listRecords(document),
      putRight: (document) => this.#putRight(join(folder, document)),
    })
    this.follower = new NotebookFollower({
      root: folder,
      folders: records.folders,
      isThere: () => options.isThere(),
      canWrite: () => options.readOnly() === null,
    })
  }

  /** Take in what other programs did to the documents, and tell of what is wrong with them since. */
  async look(changed: ChangedFiles): Promise<void> {
    const before = this.#describeProblems()
    await this.follower.look(changed)
    if (this.#describeProblems() !== before) this.#options.records.tell()
  }

  #describeProblems(): string {
    return JSON.stringify(this.#options.records.listProblems())
  }

  /**
   * @param path - Absolute path of the document, or of the folder that documents vanished from.
   * @throws as `recoverDocument` does
   */
  async recover(path: string): Promise<DocumentRestoration> {
    const readOnly = this.#options.readOnly()
    if (readOnly) throw new AnnalsError(readOnly.code, readOnly.message)
    const restoration = await this.#folderOf(path).recover(path, this.#options.now())
    await this.look(null)
    return restoration
  }

  #peek({ kind, id }: RecordName): HeldRecord | null {
    const record = this.#options.records.stores[kind].peek(id)
    return record && ({ kind, record } as HeldRecord)
  }

  /** What came later can only be told where a document holds many. */
  #listRecords(document: string): HeldRecord[] {
    if (kindOfDocument(document)?.holds !== 'annotation') return []
    return this.#options.records.annotations
      .all()
      .filter(({ event }) => `${ANNOTATIONS_FOLDER}/${documentName(event.date)}` === document)
      .map((record) => ({ kind: 'annotation', record }))
  }

  async #putRight(path: string): Promise<void> {
    if (this.#folderOf(path).isProblem(path)) await this.recover(path)
  }

  #folderOf(path: string): KeptFolder {
    const folder = this.#options.records.folders.find((one) => one.owns(path))
    if (folder) return folder
    throw new AnnalsError('ARGUMENT_INVALID', `This is no document of the notebook: ${path}`)
  }
}
