import type { DocumentRestoration } from '#shared/backup.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { NotebookProblem, NotebookStatus, SaveState } from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import { Annotations } from './annotations.ts'
import { claimNotebook } from './claim-notebook.ts'
import { Claims } from './claims.ts'
import { Collections } from './collections.ts'
import { compareText } from './compare-text.ts'
import { NOTEBOOK_FORMAT } from './document-formats.ts'
import { resolveMoves } from './event-moves.ts'
import { IDENTITY_NAME } from './layout.ts'
import { markAll } from './mark-changes.ts'
import { describeLink } from './note-links/describe-link.ts'
import type { Notebook } from './notebook.ts'
import { NotebookFiles } from './notebook-files.ts'
import { identifyNotebook } from './notebook-identity.ts'
import { describeLost, describeUnreadable } from './notebook-problem.ts'
import { makeNotebookRecords } from './notebook-records.ts'
import { NotebookSafety } from './notebook-safety.ts'
import { replaceDamaged } from './recover-document.ts'
import { SaveMonitor } from './save-monitor.ts'
import { SavedSearches } from './saved-searches.ts'
import { Tags } from './tags.ts'
import { Trash } from './trash.ts'

import { stepLabels } from './step-labels.ts'
import { type IncomingRecord, takeInRecords } from './take-in/take-in-records.ts'

export type { Notebook } from './notebook.ts'

