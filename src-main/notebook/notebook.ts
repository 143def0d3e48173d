import type { EventId } from '#shared/event.ts'
import type {
  Annotation,
  Collection,
  CollectionSummary,
  EventCopy,
  EventMarks,
  NotebookStatus,
  TagCount,
} from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { SavedSearch, SavedSearchSummary, SearchRecord } from '#shared/saved-search.ts'
import type { AnnotationChange, NewAnnotation } from './annotations.ts'
import type { CollectionChange } from './collections.ts'
import type { EventMove } from './event-moves.ts'
import type { Relocation } from './relocate-events.ts'
import type { NewSavedSearch, SavedSearchChange } from './saved-searches.ts'

/**
 * What a researcher made of one archive, open for reading and writing.
 *
 * What is returned is frozen: it is what the notebook holds. A change is in memory at once. Its
 * promise settles once it is on disk; where it rejects with NOTEBOOK_NOT_SAVED, the change stays in
 * memory, is tried again with the next change of the same document or by `retrySave`, and the
 * error's details carry the `id` of the record. A change may also be refused, and then nothing is
 * changed, with the code of `status().readOnly`, or NOTEBOOK_DAMAGED, NOTEBOOK_NEWER or
 * NOTEBOOK_UNREADABLE where the document it belongs to could not be read.
 */
export interface Notebook {
  status(): NotebookStatus

  /** Newest first; of one event, or all. */
  listAnnotations(eventId: EventId | null): Annotation[]
  /** @throws ANNOTATION_NOT_FOUND */
  getAnnotation(id: string): Annotation
  /** @throws ANNOTATION_EMPTY where there is neither a note nor a tag */
  createAnnotation(annotation: NewAnnotation): Promise<Annotation>
  /** @throws ANNOTATION_NOT_FOUND, ANNOTATION_EMPTY */
  updateAnnotation(id: string, change: AnnotationChange): Promise<Annotation>
  /** @throws ANNOTATION_NOT_FOUND */
  deleteAnnotation(id: string): Promise<void>
  /** Most used first. */
  listTags(): TagCount[]

  /** Marks of those of some events that have any. */
  marksOf(eventIds: readonly EventId[]): Record<EventId, EventMarks>
  /** All annotations and collections, for those who search them. */
  readMarks(): NotebookMarks

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
  /** @throws COLLECTION_NOT_FOUND */
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

  /** By name. */
  listSavedSearches(): SavedSearchSummary[]
  /** @throws SAVED_SEARCH_NOT_FOUND */
  getSavedSearch(id: string): SavedSearch
  /**
   * @param nameOrId - Also the first four or more characters of the id.
   * @throws SAVED_SEARCH_NOT_FOUND, SAVED_SEARCH_AMBIGUOUS
   */
  findSavedSearch(nameOrId: string): SavedSearch
  /** @throws SAVED_SEARCH_NAME_INVALID */
  createSavedSearch(search: NewSavedSearch): Promise<SavedSearch>
  /**
   * Undoing the change of a query restores what that query had found. Where only `seen` is given,
   * it is recorded as by `recordSeen`.
   *
   * @throws SAVED_SEARCH_NOT_FOUND, SAVED_SEARCH_NAME_INVALID
   */
  updateSavedSearch(id: string, change: SavedSearchChange): Promise<SavedSearch>
  /** Keep what was found when it was looked at, which is no step. @throws SAVED_SEARCH_NOT_FOUND */
  recordSeen(id: string, seen: SearchRecord): Promise<SavedSearch>
  /** @throws SAVED_SEARCH_NOT_FOUND */
  deleteSavedSearch(id: string): Promise<void>

  /**
   * Let everything follow events whose pages were moved: annotations, entries of collections and
   * what saved searches found take the id, date and title the event has now; the text a record was
   * made on stays. Doing it again changes nothing. It is no step; steps that can be undone or redone
   * follow as well. An event that is in a collection under both ids stays there as both entries.
   * Nothing is done in a notebook that is read-only.
   *
   * @returns how many annotations and entries of collections followed.
   */
  relocateEvents(moves: readonly EventMove[]): Promise<Relocation>

  /** @returns what was undone, or `null` where there was nothing. */
  undo(): Promise<{ label: string } | null>
  /** @returns what was done again, or `null` where there was nothing. */
  redo(): Promise<{ label: string } | null>

  /** Try again to save what could not be saved. @throws NOTEBOOK_NOT_SAVED */
  retrySave(): Promise<void>
  /** Wait until everything is on disk, trying again what failed. @throws NOTEBOOK_NOT_SAVED */
  flush(): Promise<void>
  /**
   * Save everything and let others write the notebook.
   *
   * @throws NOTEBOOK_NOT_SAVED, and then the notebook stays open
   */
  close(): Promise<void>
}
