import type { DocumentRestoration } from '#shared/backup.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { NotebookProblem, NotebookStatus, SaveState } from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import { annotationActions } from './annotation-actions.ts'
import { Annotations } from './annotations.ts'
import { holdNotebook } from './hold-notebook.ts'
import { claimActions } from './claim-actions.ts'
import { Claims } from './claims.ts'
import { collectionActions } from './collection-actions.ts'
import { Collections } from './collections.ts'
import { NOTEBOOK_FORMAT } from './document-formats.ts'
import { resolveMoves } from './event-moves.ts'
import { IDENTITY_NAME } from './layout.ts'
import { markAll, markInParts } from './mark-changes.ts'
import { describeLink } from './note-links/describe-link.ts'
import type { Notebook } from './notebook.ts'
import { NotebookFiles } from './notebook-files.ts'
import { identifyNotebook } from './notebook-identity.ts'
import { describeLeft, describeLost, describeUnreadable } from './notebook-problem.ts'
import { makeNotebookRecords } from './notebook-records.ts'
import { NotebookSafety } from './notebook-safety.ts'
import { replaceDamaged } from './recover-document.ts'
import { SaveMonitor } from './save-monitor.ts'
import { savedSearchActions } from './saved-search-actions.ts'
import { SavedSearches } from './saved-searches.ts'
import { tagActions } from './tag-actions.ts'
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
  /** Earlier backups that are elsewhere, absolute path, and why; they are named as a problem. */
  leftBackups?: { path: string; reason: string } | null
  now?: () => Date
  /**
   * Something in the notebook changed, also by undoing, by moved events or by another program.
   *
   * @param change - The annotations, collections and claims that are not as they were told last; empty
   * where saved searches alone changed, or what is wrong with a document.
   * @param eventIds - Events whose annotations or marks changed; `null` where more of the same change
   * follows, which will name them.
   */
  onChange?: (change: NotebookMarks, eventIds: ReadonlySet<EventId> | null) => void
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
  const hold = await holdNotebook(options)
  let { readOnly } = hold

  const records = makeNotebookRecords({
    files,
    now,
    readOnly: () => readOnly,
    onChange: (change, eventIds) => options.onChange?.(change, eventIds),
  })
  const { journal, views } = records
  const { turns } = journal
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
    if (hold.readOnly) throw new AnnalsError(hold.readOnly.code, hold.readOnly.message)
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
        ...(options.leftBackups ? [describeLeft(options.leftBackups)] : []),
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
    await turns.free
    if (readOnly === null) await records.annotations.tidy().catch(() => undefined)
    await files.flush()
  }

  function letGo(): void {
    readOnly = { code: 'NOTEBOOK_READ_ONLY', message: `The notebook is closed: ${folder}` }
    hold.lock?.release()
  }

  return {
    status,
    ...annotationActions(annotations, turns),
    ...tagActions(tags, turns),
    ...collectionActions(collections, turns),
    ...savedSearchActions(savedSearches, turns),
    ...claimActions(claims, turns),

    async findNoteLinks(eventId) {
      const links = await views.links.find(eventId)
      return links.flatMap((link) => describeLink(link, records.stores) ?? [])
    },

    listTrash: () => trash.list(),
    restoreFromTrash: (names) => turns.take(() => trash.restore(names)),
    deleteForGood: (names) => turns.take(() => trash.deleteForGood(names)),

    marksOf: (eventIds) => views.marks.of(eventIds),
    readMarks: () => markAll(records),
    readMarksInParts: () => markInParts(records),

    takeInAnnotations: (incoming) =>
      takeIn(
        incoming.map((record) => ({ kind: 'annotation', record })),
        stepLabels.takeIn(incoming.length),
      ),
    mergeRecords: (incoming, name) => takeIn(incoming, stepLabels.mergeNotebook(name)),

    relocateEvents: (moves) =>
      turns.take(async () => {
        if (readOnly || moves.length === 0) return { annotations: 0, entries: 0 }
        return await records.relocate(resolveMoves(moves))
      }),

    listBackups: () => safety.backups.list(),
    compareBackup: (id) => safety.backups.compare(id),
    restoreBackup: (id, names) => turns.take(() => safety.backups.restore(id, names)),
    restoreDocument,
    look: (changed) => safety.look(changed),
    copyTo: (into) => turns.take(() => files.copyTo(into)),

    undo: () => turns.take(() => journal.undo()),
    redo: () => turns.take(() => journal.redo()),

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
  const isKnown = code === 'NOTEBOOK_DAMAGED' || code === 'NOTEBOOK_NEWER'
  return { code: isKnown ? code : 'NOTEBOOK_READ_ONLY', message }
}
