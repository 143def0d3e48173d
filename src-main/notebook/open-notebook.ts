import type { NotebookProblem, NotebookStatus, SaveState } from '#shared/notebook.ts'
import { Annotations } from './annotations.ts'
import { claimNotebook } from './claim-notebook.ts'
import { Collections } from './collections.ts'
import { ANNOTATIONS_FORMAT, COLLECTION_FORMAT, NOTEBOOK_FORMAT } from './document-formats.ts'
import {
  ANNOTATIONS_FILE_NAME,
  ANNOTATIONS_FOLDER,
  COLLECTIONS_FOLDER,
  COLLECTION_FILE_NAME,
  IDENTITY_NAME,
} from './layout.ts'
import { listChangedIds } from './list-changed-ids.ts'
import { listMarks } from './marks.ts'
import type { Notebook } from './notebook.ts'
import { NotebookFiles } from './notebook-files.ts'
import { identifyNotebook } from './notebook-identity.ts'
import { NotebookJournal } from './notebook-journal.ts'
import { describeUnreadable } from './notebook-problem.ts'
import { SaveMonitor } from './save-monitor.ts'
import { countTags } from './tags.ts'

export type { Notebook } from './notebook.ts'

export interface NotebookOptions {
  /** Absolute path; made where it is not there. */
  folder: string
  /** Where earlier versions of its documents are kept; outside the notebook and the archive. */
  backupFolder: string
  archive: { path: string; name: string; fingerprint: string }
  now?: () => Date
  /** Annotations or collections changed, also by undoing or by another program. */
  onChange?: () => void
  onSaveState?: (state: SaveState) => void
}

/**
 * Open the notebook of an archive. It always opens: what cannot be read is listed as a problem and
 * left as it is, and where nothing may be written the status says why.
 */
export async function openNotebook(options: NotebookOptions): Promise<Notebook> {
  const { folder, backupFolder, archive } = options
  const now = options.now ?? (() => new Date())
  const onChange = () => options.onChange?.()
  const monitor = new SaveMonitor((state) => options.onSaveState?.(state))
  const files = new NotebookFiles({ folder, backupFolder, monitor, now })
  const claim = await claimNotebook(options)
  let { readOnly } = claim

  const journal: NotebookJournal = new NotebookJournal({
    now,
    onChange,
    readOnly: () => readOnly,
    put: (change, side) =>
      change.kind === 'annotation'
        ? annotations.put(change.id, change[side])
        : collections.put(change.id, change[side]),
  })
  const annotationShelf = files.makeShelf(
    ANNOTATIONS_FOLDER,
    ANNOTATIONS_FILE_NAME,
    ANNOTATIONS_FORMAT,
    (before, after) => followOthers(listChangedIds(before?.annotations, after?.annotations)),
  )
  const collectionShelf = files.makeShelf(
    COLLECTIONS_FOLDER,
    COLLECTION_FILE_NAME,
    COLLECTION_FORMAT,
    (before, after) => followOthers(listChangedIds(before && [before], after && [after])),
  )
  const annotations: Annotations = new Annotations(annotationShelf, journal)
  const collections: Collections = new Collections(collectionShelf, journal)

  function followOthers(ids: ReadonlySet<string>): void {
    journal.history.forget(ids)
    onChange()
  }

  const identityProblems = await openIdentity()
  await annotationShelf.load()
  await collections.load()

  async function openIdentity(): Promise<NotebookProblem[]> {
    const document = files.makeDocument(IDENTITY_NAME, NOTEBOOK_FORMAT, () => undefined)
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
      problems: [
        ...identityProblems,
        ...annotationShelf.problems,
        ...collectionShelf.problems,
        ...files.problems,
      ],
      save: monitor.state,
      undo: journal.history.nextUndo?.label ?? null,
      redo: journal.history.nextRedo?.label ?? null,
    }
  }

  return {
    status,

    listAnnotations: (eventId) => annotations.list(eventId),
    getAnnotation: (id) => annotations.get(id),
    createAnnotation: (annotation) => annotations.create(annotation),
    updateAnnotation: (id, change) => annotations.update(id, change),
    deleteAnnotation: (id) => annotations.delete(id),
    listTags: () => countTags(annotations.all()),
    listMarks: () => listMarks(annotations.all(), collections.all()),

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

    undo: () => journal.undo(),
    redo: () => journal.redo(),

    retrySave: () => files.flush(),
    flush: () => files.flush(),
    async close() {
      await files.flush()
      readOnly = { code: 'NOTEBOOK_READ_ONLY', message: `The notebook is closed: ${folder}` }
      claim.lock?.release()
    },
  }
}

function refuseWriting({ code, message }: NotebookProblem): NotebookStatus['readOnly'] {
  return { code: code === 'NOTEBOOK_UNREADABLE' ? 'NOTEBOOK_READ_ONLY' : code, message }
}
