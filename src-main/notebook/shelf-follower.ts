import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AnnalsError } from '#shared/errors.ts'
import { conflictedDocument } from './conflict-copy.ts'
import type { DocumentShelf } from './document-shelf.ts'

/** A slow writer has so long to finish a document before it counts as damaged. */
const PAUSES_MS = [100, 200, 400, 800]

/** More documents than that, and more than half, are not deleted at once on purpose. */
const MOST_DELETED = 3

/** Follows what other programs do to the documents of one shelf. */
export class ShelfFollower<Data extends object> {
  readonly #shelf: DocumentShelf<Data>
  /** What told each file from another version of it when it was last looked at. */
  readonly #stamps = new Map<string, string>()

  constructor(shelf: DocumentShelf<Data>) {
    this.#shelf = shelf
  }

  /**
   * Take in what changed on disk. Documents that cannot be read yet are tried again for a while, and
   * then are problems.
   *
   * @param names - Of the files that changed; `null` where any may have.
   */
  async follow(names: ReadonlySet<string> | null): Promise<void> {
    const files = await this.#shelf.listFiles()
    const documents = (files ?? []).filter((name) => this.#shelf.isDocument(name))
    await this.#followDeleted(new Set(documents), files !== null)
    const isMeant = (name: string) => names === null || names.has(name)
    let unread = await this.#followEach(documents.filter(isMeant), names === null)
    for (const pauseMs of PAUSES_MS) {
      if (unread.size === 0) return
      await setTimeout(pauseMs)
      unread = await this.#followEach([...unread.keys()], false)
    }
    for (const [name, error] of unread) await this.#shelf.report(name, error)
  }

  /** Join the other versions of documents that a synchronisation has put beside them. */
  async absorbCopies(): Promise<void> {
    for (const name of (await this.#shelf.listFiles()) ?? []) {
      const document = conflictedDocument(name)
      if (document === null || !this.#shelf.isDocument(document)) continue
      try {
        await this.#absorb(name, document)
        this.#shelf.settle(name)
      } catch (error) {
        await this.#shelf.report(name, error)
      }
    }
  }

  async #absorb(name: string, document: string): Promise<void> {
    const copy = this.#shelf.makeCopy(name)
    await copy.read()
    if (copy.data) await this.#shelf.take(document).absorb(copy.data)
    // Deleting keeps a backup of it.
    await copy.set(null)
  }

  /** @returns those that could not be read, with the reason. */
  async #followEach(
    names: readonly string[],
    onlyWhereStamped: boolean,
  ): Promise<Map<string, unknown>> {
    const unread = new Map<string, unknown>()
    for (const name of names) {
      const stamp = await this.#stamp(name)
      if (onlyWhereStamped && stamp !== null && stamp === this.#stamps.get(name)) continue
      try {
        const document = this.#shelf.documents.get(name)
        if (document) await document.follow()
        else await this.#shelf.open(name)
        if (document) this.#shelf.settle(name)
        if (stamp !== null) this.#stamps.set(name, stamp)
      } catch (error) {
        unread.set(name, error)
      }
    }
    return unread
  }

  async #followDeleted(present: ReadonlySet<string>, isFolderThere: boolean): Promise<void> {
    const onDisk = [...this.#shelf.documents].filter(([, { saved }]) => saved !== null)
    const gone = onDisk.filter(([name]) => !present.has(name))
    const isMost = gone.length > MOST_DELETED && gone.length * 2 > onDisk.length
    if (gone.length > 0 && (isMost || !isFolderThere)) {
      await this.#shelf.report('', vanished(this.#shelf.folder, gone.length))
      return
    }
    if (this.#shelf.problemOf('')?.code === 'NOTEBOOK_DAMAGED') this.#shelf.settle('')
    for (const [, document] of gone) await document.follow()
  }

  async #stamp(name: string): Promise<string | null> {
    try {
      const { mtimeMs, size, ino } = await stat(join(this.#shelf.folder, name))
      return `${mtimeMs}:${size}:${ino}`
    } catch {
      return null
    }
  }
}

function vanished(folder: string, count: number): AnnalsError {
  const documents = count === 1 ? '1 document is' : `${count} documents are`
  const message = `${documents} suddenly gone from disk; Annals still has them: ${folder}`
  return new AnnalsError('NOTEBOOK_DAMAGED', message, { details: { path: folder } })
}