export interface NotebookOptions {
  /** Absolute path; made where it is not there. */
  folder: string
  /** Where earlier versions of its documents are kept; outside the notebook and the archive. */
  backupFolder: string
  archive: { path: string; name: string; fingerprint: string }
  /** Whether the archive's folder is not there; the notebook then stays that of the archive it names. */
  isArchiveMissing?: boolean
  /** Absolute path of where the notebook was last, if that is not there now; it is named as a problem. */
  lostFolder?: string | null
  now?: () => Date
  /**
   * Something in the notebook changed, also by undoing, by moved events or by another program.
   *
   * @param change - The annotations and collections that are not as they were told last; empty
   * where saved searches alone changed, or what is wrong with a document.
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
  const files = new NotebookFiles({
    folder,
    backupFolder,
    archivePath: archive.path,
    monitor,
    now,
  })
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
  const claims = new Claims(records.claims, journal)
  const tags = new Tags(records, journal)
  const trash = new Trash(views.trash, records.stores, journal)

  const safety = new NotebookSafety({
    folder,
    backupFolder,
    records,
    now,
    readOnly: () => readOnly,
    isThere: () => files.isThere(),
  })

  const identity = files.makeDocument(IDENTITY_NAME, NOTEBOOK_FORMAT, { onMerged: () => undefined })
  let identityProblem: NotebookProblem | null = null
  await openIdentity()
  await records.load()
  await safety.follower.begin()

  async function openIdentity(): Promise<void> {
    try {
      await identity.read()
      identityProblem = null
    } catch (error) {
      const backup = await files.findBackup(IDENTITY_NAME, NOTEBOOK_FORMAT)
      identityProblem = describeUnreadable(identity.path, error, backup)
      readOnly ??= refuseWriting(identityProblem)
    }
    if (readOnly || options.isArchiveMissing) return
    await identifyNotebook(identity, archive, now())
  }

  async function restoreDocument(path: string): Promise<DocumentRestoration> {
    const problem = identityProblem
    if (path !== identity.path || problem?.code !== 'NOTEBOOK_DAMAGED') {
      return await safety.recover(path)
    }
    if (claim.readOnly) throw new AnnalsError(claim.readOnly.code, claim.readOnly.message)
    const restoration = await replaceDamaged(problem, now())
    readOnly = null
    await openIdentity()
    return restoration
  }

  function status(): NotebookStatus {
    return {
      path: folder,
      readOnly,
      problems: [
        ...(options.lostFolder ? [describeLost(options.lostFolder, folder)] : []),
        ...(identityProblem ? [identityProblem] : []),
        ...records.listProblems(),
        ...files.problems,
      ],
      save: monitor.state,
      undo: journal.history.nextUndo?.label ?? null,
      redo: journal.history.nextRedo?.label ?? null,
    }
  }

  const takeIn = (incoming: readonly IncomingRecord[], label: string) =>
    takeInRecords(incoming, { stores: records.stores, journal, label })

  async function flush(): Promise<void> {
    if (readOnly === null) await records.annotations.tidy().catch(() => undefined)
    await files.flush()
  }

  function letGo(): void {
    readOnly = { code: 'NOTEBOOK_READ_ONLY', message: `The notebook is closed: ${folder}` }
    claim.lock?.release()
  }

  return {
    status,

    listAnnotations: (eventId) => annotations.list(eventId),
    getAnnotation: (id) => annotations.get(id),
    createAnnotation: (annotation) => annotations.create(annotation),
    updateAnnotation: (id, change) => annotations.update(id, change),
    updateAnnotations: (ids, change) => annotations.updateMany(ids, change),
    deleteAnnotations: (ids) => annotations.delete(ids),
    restoreWording: (id, replaced) => annotations.restoreWording(id, replaced),

    listTags: () => tags.list(),
    changeTag: (tag, change) => tags.change(tag, change),

    async findNoteLinks(eventId) {
      const links = await views.links.find(eventId)
      return links.flatMap((link) => describeLink(link, records.stores) ?? [])
    },

    listTrash: () => trash.list(),
    restoreFromTrash: (names) => trash.restore(names),
    deleteForGood: (names) => trash.deleteForGood(names),

    marksOf: (eventIds) => views.marks.of(eventIds),
    readMarks: () => markAll(records),

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

    listClaims: () => claims.list(),
    getClaim: (id) => claims.get(id),
    findClaim: (nameOrId) => claims.find(nameOrId),
    createClaim: (name) => claims.create(name),
    updateClaim: (id, change) => claims.update(id, change),
    deleteClaim: (id) => claims.delete(id),
    addEvidence: (id, additions, stance) => claims.addEvidence(id, additions, stance),
    updateEvidence: (id, evidenceId, change) => claims.updateEvidence(id, evidenceId, change),
    removeEvidence: (id, evidenceIds) => claims.removeEvidence(id, evidenceIds),

    peekAnnotations(ids) {
      const known = ids.map((id) => [id, records.annotations.peek(id)] as const)
      return new Map(known.flatMap(([id, annotation]) => (annotation ? [[id, annotation]] : [])))
    },
    takeInAnnotations: (incoming) =>
      takeIn(
        // Those of one document together, so that it is written once.
        incoming
          .toSorted((one, other) => compareText(one.event.date ?? '', other.event.date ?? ''))
          .map((record) => ({ kind: 'annotation', record })),
        stepLabels.takeIn(incoming.length),
      ),
    mergeRecords: (incoming, name) => takeIn(incoming, stepLabels.mergeNotebook(name)),

    async relocateEvents(moves) {
      if (readOnly || moves.length === 0) return { annotations: 0, entries: 0 }
      return await records.relocate(resolveMoves(moves))
    },

    listBackups: () => safety.backups.list(),
    compareBackup: (id) => safety.backups.compare(id),
    restoreBackup: (id, names) => safety.backups.restore(id, names),
    restoreDocument,
    look: (changed) => safety.look(changed),
    copyTo: (into) => files.copyTo(into),

    undo: () => journal.undo(),
    redo: () => journal.redo(),

    retrySave: flush,
    flush,
    async close() {
      await flush()
      letGo()
    },
    abandon: letGo,
  }
}

function refuseWriting({ code, message }: NotebookProblem): NotebookStatus['readOnly'] {
  return { code: code === 'NOTEBOOK_UNREADABLE' ? 'NOTEBOOK_READ_ONLY' : code, message }
}
