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
}

/** The documents of one kind, which lie in one folder of the notebook. */
export class DocumentShelf<Data extends object> {
  readonly #options: DocumentShelfOptions<Data>
  readonly #documents = new Map<string, NotebookDocument<Data>>()
  readonly #problems = new Map<string, NotebookProblem>()

  constructor(options: DocumentShelfOptions<Data>) {
    this.#options = options
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
    for (const fileName of await this.#listFiles()) {
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
    const problem = this.#problems.get(fileName)
    if (problem) {
      const { code, message, path, backup } = problem
      throw new AnnalsError(code, message, { details: { path, backup } })
    }
    const document = this.#documents.get(fileName) ?? this.#options.makeDocument(fileName)
    this.#documents.set(fileName, document)
    return document
  }

  /** Count a document as a problem: it is neither shown nor written. */
  async setAside(fileName: string, error: unknown): Promise<void> {
    const path = join(this.#options.folder, fileName)
    const backup = await this.#options.findBackup(fileName)
    this.#documents.delete(fileName)
    this.#problems.set(fileName, describeUnreadable(path, error, backup))
  }

  async #listFiles(): Promise<string[]> {
    const { folder, fileName } = this.#options
    try {
      return (await readdir(folder)).filter((name) => fileName.test(name)).sort()
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') {
        this.#problems.set('', describeUnreadable(folder, error, null))
      }
      return []
    }
  }
}
