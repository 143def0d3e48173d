import { AnnalsError } from '#shared/errors.ts'
import type { DocumentShelf } from './document-shelf.ts'
import { findRecord } from './find-record.ts'
import type { NamedKind } from './named-kinds.ts'
import type { NotebookDocument } from './notebook-document.ts'
import { recordFileName } from './record-name.ts'

const byName = new Intl.Collator(undefined, { numeric: true })

/** Told of each record that is there, was changed or is gone; `null` where there is none. */
export type RecordListener<Item> = (before: Item | null, after: Item | null) => void

/** The records of one kind that have a name and a document each. */
export class NamedRecords<Item extends { id: string; name: string }> {
  readonly #kind: NamedKind
  readonly #shelf: DocumentShelf<Item>
  readonly #onRecord: RecordListener<Item>
  /** File of each record by its id; known also while the record is deleted. */
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
        const message = `This is a second copy of the ${this.#kind.noun} in ${first}: ${path}`
        await this.#shelf.setAside(fileName, new AnnalsError('NOTEBOOK_DAMAGED', message))
      } else if (data) {
        this.#fileNames.set(data.id, fileName)
        this.#onRecord(null, data)
      }
    }
  }

  /** By name. */
  all(): Item[] {
    const all = [...this.#shelf.documents.values()].flatMap(({ data }) => data ?? [])
    return all.sort((one, other) => byName.compare(one.name, other.name))
  }

  /** @throws the kind's `notFound` */
  get(id: string): Item {
    const record = this.peek(id)
    if (record) return record
    const { noun, codes } = this.#kind
    const message = `This ${noun} is not in the notebook.`
    throw new AnnalsError(codes.notFound, message, { details: { id } })
  }

  /** `null` where there is no record with this id. */
  peek(id: string): Item | null {
    return this.#documentOf(id)?.data ?? null
  }

  /** @throws the kind's `notFound` and `ambiguous` */
  find(nameOrId: string): Item {
    return findRecord(this.#kind, this.all(), nameOrId)
  }

  /**
   * Put a record in place of the one with this id; `null` deletes it. In memory at once.
   *
   * @returns settles once it is on disk.
   */
  put(id: string, record: Item | null): Promise<void> {
    const fileName = this.#fileNames.get(id) ?? (record && recordFileName(this.#kind, record))
    if (!fileName) return Promise.resolve()
    const document = this.#shelf.take(fileName)
    const before = document.data
    this.#fileNames.set(id, fileName)
    const saved = document.set(record)
    this.#onRecord(before, record)
    return saved
  }

  /** Save what of a record is not saved. @throws NOTEBOOK_NOT_SAVED */
  async save(id: string): Promise<void> {
    await this.#documentOf(id)?.save()
  }

  /**
   * Keep another version of a record as a record of its own, or only save it where that was done.
   *
   * @returns settles once it is on disk.
   */
  async keepSpare(spare: Item): Promise<void> {
    await (this.#fileNames.has(spare.id) ? this.save(spare.id) : this.put(spare.id, spare))
  }

  #documentOf(id: string): NotebookDocument<Item> | null {
    const fileName = this.#fileNames.get(id)
    return (fileName !== undefined && this.#shelf.documents.get(fileName)) || null
  }
}
