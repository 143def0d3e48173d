import type { Claim } from '#shared/claim.ts'
import type { EventId } from '#shared/event.ts'
import type { Collection, NotebookProblem } from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import { AnnotationStore } from './annotation-store.ts'
import {
  ANNOTATIONS_FORMAT,
  CLAIM_FORMAT,
  COLLECTION_FORMAT,
  SAVED_SEARCH_FORMAT,
  TAGS_FORMAT,
} from './document-formats.ts'
import type { EventMoves } from './event-moves.ts'
import { type KeptFolder, keepFolder } from './kept-folder.ts'
import {
  ANNOTATIONS_FILE_NAME,
  ANNOTATIONS_FOLDER,
  CLAIMS_FOLDER,
  COLLECTIONS_FOLDER,
  RECORD_FILE_NAME,
  SEARCHES_FOLDER,
  TAGS_FILE_NAME,
} from './layout.ts'
import { listChangedIds } from './list-changed-ids.ts'
import { CLAIM, COLLECTION, SAVED_SEARCH } from './named-kinds.ts'
import { NamedRecords } from './named-records.ts'
import type { NotebookFiles } from './notebook-files.ts'
import { NotebookJournal, type NotebookJournalOptions } from './notebook-journal.ts'
import { RecordViews } from './record-views.ts'
import { type Relocation, relocateEvents } from './relocate-events.ts'
import type { RecordStores } from './stage-changes.ts'
import { TagRecords } from './tag-records.ts'

export interface NotebookRecordsOptions extends Pick<NotebookJournalOptions, 'now' | 'readOnly'> {
  files: NotebookFiles
  /**
   * Told of every change but what is loaded, with the events whose annotations or marks changed;
   * `null` where more of the same change follows, which will name them.
   */
  onChange(change: NotebookMarks, eventIds: ReadonlySet<EventId> | null): void
}

/** All records of a notebook: on disk, in memory, and what is derived from them. */
export interface NotebookRecords {
  annotations: AnnotationStore
  collections: NamedRecords<Collection>
  savedSearches: NamedRecords<SavedSearch>
  claims: NamedRecords<Claim>
  tags: TagRecords
  /** All of them by the kind of their records. */
  stores: RecordStores
  views: RecordViews
  journal: NotebookJournal
  /** All folders with their documents. */
  folders: readonly KeptFolder[]
  /** Documents that could not be read. */
  listProblems(): NotebookProblem[]
  /** Tell of what changed since it was told last, be it only what is wrong with a document. */
  tell(): void
  /** Read all documents. */
  load(): Promise<void>
  /** @returns settles once all is on disk. @throws NOTEBOOK_NOT_SAVED */
  relocate(moves: EventMoves): Promise<Relocation>
}

/** Join the records of a notebook, none of which is read yet, with its history. */
export function makeNotebookRecords(options: NotebookRecordsOptions): NotebookRecords {
  const { files, now, readOnly } = options

  const annotationShelf = files.makeShelf(
    ANNOTATIONS_FOLDER,
    ANNOTATIONS_FILE_NAME,
    ANNOTATIONS_FORMAT,
    {
      onMerged(before, after, fileName) {
        const ids = listChangedIds(before?.annotations, after?.annotations)
        annotations.follow(fileName, ids)
        followOthers(ids)
      },
    },
  )
  const collectionShelf = files.makeShelf(COLLECTIONS_FOLDER, RECORD_FILE_NAME, COLLECTION_FORMAT, {
    onMerged(before, after, fileName) {
      if (!collections.follow(fileName)) return
      views.followCollection(before, after)
      followOthers(listChangedIds(before && [before], after && [after]))
    },
  })
  const searchShelf = files.makeShelf(SEARCHES_FOLDER, RECORD_FILE_NAME, SAVED_SEARCH_FORMAT, {
    onMerged(before, after, fileName) {
      if (!savedSearches.follow(fileName)) return
      views.followSavedSearch(before, after)
      followOthers(listChangedIds(before && [before], after && [after]))
    },
    async keepSpare(spare) {
      const saved = savedSearches.keepSpare(spare)
      tell()
      await saved
    },
  })

  const claimShelf = files.makeShelf(CLAIMS_FOLDER, RECORD_FILE_NAME, CLAIM_FORMAT, {
    onMerged(before, after, fileName) {
      if (!claims.follow(fileName)) return
      views.followClaim(before, after)
      followOthers(listChangedIds(before && [before], after && [after]))
    },
  })
  const tagShelf = files.makeShelf('', TAGS_FILE_NAME, TAGS_FORMAT, {
    onMerged(before, after) {
      tags.follow()
      followOthers(listChangedIds(before?.tags, after?.tags))
    },
  })

  const views: RecordViews = new RecordViews((eventId) => annotations.of(eventId))
  const annotations: AnnotationStore = new AnnotationStore(annotationShelf, (before, after) => {
    views.followAnnotation(before, after)
  })
  const collections: NamedRecords<Collection> = new NamedRecords(
    COLLECTION,
    collectionShelf,
    (before, after) => {
      views.followCollection(before, after)
    },
  )
  const savedSearches: NamedRecords<SavedSearch> = new NamedRecords(
    SAVED_SEARCH,
    searchShelf,
    (before, after) => {
      views.followSavedSearch(before, after)
    },
  )
  const claims: NamedRecords<Claim> = new NamedRecords(CLAIM, claimShelf, (before, after) => {
    views.followClaim(before, after)
  })
  const tags = new TagRecords(tagShelf)
  const stores: RecordStores = {
    annotation: annotations,
    collection: collections,
    savedSearch: savedSearches,
    claim: claims,
    tag: tags,
  }
  const folders = [
    keepFolder(ANNOTATIONS_FOLDER, annotationShelf),
    keepFolder(COLLECTIONS_FOLDER, collectionShelf),
    keepFolder(SEARCHES_FOLDER, searchShelf),
    keepFolder(CLAIMS_FOLDER, claimShelf),
    keepFolder('', tagShelf),
  ]
  const journal = new NotebookJournal({ now, readOnly, stores, onChange: tell })

  function tell(isPart = false): void {
    options.onChange(views.changes.take(), isPart ? null : views.marks.takeChanged())
  }

  function followOthers(ids: ReadonlySet<string>): void {
    journal.history.forget(ids)
    tell()
  }

  return {
    annotations,
    collections,
    savedSearches,
    claims,
    tags,
    stores,
    views,
    journal,
    folders,
    listProblems: () => folders.flatMap(({ problems }) => problems),
    tell,
    async load() {
      await annotations.load()
      await collections.load()
      await savedSearches.load()
      await claims.load()
      await tags.load()
      views.changes.forget()
      views.marks.takeChanged()
      if (readOnly() === null) await annotations.tidy().catch(() => undefined)
    },
    async relocate(moves) {
      const records = { annotations, collections, savedSearches, claims, history: journal.history }
      const { relocation, saved } = relocateEvents(records, moves)
      tell()
      await saved
      return relocation
    },
  }
}
