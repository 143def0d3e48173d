import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { NotebookProblem } from '#shared/notebook.ts'
import { errorCode } from './error-code.ts'
import type { NotebookDocument } from './notebook-document.ts'
import { describeUnreadable } from './notebook-problem.ts'

export interface DocumentShelfOptions<Data extends object> {
  /** Absolute path of the folder; it need not be there. */
  folder: string
  /** Which files in it are documents; all others are left alone. */
  fileName: RegExp
  makeDocument(fileName: string): NotebookDocument<Data>
  /** @returns absolute path of the newest backup that can be read, or `null`. */
  findBackup(fileName: string): Promise<string | null>
  /** Told of a document that is read later than all others. */
  onOpened(data: Data | null, fileName: string): void
}

/** The documents of one kind, which lie in one folder of the notebook. */
export class DocumentShelf<Data extends object> {
  readonly #options: DocumentShelfOptions<Data>
  readonly #documents = new Map<string, NotebookDocument<Data>>()
  /** By file name; the folder's own by the empty name. */
  readonly #problems = new Map<string, NotebookProblem>()

  constructor(options: DocumentShelfOptions<Data>) {
    this.#options = options
  }

  /** Absolute path. */
  get folder(): string {
    return this.#options.folder
  }

  /** By file name, in its order. */
  get documents(): ReadonlyMap<string, NotebookDocument<Data>> {
    return this.#documents
  }

  /** Documents that could not be read and are left as they are. */
  get problems(): NotebookProblem[] {
    return [...this.#problems.values()]
  }

  /** Read every document. One that cannot be read becomes a problem. */
  async load(): Promise<void> {
    for (const fileName of await this.#listDocuments()) {
      const document = this.#options.makeDocument(fileName)
      try {
        await document.read()
        this.#documents.set(fileName, document)
      } catch (error) {
        await this.setAside(fileName, error)
      }
    }
  }

  /**
   * The document of this file, which is new where there is none.
   *
   * @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER, NOTEBOOK_UNREADABLE where it could not be read
   */
  take(fileName: string): NotebookDocument<Data> {
    const known = this.#documents.get(fileName)
    if (known) return known
    const problem = this.#problems.get(fileName)
    if (problem) {
      const { code, message, path, backup } = problem
      throw new AnnalsError(code, message, { details: { path, backup } })
    }
    const document = this.#options.makeDocument(fileName)
    this.#documents.set(fileName, document)
    return document
  }

  /** Read a document that came later, or was a problem until now. @throws NOTEBOOK_*, the system's errors */
  async open(fileName: string): Promise<void> {
    const document = this.#options.makeDocument(fileName)
    await document.read()
    this.#documents.set(fileName, document)
    this.#problems.delete(fileName)
    this.#options.onOpened(document.data, fileName)
  }

  /** Another version of a document, in a file of its own that is no document. */
  makeCopy(fileName: string): NotebookDocument<Data> {
    return this.#options.makeDocument(fileName)
  }

  /** Count a document as a problem: it is neither shown nor written. */
  async setAside(fileName: string, error: unknown): Promise<void> {
    this.#documents.delete(fileName)
    await this.report(fileName, error)
  }

  /** Say what is wrong with a document; one that was read before stays as it is in memory. */
  async report(fileName: string, error: unknown): Promise<void> {
    const path = join(this.#options.folder, fileName)
    const backup = fileName === '' ? null : await this.#options.findBackup(fileName)
    const problem = describeUnreadable(path, error, backup)
    // What is wrong with the folder itself is that documents which were read are gone from it.
    const isInMemory =
      fileName === '' ? problem.code === 'NOTEBOOK_DAMAGED' : this.#documents.has(fileName)
    this.#problems.set(fileName, { ...problem, isInMemory })
  }

  /** Nothing is wrong any longer with a document that is read. */
  settle(fileName: string): void {
    this.#problems.delete(fileName)
  }

  /** `null` where there is none with this name; the folder's own has the empty name. */
  problemOf(fileName: string): NotebookProblem | null {
    return this.#problems.get(fileName) ?? null
  }

  isDocument(fileName: string): boolean {
    return this.#options.fileName.test(fileName)
  }

  /** Names of all files in the folder, in order; `null` where it is not there. @throws the system's errors */
  async listFiles(): Promise<string[] | null> {
    try {
      return (await readdir(this.#options.folder)).sort()
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    }
  }

  async #listDocuments(): Promise<string[]> {
    try {
      const names = (await this.listFiles()) ?? []
      return names.filter((name) => this.isDocument(name))
    } catch (error) {
      await this.report('', error)
      return []
    }
  }
}
