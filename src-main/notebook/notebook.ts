import type { BackupComparison, BackupVersion, DocumentRestoration } from '#shared/backup.ts'
import type { EventId } from '#shared/event.ts'
import type { Annotation, EventMarks, NotebookStatus } from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { RecordName, TrashItem } from '#shared/trash.ts'
import type { AnnotationActions } from './annotation-actions.ts'
import type { ClaimActions } from './claim-actions.ts'
import type { CollectionActions } from './collection-actions.ts'
import type { EventMove } from './event-moves.ts'
import type { ChangedFiles } from './notebook-follower.ts'
import type { NoteLinkCandidate } from './note-links/describe-link.ts'
import type { Relocation } from './relocate-events.ts'
import type { SavedSearchActions } from './saved-search-actions.ts'
import type { TagActions } from './tag-actions.ts'
import type { IncomingRecord, TakenIn } from './take-in/take-in-records.ts'

/**
 * What a researcher made of one archive, open for reading and writing.
 *
 * What is returned is frozen: it is what the notebook holds. A change is in memory at once, but for
 * one of more than a few records, which comes in a document at a time; meanwhile other changes wait,
 * and where it goes wrong, all is as it was before. A change's
 * promise settles once it is on disk; where it rejects with NOTEBOOK_NOT_SAVED, the change stays in
 * memory, is tried again with the next change of the same document or by `retrySave`, and the
 * error's details carry the `id` of the record. A change may also be refused, and then nothing is
 * changed, with the code of `status().readOnly`, or NOTEBOOK_DAMAGED, NOTEBOOK_NEWER or
 * NOTEBOOK_UNREADABLE where the document it belongs to could not be read.
 */
export interface Notebook
  extends AnnotationActions, TagActions, CollectionActions, SavedSearchActions, ClaimActions {
  status(): NotebookStatus

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
  /** All annotations, collections and claims, for those who search them. */
  readMarks(): NotebookMarks
  /** The same in parts, each as it is when it is asked for. */
  readMarksInParts(): Iterable<NotebookMarks>

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
