import { AnnalsError } from '#shared/errors.ts'
import type { DocumentShelf } from './document-shelf.ts'
import { findRecord } from './find-record.ts'
import { living } from './living.ts'
import type { NamedKind } from './named-kinds.ts'
import type { NotebookDocument } from './notebook-document.ts'
import { recordFileName } from './record-name.ts'
import type { RecordStore } from './record-store.ts'
import { settleAll } from './settle-all.ts'

const byName = new Intl.Collator(undefined, { numeric: true })

/** What every record that has a name and a document of its own has. */
export interface NamedRecord {
  id: string
  name: string
  deleted?: string
}

/** Told of each record that is there, was changed or is gone; `null` where there is none. */
export type RecordListener<Item> = (before: Item | null, after: Item | null) => void

/** The records of one kind that have a name and a document each. */
export class NamedRecords<Item extends NamedRecord> implements RecordStore<Item> {
  readonly #kind: NamedKind
  readonly #shelf: DocumentShelf<Item>
  readonly #onRecord: RecordListener<Item>
  /** File of each record by its id; known also once the record is deleted for good. */
  readonly #fileNames = new Map<string, string>()

  constructor(kind: NamedKind, shelf: DocumentShelf<Item>, onRecord: RecordListener<Item>) {
    this.#kind = kind
    this.#shelf = shelf
    this.#onRecord = onRecord
  }

  async load(): Promise<void> {
    await this.#shelf.load()
    for (const [fileName, { data, path }] of [...this.#shelf.documents]) {
      const first = data && this.#fileNames.get(data.id)
      if (first) {
        await this.#setSecondAside(first, fileName, path)
      } else if (data) {
        this.#fileNames.set(data.id, fileName)
        this.#onRecord(null, data)
      }
    }
  }

  /** Those that are not in the trash, by name. */
  all(): Item[] {
    const all = this.everything().filter((record) => living(record))
    return all.sort((one, other) => byName.compare(one.name, other.name))
  }

  /** Also those in the trash, in no order. */
  everything(): Item[] {
    return [...this.#shelf.documents.values()].flatMap(({ data }) => data ?? [])
  }

  /** @throws the kind's `notFound`, also where it is in the trash */
  get(id: string): Item {
    const record = living(this.peek(id))
    if (record) return record
    const { noun, codes } = this.#kind
    const message = `This ${noun} is not in the notebook.`
    throw new AnnalsError(codes.notFound, message, { details: { id } })
  }

  /** Also of what is in the trash; `null` where there is no record with this id. */
  peek(id: string): Item | null {
    return this.#documentWith(id)?.data ?? null
  }

  /** @throws the kind's `notFound` and `ambiguous` */
  find(nameOrId: string): Item {
    return findRecord(this.#kind, this.all(), nameOrId)
  }

  documentOf(id: string, record: Item | null): string | null {
    return this.#fileNames.get(id) ?? (record && recordFileName(this.#kind, record))
  }

  stage(records: ReadonlyMap<string, Item | null>): () => Promise<void> {
    const staged = [...records].flatMap(([id, record]) => {
      const fileName = this.documentOf(id, record)
      return fileName ? [{ id, record, fileName, document: this.#shelf.take(fileName) }] : []
    })
    return () =>
      settleAll(
        staged.map(({ id, record, fileName, document }) => {
          const before = document.data
          this.#fileNames.set(id, fileName)
          const saved = document.set(record)
          this.#onRecord(before, record)
          return saved
        }),
      )
  }

  /** Put a record in place of the one with its id. @returns settles once it is on disk. */
  put(record: Item): Promise<void> {
    return this.stage(new Map([[record.id, record]]))()
  }

  /** Save what of a record is not saved. @throws NOTEBOOK_NOT_SAVED */
  async save(id: string): Promise<void> {
    await this.#documentWith(id)?.save()
  }

  /**
   * Keep another version of a record as a record of its own, or only save it where that was done.
   *
   * @returns settles once it is on disk.
   */
  async keepSpare(spare: Item): Promise<void> {
    await (this.#fileNames.has(spare.id) ? this.save(spare.id) : this.put(spare))
  }

  /**
   * Take in where the record of a document is that another program made, changed or deleted.
   *
   * @returns whether it counts; a second copy of a record that is there becomes a problem.
   */
  follow(fileName: string): boolean {
    const document = this.#shelf.documents.get(fileName)
    const id = document?.data?.id
    if (!document || id === undefined) return true
    const first = this.#fileNames.get(id)
    if (first !== undefined && first !== fileName && this.#documentWith(id)?.data) {
      void this.#setSecondAside(first, fileName, document.path)
      return false
    }
    this.#fileNames.set(id, fileName)
    return true
  }

  async #setSecondAside(first: string, fileName: string, path: string): Promise<void> {
    const message = `This is a second copy of the ${this.#kind.noun} in ${first}: ${path}`
    await this.#shelf.setAside(fileName, new AnnalsError('NOTEBOOK_DAMAGED', message))
  }

  #documentWith(id: string): NotebookDocument<Item> | null {
    const fileName = this.#fileNames.get(id)
    return (fileName !== undefined && this.#shelf.documents.get(fileName)) || null
  }
}
