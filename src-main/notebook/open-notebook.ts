import type { EventId } from '#shared/event.ts'
import type { NotebookProblem, NotebookStatus, SaveState } from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import { Annotations } from './annotations.ts'
import { claimNotebook } from './claim-notebook.ts'
import { Collections } from './collections.ts'
import { NOTEBOOK_FORMAT } from './document-formats.ts'
import { resolveMoves } from './event-moves.ts'
import { IDENTITY_NAME } from './layout.ts'
import { markAll } from './mark-changes.ts'
import type { Notebook } from './notebook.ts'
import { NotebookFiles } from './notebook-files.ts'
import { identifyNotebook } from './notebook-identity.ts'
import { describeUnreadable } from './notebook-problem.ts'
import { makeNotebookRecords } from './notebook-records.ts'
import { SaveMonitor } from './save-monitor.ts'
import { SavedSearches } from './saved-searches.ts'

export type { Notebook } from './notebook.ts'

export interface NotebookOptions {
  /** Absolute path; made where it is not there. */
  folder: string
  /** Where earlier versions of its documents are kept; outside the notebook and the archive. */
  backupFolder: string
  archive: { path: string; name: string; fingerprint: string }
  now?: () => Date
  /**
   * Something in the notebook changed, also by undoing, by moved events or by another program.
   *
   * @param change - The annotations and collections that are not as they were told last; empty
   * where saved searches alone changed.
   * @param eventIds - Events whose annotations or marks changed.
   */
  onChange?: (change: NotebookMarks, eventIds: EventId[]) => void
  onSaveState?: (state: SaveState) => void
}

/**
 * Open the notebook of an archive. It always opens: what cannot be read is listed as a problem and
 * left as it is, and where nothing may be written the status says why.
 */
export async function openNotebook(options: NotebookOptions): Promise<Notebook> {
  const { folder, backupFolder, archive } = options
  const now = options.now ?? (() => new Date())
  const monitor = new SaveMonitor((state) => options.onSaveState?.(state))
  const files = new NotebookFiles({ folder, backupFolder, monitor, now })
  const claim = await claimNotebook(options)
  let { readOnly } = claim

  const records = makeNotebookRecords({
    files,
    now,
    readOnly: () => readOnly,
    onChange: (change, eventIds) => options.onChange?.(change, eventIds),
  })
  const { journal, views } = records
  const annotations = new Annotations(records.annotations, journal)
  const collections = new Collections(records.collections, journal)
  const savedSearches = new SavedSearches(records.savedSearches, journal)

  const identityProblems = await openIdentity()
  await records.load()

  async function openIdentity(): Promise<NotebookProblem[]> {
    const listener = { onMerged: () => undefined }
    const document = files.makeDocument(IDENTITY_NAME, NOTEBOOK_FORMAT, listener)
    try {
      await document.read()
    } catch (error) {
      const backup = await files.findBackup(IDENTITY_NAME, NOTEBOOK_FORMAT)
      const problem = describeUnreadable(document.path, error, backup)
      readOnly ??= refuseWriting(problem)
      return [problem]
    }
    if (readOnly === null) await identifyNotebook(document, archive, now())
    return []
  }

  function status(): NotebookStatus {
    return {
      path: folder,
      readOnly,
      problems: [...identityProblems, ...records.listProblems(), ...files.problems],
      save: monitor.state,
      undo: journal.history.nextUndo?.label ?? null,
      redo: journal.history.nextRedo?.label ?? null,
    }
  }

  async function flush(): Promise<void> {
    if (readOnly === null) await records.annotations.tidy().catch(() => undefined)
    await files.flush()
  }

  return {
    status,

    listAnnotations: (eventId) => annotations.list(eventId),
    getAnnotation: (id) => annotations.get(id),
    createAnnotation: (annotation) => annotations.create(annotation),
    updateAnnotation: (id, change) => annotations.update(id, change),
    deleteAnnotation: (id) => annotations.delete(id),
    listTags: () => views.tags.list(),

    marksOf: (eventIds) => views.marks.of(eventIds),
    readMarks: () => markAll(records.annotations.all(), records.collections.all()),

    listCollections: () => collections.list(),
    getCollection: (id) => collections.get(id),
    findCollection: (nameOrId) => collections.find(nameOrId),
    createCollection: (name) => collections.create(name),
    updateCollection: (id, change) => collections.update(id, change),
    deleteCollection: (id) => collections.delete(id),
    addEntries: (id, events) => collections.addEntries(id, events),
    removeEntries: (id, entryIds) => collections.removeEntries(id, entryIds),
    setRemark: (id, entryId, remark) => collections.setRemark(id, entryId, remark),
    moveEntry: (id, entryId, toIndex) => collections.moveEntry(id, entryId, toIndex),
    sortEntriesByDate: (id) => collections.sortEntriesByDate(id),

    listSavedSearches: () => savedSearches.list(),
    getSavedSearch: (id) => savedSearches.get(id),
    findSavedSearch: (nameOrId) => savedSearches.find(nameOrId),
    createSavedSearch: (search) => savedSearches.create(search),
    updateSavedSearch: (id, change) => savedSearches.update(id, change),
    recordSeen: (id, seen) => savedSearches.recordSeen(id, seen),
    deleteSavedSearch: (id) => savedSearches.delete(id),

    async relocateEvents(moves) {
      if (readOnly || moves.length === 0) return { annotations: 0, entries: 0 }
      return await records.relocate(resolveMoves(moves))
    },

    undo: () => journal.undo(),
    redo: () => journal.redo(),

    retrySave: flush,
    flush,
    async close() {
      await flush()
      readOnly = { code: 'NOTEBOOK_READ_ONLY', message: `The notebook is closed: ${folder}` }
      claim.lock?.release()
    },
  }
}

function refuseWriting({ code, message }: NotebookProblem): NotebookStatus['readOnly'] {
  return { code: code === 'NOTEBOOK_UNREADABLE' ? 'NOTEBOOK_READ_ONLY' : code, message }
}
