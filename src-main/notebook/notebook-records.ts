import type { EventId } from '#shared/event.ts'
import type { Collection, NotebookProblem } from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import { AnnotationStore } from './annotation-store.ts'
import { ANNOTATIONS_FORMAT, COLLECTION_FORMAT, SAVED_SEARCH_FORMAT } from './document-formats.ts'
import type { EventMoves } from './event-moves.ts'
import type { RecordChange } from './history.ts'
import {
  ANNOTATIONS_FILE_NAME,
  ANNOTATIONS_FOLDER,
  COLLECTIONS_FOLDER,
  RECORD_FILE_NAME,
  SEARCHES_FOLDER,
} from './layout.ts'
import { listChangedIds } from './list-changed-ids.ts'
import { COLLECTION, SAVED_SEARCH } from './named-kinds.ts'
import { NamedRecords } from './named-records.ts'
import type { NotebookFiles } from './notebook-files.ts'
import { NotebookJournal, type NotebookJournalOptions } from './notebook-journal.ts'
import { RecordViews } from './record-views.ts'
import { type Relocation, relocateEvents } from './relocate-events.ts'

export interface NotebookRecordsOptions extends Pick<NotebookJournalOptions, 'now' | 'readOnly'> {
  files: NotebookFiles
  /** Told of every change but what is loaded, with the events whose annotations or marks changed. */
  onChange(change: NotebookMarks, eventIds: EventId[]): void
}

/** All records of a notebook: on disk, in memory, and what is derived from them. */
export interface NotebookRecords {
  annotations: AnnotationStore
  collections: NamedRecords<Collection>
  savedSearches: NamedRecords<SavedSearch>
  views: RecordViews
  journal: NotebookJournal
  /** Documents that could not be read. */
  listProblems(): NotebookProblem[]
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
    onMerged(before, after) {
      views.followCollection(before, after)
      followOthers(listChangedIds(before && [before], after && [after]))
    },
  })
  const searchShelf = files.makeShelf(SEARCHES_FOLDER, RECORD_FILE_NAME, SAVED_SEARCH_FORMAT, {
    onMerged(before, after) {
      followOthers(listChangedIds(before && [before], after && [after]))
    },
    async keepSpare(spare) {
      const saved = savedSearches.keepSpare(spare)
      tell()
      await saved
    },
  })

  const views: RecordViews = new RecordViews((eventId) => annotations.of(eventId))
  const annotations: AnnotationStore = new AnnotationStore(annotationShelf, (before, after) => {
    views.followAnnotation(before, after)
  })
  const collections = new NamedRecords(COLLECTION, collectionShelf, (before, after) => {
    views.followCollection(before, after)
  })
  const savedSearches: NamedRecords<SavedSearch> = new NamedRecords(
    SAVED_SEARCH,
    searchShelf,
    () => undefined,
  )
  const journal = new NotebookJournal({ now, readOnly, put, onChange: tell })

  function put(change: RecordChange, side: 'before' | 'after'): Promise<void> {
    switch (change.kind) {
      case 'annotation':
        return annotations.put(change.id, change[side])
      case 'collection':
        return collections.put(change.id, change[side])
      case 'savedSearch':
        return savedSearches.put(change.id, change[side])
    }
  }

  function tell(): void {
    options.onChange(views.changes.take(), views.marks.takeChanged())
  }

  function followOthers(ids: ReadonlySet<string>): void {
    journal.history.forget(ids)
    tell()
  }

  return {
    annotations,
    collections,
    savedSearches,
    views,
    journal,
    listProblems: () =>
      [annotationShelf, collectionShelf, searchShelf].flatMap(({ problems }) => problems),
    async load() {
      await annotations.load()
      await collections.load()
      await savedSearches.load()
      views.changes.take()
      views.marks.takeChanged()
      if (readOnly() === null) await annotations.tidy().catch(() => undefined)
    },
    async relocate(moves) {
      const records = { annotations, collections, savedSearches, history: journal.history }
      const { relocation, saved } = relocateEvents(records, moves)
      tell()
      await saved
      return relocation
    },
  }
}
