import { randomUUID } from 'node:crypto'
import type { Collection, CollectionSummary, EventCopy } from '#shared/notebook.ts'
import * as edit from './collection-edits.ts'
import type { Journal } from './journal.ts'
import { COLLECTION } from './named-kinds.ts'
import type { NamedRecords } from './named-records.ts'
import { cleanRecordName } from './record-name.ts'
import { stepLabels } from './step-labels.ts'

/** What of a collection can be changed; what is left out stays. */
export interface CollectionChange {
  name?: string
  /** Markdown, kept byte for byte. */
  introduction?: string
}

/** The collections, in a document each. */
export class Collections {
  readonly #records: NamedRecords<Collection>
  readonly #journal: Journal

  constructor(records: NamedRecords<Collection>, journal: Journal) {
    this.#records = records
    this.#journal = journal
  }

  /** By name. */
  list(): CollectionSummary[] {
    return this.#records.all().map(({ id, name, created, modified, entries }) => ({
      id,
      name,
      created,
      modified,
      entryCount: entries.length,
    }))
  }

  /** @throws COLLECTION_NOT_FOUND */
  get(id: string): Collection {
    return this.#records.get(id)
  }

  /** @throws COLLECTION_NOT_FOUND, COLLECTION_AMBIGUOUS */
  find(nameOrId: string): Collection {
    return this.#records.find(nameOrId)
  }

  /** @throws COLLECTION_NAME_INVALID, NOTEBOOK_* */
  async create(givenName: string): Promise<Collection> {
    const name = cleanRecordName(COLLECTION, givenName)
    const now = this.#journal.now().toISOString()
    const after: Collection = {
      id: randomUUID(),
      created: now,
      modified: now,
      name,
      introduction: '',
      entries: [],
    }
    const change = { kind: 'collection', id: after.id, before: null, after } as const
    await this.#journal.commit([change], stepLabels.createCollection(name))
    return after
  }

  /** @throws COLLECTION_NOT_FOUND, COLLECTION_NAME_INVALID, NOTEBOOK_* */
  async update(id: string, change: CollectionChange): Promise<Collection> {
    const before = this.get(id)
    const name = change.name === undefined ? before.name : cleanRecordName(COLLECTION, change.name)
    const introduction = change.introduction ?? before.introduction
    if (name !== before.name) {
      const label = stepLabels.renameCollection(before.name, name)
      return this.#replace(before, { name, introduction }, label)
    }
    const label = stepLabels.editIntroduction(name)
    return this.#replace(before, { introduction }, label, `introduction ${id}`)
  }

  /** Put it into the trash. @throws COLLECTION_NOT_FOUND, NOTEBOOK_* */
  async delete(id: string): Promise<void> {
    const before = this.get(id)
    const after = { ...before, deleted: this.#journal.now().toISOString() }
    const change = { kind: 'collection', id, before, after } as const
    await this.#journal.commit([change], stepLabels.deleteCollection(before.name))
  }

  /** Append events; those that are in the collection are skipped. */
  async addEntries(id: string, events: readonly EventCopy[]): Promise<Collection> {
    const before = this.get(id)
    const entries = edit.addEntries(before, events, this.#journal.now())
    const count = entries.length - before.entries.length
    return this.#replace(before, { entries }, stepLabels.addEntries(before.name, count))
  }

  /** @throws ENTRY_NOT_FOUND where one of them is not in the collection */
  async removeEntries(id: string, entryIds: readonly string[]): Promise<Collection> {
    const before = this.get(id)
    const entries = edit.removeEntries(before, entryIds)
    const count = before.entries.length - entries.length
    return this.#replace(before, { entries }, stepLabels.removeEntries(before.name, count))
  }

  /** @param remark - Markdown, kept byte for byte. @throws ENTRY_NOT_FOUND */
  async setRemark(id: string, entryId: string, remark: string): Promise<Collection> {
    const before = this.get(id)
    const entries = edit.setRemark(before, entryId, remark)
    const label = stepLabels.editRemark(edit.findEntry(before, entryId).event.title)
    return this.#replace(before, { entries }, label, `remark ${entryId}`)
  }

  /** @param toIndex - Place among the entries once the entry is taken out. @throws ENTRY_NOT_FOUND */
  async moveEntry(id: string, entryId: string, toIndex: number): Promise<Collection> {
    const before = this.get(id)
    const entries = edit.moveEntry(before, entryId, toIndex)
    const { title } = edit.findEntry(before, entryId).event
    return this.#replace(before, { entries }, stepLabels.moveEntry(title, before.name))
  }

  /** Oldest first, undated events last; events of one date stay in their order. */
  async sortEntriesByDate(id: string): Promise<Collection> {
    const before = this.get(id)
    const entries = edit.sortEntriesByDate(before)
    return this.#replace(before, { entries }, stepLabels.sortEntries(before.name))
  }

  async #replace(
    before: Collection,
    change: Partial<Collection>,
    label: string,
    editKey?: string,
  ): Promise<Collection> {
    const { id } = before
    const modified = this.#journal.now().toISOString()
    const after = { ...before, modified, ...change }
    if (edit.isSameCollection(before, after)) await this.#records.save(id)
    else await this.#journal.commit([{ kind: 'collection', id, before, after }], label, editKey)
    return this.#records.peek(id) ?? after
  }
}
