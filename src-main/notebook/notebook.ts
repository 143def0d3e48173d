import type { BackupComparison, BackupVersion, DocumentRestoration } from '#shared/backup.ts'
import type { Claim, ClaimSummary, Stance } from '#shared/claim.ts'
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
import type { BulkAnnotationChange, TagChange } from '#shared/notebook-api.ts'
import type { RecordName, TrashItem } from '#shared/trash.ts'
import type { NewAnnotation } from './annotations.ts'
import type { EvidenceChange, NewEvidence } from './claim-edits.ts'
import type { ClaimChange } from './claims.ts'
import type { CollectionChange } from './collections.ts'
import type { AnnotationChange } from './edit-annotation.ts'
import type { EventMove } from './event-moves.ts'
import type { ChangedFiles } from './notebook-follower.ts'
import type { NoteLinkCandidate } from './note-links/describe-link.ts'
import type { Relocation } from './relocate-events.ts'
import type { IncomingRecord, TakenIn } from './take-in/take-in-records.ts'
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
  /** @throws ANNOTATION_EMPTY where there is neither a note nor a tag nor marked words */
  createAnnotation(annotation: NewAnnotation): Promise<Annotation>
  /**
   * A selector of `null` makes it a note on the event that begins with the words it marked.
   *
   * @throws ANNOTATION_NOT_FOUND, ANNOTATION_EMPTY
   */
  updateAnnotation(id: string, change: AnnotationChange): Promise<Annotation>
  /**
   * Change several, as one step. Those that lose their last tag and have nothing else go into the
   * trash.
   *
   * @throws ANNOTATION_NOT_FOUND
   */
  updateAnnotations(ids: readonly string[], change: BulkAnnotationChange): Promise<void>
  /** Put them into the trash, as one step. @throws ANNOTATION_NOT_FOUND */
  deleteAnnotations(ids: readonly string[]): Promise<void>
  /**
   * Make an annotation of an earlier wording of a note, which stays.
   *
   * @param replaced - When that wording was replaced.
   * @throws ANNOTATION_NOT_FOUND
   */
  restoreWording(id: string, replaced: string): Promise<Annotation>

  /** Those that are in use, most used first. */
  listTags(): TagCount[]
  /**
   * Rename a tag and those below it everywhere, also in the trash, give it a colour, or both, as one
   * step. Where a new name is in use, the two become one, written as it is there. Colours follow,
   * unless the new name has its own or is given one.
   *
   * @returns how many annotations were changed. @throws TAG_NAME_INVALID
   */
  changeTag(tag: string, change: TagChange): Promise<number>

  /** Links of notes, introductions and remarks that may lead to an event: those to its name. */
  findNoteLinks(eventId: EventId): Promise<NoteLinkCandidate[]>

  /** Newest first. */
  listTrash(): TrashItem[]
  /** Take records out of the trash, as one step. @throws the not-found code of a record's kind */
  restoreFromTrash(names: readonly RecordName[]): Promise<void>
  /**
   * Delete records that are in the trash for good, as one step, which can be undone until the
   * notebook is closed.
   *
   * @throws the not-found code of a record's kind
   */
  deleteForGood(names: readonly RecordName[]): Promise<void>

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
  /** Put it into the trash. @throws SAVED_SEARCH_NOT_FOUND */
  deleteSavedSearch(id: string): Promise<void>

  /** By name. */
  listClaims(): ClaimSummary[]
  /** @throws CLAIM_NOT_FOUND */
  getClaim(id: string): Claim
  /**
   * @param nameOrId - Also the first four or more characters of the id.
   * @throws CLAIM_NOT_FOUND, CLAIM_AMBIGUOUS
   */
  findClaim(nameOrId: string): Claim
  /** @throws CLAIM_NAME_INVALID */
  createClaim(name: string): Promise<Claim>
  /** @throws CLAIM_NOT_FOUND, CLAIM_NAME_INVALID */
  updateClaim(id: string, change: ClaimChange): Promise<Claim>
  /** Put it into the trash. @throws CLAIM_NOT_FOUND */
  deleteClaim(id: string): Promise<void>
  /**
   * Append annotations, with copies of what was annotated; those that are evidence of it already take
   * the stance.
   *
   * @throws CLAIM_NOT_FOUND
   */
  addEvidence(id: string, additions: readonly NewEvidence[], stance: Stance): Promise<Claim>
  /** @throws CLAIM_NOT_FOUND, EVIDENCE_NOT_FOUND */
  updateEvidence(id: string, evidenceId: string, change: EvidenceChange): Promise<Claim>
  /** @throws CLAIM_NOT_FOUND, EVIDENCE_NOT_FOUND */
  removeEvidence(id: string, evidenceIds: readonly string[]): Promise<Claim>

  /** Those of some annotations that the notebook has, also in the trash, by id. */
  peekAnnotations(ids: readonly string[]): ReadonlyMap<string, Annotation>
  /**
   * Take in annotations from elsewhere, as one step. What the notebook does not have is added; what
   * it has is joined, so that nothing of either side is lost; where both wrote another note, both are
   * kept. Doing it again changes nothing.
   */
  takeInAnnotations(annotations: readonly Annotation[]): Promise<TakenIn>
  /** Take in all that another notebook holds, likewise. @param name - Of its archive. */
  mergeRecords(records: readonly IncomingRecord[], name: string): Promise<TakenIn>

  /**
   * Let everything follow events whose pages were moved: annotations, entries of collections,
   * evidence of claims and what saved searches found take the id, date and title the event has now;
   * the text a record was made on stays. Doing it again changes nothing. It is no step; steps that can be undone or redone
   * follow as well. An event that is in a collection under both ids stays there as both entries.
   * Nothing is done in a notebook that is read-only.
   *
   * @returns how many annotations and entries of collections followed.
   */
  relocateEvents(moves: readonly EventMove[]): Promise<Relocation>

  /** Earlier versions of all documents, newest first. @throws the system's errors */
  listBackups(): Promise<BackupVersion[]>
  /** @throws BACKUP_NOT_FOUND, NOTEBOOK_DAMAGED, NOTEBOOK_NEWER */
  compareBackup(id: string): Promise<BackupComparison>
  /**
   * Bring records of a backup back, as one step. What is gone comes back as it was; what is there
   * stays, and its earlier version comes beside it, once. A damaged document is put right before.
   *
   * @returns how many came. @throws BACKUP_NOT_FOUND, NOTEBOOK_DAMAGED, NOTEBOOK_NEWER
   */
  restoreBackup(id: string, records: readonly RecordName[]): Promise<number>
  /**
   * Put a document right that is a problem of code NOTEBOOK_DAMAGED; its bytes are kept beside it.
   *
   * @param path - As the problem says.
   * @throws ARGUMENT_INVALID where nothing is wrong with it
   */
  restoreDocument(path: string): Promise<DocumentRestoration>
  /**
   * Take in what other programs did to the documents, as a save would. What is not saved yet stays;
   * what both changed is there twice; records deleted elsewhere go, but for those changed here.
   *
   * @param changed - Files that changed; `null` where any may have. @throws the system's errors
   */
  look(changed: ChangedFiles): Promise<void>
  /**
   * Write all of the notebook, also what cannot be saved, into a new folder.
   *
   * @param into - Absolute path of an existing folder.
   * @returns absolute path of the new one. @throws EXPORT_TARGET_INVALID, EXPORT_FAILED
   */
  copyTo(into: string): Promise<string>

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
  /** Let others write the notebook without saving, since all of it is safe elsewhere. */
  abandon(): void
}
