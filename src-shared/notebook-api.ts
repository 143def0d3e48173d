import type { AnnotationAnchor } from './anchor.ts'
import type { BackupComparison, BackupVersion, DocumentRestoration } from './backup.ts'
import type { Claim, ClaimSummary, ClaimTableFormat, Stance } from './claim.ts'
import type { EventDate, EventId } from './event.ts'
import type { ExchangeResult } from './exchange.ts'
import type { ExportResult } from './export.ts'
import type {
  Annotation,
  Collection,
  CollectionSummary,
  EventCopy,
  EventMarks,
  HighlightColour,
  NotebookStatus,
  ReviewState,
  TagCount,
  TextSelector,
} from './notebook.ts'
import type { AnnotationAnswer, AnnotationSearchRequest } from './search.ts'
import type { RecordName, TrashItem } from './trash.ts'

/** What a new annotation is made of. */
export interface NewAnnotation {
  eventId: EventId
  /** Markdown. */
  note: string
  tags: string[]
  /** `null` for a note on the whole event. */
  selector: TextSelector | null
  /** `null` where no words are highlighted. */
  colour: HighlightColour | null
}

/** What of an annotation can be changed; what is left out stays. */
export interface AnnotationChange {
  note?: string
  tags?: string[]
  selector?: TextSelector | null
  colour?: HighlightColour | null
  state?: ReviewState
}

/** What of several annotations can be changed at once. */
export interface BulkAnnotationChange {
  addTags?: string[]
  removeTags?: string[]
  /** Of those that mark words. */
  colour?: HighlightColour
  state?: ReviewState
}

/** What of a tag can be changed; what is left out stays. */
export interface TagChange {
  /** Of those below it the beginning changes. */
  name?: string
  /** `null` takes the colour away. */
  colour?: HighlightColour | null
}

/** A text of the notebook that links to an event. */
export interface NoteLink {
  kind: 'note' | 'introduction' | 'remark' | 'verdict'
  /** Id of the annotation, collection or claim. */
  id: string
  /** Headline of the annotated event, or name of the collection or claim. */
  title: string
  /** The event of a note or a remark; `null` else. */
  event: EventCopy | null
  /** Plain text around the link. */
  excerpt: string
}

/** Something a note can link to. */
export interface LinkSuggestion {
  kind: 'event' | 'collection'
  title: string
  /** Of an event; `null` of a collection. */
  date: EventDate
  /** The Markdown to put in. */
  markdown: string
}

/** What undoing or redoing did. */
export interface UndoResult {
  /** "Delete collection “Six-party talks”". */
  label: string
}

/** Calls the window may make on the notebook of the open archive; part of `MainApi`. */
export interface NotebookApi {
  getNotebookStatus(): Promise<NotebookStatus>
  /** Try again to save what could not be saved. */
  retrySave(): Promise<void>
  /** Marks of those of some events that have any. */
  listMarks(eventIds: EventId[]): Promise<Record<EventId, EventMarks>>
  /** Newest first; of one event, or all. What is in the trash is not among them. */
  listAnnotations(eventId: EventId | null): Promise<Annotation[]>
  /** Annotations that match, a page at a time. @throws SEARCH_SUPERSEDED */
  searchAnnotations(request: AnnotationSearchRequest): Promise<AnnotationAnswer>
  /** Ids of all annotations that match, in the order asked for, at most 50,000. */
  searchAnnotationIds(request: AnnotationSearchRequest): Promise<string[]>
  /** Where the marks on an event stand in its text as it is now. */
  listAnchors(eventId: EventId): Promise<AnnotationAnchor[]>
  /** @throws EVENT_NOT_FOUND, ANNOTATION_EMPTY, NOTEBOOK_READ_ONLY */
  createAnnotation(annotation: NewAnnotation): Promise<Annotation>
  /**
   * A selector is given to confirm where a mark stands now; `null` makes the annotation a note on
   * the whole event that begins with the quotation.
   *
   * @throws ANNOTATION_NOT_FOUND, ANNOTATION_EMPTY, NOTEBOOK_READ_ONLY
   */
  updateAnnotation(id: string, change: AnnotationChange): Promise<Annotation>
  /** Change several at once, as one step. @throws ANNOTATION_NOT_FOUND, NOTEBOOK_READ_ONLY */
  updateAnnotations(ids: string[], change: BulkAnnotationChange): Promise<void>
  /** Put them into the trash, as one step. @throws ANNOTATION_NOT_FOUND, NOTEBOOK_READ_ONLY */
  deleteAnnotations(ids: string[]): Promise<void>
  /** Make an annotation of an earlier wording of a note; the note stays. @throws ANNOTATION_NOT_FOUND */
  restoreWording(id: string, replaced: string): Promise<Annotation>
  /** Notes and collections whose text links to an event. */
  listNoteLinks(eventId: EventId): Promise<NoteLink[]>
  /** Events and collections by the beginning of a word, for links in notes. */
  suggestLinks(text: string): Promise<LinkSuggestion[]>

