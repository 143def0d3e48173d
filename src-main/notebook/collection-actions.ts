import type { Collection, CollectionSummary, EventCopy } from '#shared/notebook.ts'
import type { ChangeTurns } from './change-turns.ts'
import type { CollectionChange, Collections } from './collections.ts'

/** What can be done with collections. */
export interface CollectionActions {
  /** By name. */
  listCollections(): CollectionSummary[]
  /** @throws COLLECTION_NOT_FOUND */
  getCollection(id: string): Collection
  /**
   * @param nameOrId - Also the first four or more characters of the id.
   * @throws COLLECTION_NOT_FOUND, COLLECTION_AMBIGUOUS
   */
  findCollection(nameOrId: string): Collection
  /** @throws COLLECTION_NAME_INVALID */
  createCollection(name: string): Promise<Collection>
  /** @throws COLLECTION_NOT_FOUND, COLLECTION_NAME_INVALID */
  updateCollection(id: string, change: CollectionChange): Promise<Collection>
  /** Put it into the trash. @throws COLLECTION_NOT_FOUND */
  deleteCollection(id: string): Promise<void>
  /** Append events; those that are in the collection are skipped. @throws COLLECTION_NOT_FOUND */
  addEntries(id: string, events: readonly EventCopy[]): Promise<Collection>
  /** @throws COLLECTION_NOT_FOUND, ENTRY_NOT_FOUND */
  removeEntries(id: string, entryIds: readonly string[]): Promise<Collection>
  /** @throws COLLECTION_NOT_FOUND, ENTRY_NOT_FOUND */
  setRemark(id: string, entryId: string, remark: string): Promise<Collection>
  /**
   * @param toIndex - Place among the entries once the entry is taken out; beyond the last is last.
   * @throws COLLECTION_NOT_FOUND, ENTRY_NOT_FOUND
   */
  moveEntry(id: string, entryId: string, toIndex: number): Promise<Collection>
  /** Oldest first, undated events last. @throws COLLECTION_NOT_FOUND */
  sortEntriesByDate(id: string): Promise<Collection>
}

/** Let changes of collections take turns with all others. */
export function collectionActions(collections: Collections, turns: ChangeTurns): CollectionActions {
  return {
    listCollections: () => collections.list(),
    getCollection: (id) => collections.get(id),
    findCollection: (nameOrId) => collections.find(nameOrId),
    createCollection: (name) => turns.take(() => collections.create(name)),
    updateCollection: (id, change) => turns.take(() => collections.update(id, change)),
    deleteCollection: (id) => turns.take(() => collections.delete(id)),
    addEntries: (id, events) => turns.take(() => collections.addEntries(id, events)),
    removeEntries: (id, entryIds) => turns.take(() => collections.removeEntries(id, entryIds)),
    setRemark: (id, entryId, remark) =>
      turns.take(() => collections.setRemark(id, entryId, remark)),
    moveEntry: (id, entryId, toIndex) =>
      turns.take(() => collections.moveEntry(id, entryId, toIndex)),
    sortEntriesByDate: (id) => turns.take(() => collections.sortEntriesByDate(id)),
  }
}