  /** Most used first. */
  listTags(): Promise<TagCount[]>
  /**
   * Rename a tag and those below it everywhere at once, give it a colour, or both, as one step; where
   * the new name is in use, the two become one.
   *
   * @returns how many annotations were changed. @throws TAG_NAME_INVALID
   */
  changeTag(tag: string, change: TagChange): Promise<number>

  /** By name. */
  listClaims(): Promise<ClaimSummary[]>
  /** @throws CLAIM_NOT_FOUND */
  getClaim(id: string): Promise<Claim>
  /** @throws CLAIM_NAME_INVALID */
  createClaim(name: string): Promise<Claim>
  updateClaim(id: string, change: { name?: string; verdict?: string }): Promise<Claim>
  deleteClaim(id: string): Promise<void>
  /** Those that are evidence of it already take the stance. @throws CLAIM_NOT_FOUND, ANNOTATION_NOT_FOUND */
  addEvidence(id: string, annotationIds: string[], stance: Stance): Promise<Claim>
  /** @throws CLAIM_NOT_FOUND, EVIDENCE_NOT_FOUND */
  updateEvidence(
    id: string,
    evidenceId: string,
    change: { stance?: Stance; remark?: string },
  ): Promise<Claim>
  removeEvidence(id: string, evidenceIds: string[]): Promise<Claim>
  /** Ask where to, then write the evidence as a table in Markdown or CSV. @returns `null` where the user cancelled. */
  exportClaim(id: string, format: ClaimTableFormat): Promise<ExportResult | null>

  /** Newest first. */
  listTrash(): Promise<TrashItem[]>
  /** Take records out of the trash, as one step. */
  restoreFromTrash(records: RecordName[]): Promise<void>
  /** Delete records that are in the trash for good, as one step that can be undone until the notebook is closed. */
  deleteForGood(records: RecordName[]): Promise<void>

  /** Newest first. */
  listBackups(): Promise<BackupVersion[]>
  /** @throws BACKUP_NOT_FOUND, NOTEBOOK_DAMAGED */
  compareBackup(id: string): Promise<BackupComparison>
  /**
   * Bring records of a backup back, as one step: what is gone comes back as it was, what is there
   * stays as it is and gets the earlier version beside it.
   *
   * @returns how many came. @throws BACKUP_NOT_FOUND
   */
  restoreBackup(id: string, records: RecordName[]): Promise<number>
  /**
   * Put a document right that is a problem with code NOTEBOOK_DAMAGED. Its bytes stay beside it as
   * `<name>.damaged-<time>`; in its place comes what is still in memory, or its newest backup, or, where
   * there is neither, nothing, so that it can be written again. It is no step.
   *
   * @param path - `NotebookProblem.path`.
   * @throws ARGUMENT_INVALID where nothing is wrong with it; NOTEBOOK_*
   */
  restoreDocument(path: string): Promise<DocumentRestoration>
  /**
   * Ask for a folder, write the whole notebook into a new folder in it, also what could not be saved
   * where it is, and go on there; the archive's notebook is looked for there from then on.
   *
   * @returns its path, or `null` where the user cancelled. @throws EXPORT_TARGET_INVALID, EXPORT_FAILED
   */
  saveNotebookElsewhere(): Promise<string | null>
  /**
   * Show the notebook's folder in the system's file manager.
   *
   * @param problem - `NotebookProblem.path` of what is to be seen in it; `null` for the whole.
   * @throws ARGUMENT_INVALID where there is no such problem
   */
  showNotebook(problem: string | null): Promise<void>

  /** Ask where to, then write all annotations as W3C Web Annotations (JSON-LD). @returns `null` where the user cancelled. */
  exportAnnotations(): Promise<ExportResult | null>
  /**
   * Ask for a file (W3C Web Annotations, Hypothesis) and take its annotations in, as one step.
   *
   * @returns `null` where the user cancelled. @throws EXCHANGE_UNREADABLE
   */
  importAnnotations(): Promise<ExchangeResult | null>
  /** Ask for the folder of another notebook and take in what it holds, as one step. @throws EXCHANGE_UNREADABLE */
  mergeNotebook(): Promise<ExchangeResult | null>

  /** By name. */
  listCollections(): Promise<CollectionSummary[]>
  /** @throws COLLECTION_NOT_FOUND */
  getCollection(id: string): Promise<Collection>
  /** @throws COLLECTION_NAME_INVALID */
  createCollection(name: string): Promise<Collection>
  updateCollection(
    id: string,
    change: { name?: string; introduction?: string },
  ): Promise<Collection>
  deleteCollection(id: string): Promise<void>
  /** Append events that are not in it yet. */
  addToCollection(id: string, eventIds: EventId[]): Promise<Collection>
  removeFromCollection(id: string, entryIds: string[]): Promise<Collection>
  setRemark(id: string, entryId: string, remark: string): Promise<Collection>
  /** @param toIndex - Place among the entries once the entry is taken out. */
  moveEntry(id: string, entryId: string, toIndex: number): Promise<Collection>
  /** Put the entries in order of date. */
  sortEntriesByDate(id: string): Promise<Collection>

  /** @returns what was undone, or `null` where there was nothing. */
  undo(): Promise<UndoResult | null>
  redo(): Promise<UndoResult | null>
}
