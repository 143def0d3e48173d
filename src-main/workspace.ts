import { basename, resolve } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { ExportDocument, ExportResult, MarkdownExportOptions } from '#shared/export.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import type { SaveState } from '#shared/notebook.ts'
import { AnnotationExchange } from './annotation-exchange.ts'
import {
  type ArchiveFolder,
  fingerprintArchive,
  openArchiveFolder,
} from './archive/open-archive.ts'
import { Claims } from './claims.ts'
import { exportMarkdown } from './export/export-markdown.ts'
import { writeExport } from './export/write-export.ts'
import { chooseNotebook } from './find-notebook.ts'
import { type QueryClient, openQueryClient } from './index/query-client.ts'
import { startImport } from './index/start-import.ts'
import { type LeftBackups, backupFolderOf, indexPathOf } from './move-archive.ts'
import { type Notebook, openNotebook } from './notebook/open-notebook.ts'
import type { Places } from './places.ts'
import { SavedSearches } from './saved-searches.ts'
import { tellMarks } from './tell-marks.ts'

/** Of a greater change, the window is told that it may concern any event. */
const MAX_EVENTS_NAMED = 1000

/** The worker scripts, which lie beside one another in the build and in the sources. */
export interface WorkerUrls {
  importUrl: URL
  queryUrl: URL
  exchangeUrl: URL
}

/** Everything about one open archive: its index, its notebook and what is made of both. */
export interface Workspace {
  readonly archive: { path: string; name: string; fingerprint: string }
  readonly places: Places
  /** Whether it was opened without its folder: nothing can be imported, the rest is as it was. */
  readonly isMissing: boolean
  readonly query: QueryClient
  readonly notebook: Notebook
  readonly savedSearches: SavedSearches
  readonly claims: Claims
  readonly exchange: AnnotationExchange
  /**
   * Bring the index up to date; what the notebook holds of pages that were moved follows them.
   *
   * @param options.acceptLoss - Whether pages that are gone were deleted on purpose, even if they are
   *   most of the archive.
   * @throws ARCHIVE_NOT_FOUND where it was opened without its folder; ARCHIVE_VANISHED, IMPORT_FAILED
   */
  importArchive(options: {
    acceptLoss: boolean
    onProgress(progress: ImportProgress): void
    signal: AbortSignal
  }): Promise<ImportReport>
  previewExport(collectionId: string, options: MarkdownExportOptions): Promise<ExportDocument[]>
  /** @param target - Absolute path of the file or folder to write. @throws EXPORT_* */
  writeExport(
    collectionId: string,
    options: MarkdownExportOptions,
    target: string,
    replace: boolean,
  ): Promise<ExportResult>
  /**
   * Save what is pending and let go of the notebook and the index.
   *
   * @param options.isSavedElsewhere - Whether all of the notebook is safe in another folder, so that
   *   it may be let go of although it cannot be saved where it is.
   * @throws NOTEBOOK_NOT_SAVED - Everything stays open and usable then.
   */
  close(options?: { isSavedElsewhere: boolean }): Promise<void>
}

export interface WorkspaceOptions {
  places: Places
  /** `null` takes the remembered or the usual place. */
  notebookFolder: string | null
  /** Where the notebook of an archive was last, by its path; `null` where it is in its usual place. */
  notebookOf?: (archivePath: string) => string | null
  workers: WorkerUrls
  /** Open the notebook of an archive whose folder is not there, and the index where there is one. */
  isMissing?: boolean
  /** Backups of the notebook that could not follow it to where the archive is now. */
  leftBackups?: LeftBackups | null
  /** What imports; without it, threads of this process do. */
  runImport?: typeof startImport
  onSaveState?: (state: SaveState) => void
  /** @param eventIds - Events whose annotations or marks may have changed; `null`: those of any. */
  onNotebookChange?: (eventIds: EventId[] | null) => void
}

/**
 * Open an archive folder with its index and notebook. Nothing is imported yet.
 *
 * @throws ARCHIVE_*; NOTEBOOK_NOT_FOUND where the archive is missing and has no notebook
 */
export async function openWorkspace(folder: string, options: WorkspaceOptions): Promise<Workspace> {
  const { places, workers, isMissing = false, runImport = startImport } = options
  const { root, name, fingerprint } = isMissing
    ? describeMissing(folder)
    : await openArchiveFolder(folder)
  const archive = { path: root, name, fingerprint }
  const indexPath = indexPathOf(places, fingerprint)
  const { folder: notebookFolder, lostFolder } = chooseNotebook(places, archive, {
    named: options.notebookFolder,
    remembered: options.notebookOf?.(root) ?? null,
    isMissing,
  })
  // The worker starts while the notebook is read, and is told of it then.
  let notebookToSearch: Notebook | null = null
  const query = openQueryClient({
    indexPath,
    workerUrl: workers.queryUrl,
    readMarks: () => notebookToSearch?.readMarks() ?? null,
  })
  const notebook = await openNotebook({
    folder: notebookFolder,
    backupFolder: backupFolderOf(places, notebookFolder, fingerprint),
    archive,
    isArchiveMissing: isMissing,
    lostFolder,
    leftBackups: options.leftBackups ?? null,
    onChange: (change, eventIds) => {
      query.setMarks(change)
      if (eventIds === null) return
      options.onNotebookChange?.(eventIds.size > MAX_EVENTS_NAMED ? null : [...eventIds])
    },
    ...(options.onSaveState && { onSaveState: options.onSaveState }),
  }).catch(async (error: unknown) => {
    await query.close()
    throw error
  })
  notebookToSearch = notebook
  await tellMarks(notebook.readMarksInParts(), (marks) => {
    query.setMarks(marks)
  })

  async function importArchive(
    importOptions: Parameters<Workspace['importArchive']>[0],
  ): Promise<ImportReport> {
    if (isMissing) {
      const message = `The archive is not there, so that nothing can be read: ${root}`
      throw new AnnalsError('ARCHIVE_NOT_FOUND', message, { details: { path: root } })
    }
    const report = await runImport({
      root,
      indexPath,
      workerUrl: workers.importUrl,
      ...importOptions,
    })
    if (!report.cancelled) await followMoves(query, notebook)
    return report
  }

  async function previewExport(collectionId: string, exportOptions: MarkdownExportOptions) {
    const collection = notebook.getCollection(collectionId)
    const ids = collection.entries.map((entry) => entry.event.id)
    const events = new Map(
      await Promise.all(ids.map(async (id) => [id, await readEventOrNull(query, id)] as const)),
    )
    const annotations = ids.flatMap((id) => notebook.listAnnotations(id))
    return exportMarkdown({ collection, events, annotations, archiveName: name }, exportOptions)
  }

  return {
    archive,
    places,
    isMissing,
    query,
    notebook,
    savedSearches: new SavedSearches(query, notebook),
    claims: new Claims(query, notebook, archive),
    exchange: new AnnotationExchange({ query, notebook, archive, workerUrl: workers.exchangeUrl }),
    importArchive,
    previewExport,
    async writeExport(collectionId, exportOptions, target, replace) {
      const documents = await previewExport(collectionId, exportOptions)
      const { files } = await writeExport(
        documents,
        { path: target, layout: exportOptions.layout },
        { replace, archiveRoot: root },
      )
      return { files, entries: notebook.getCollection(collectionId).entries.length }
    },
    async close({ isSavedElsewhere } = { isSavedElsewhere: false }) {
      if (isSavedElsewhere) notebook.abandon()
      else await notebook.close()
      await query.close()
    },
  }
}

/** Give what the notebook holds of moved events their new ids. Doing it again changes nothing. */
async function followMoves(query: QueryClient, notebook: Notebook): Promise<void> {
  const moves = await query.listMoves()
  if (moves.length === 0) return
  const copies = await query.copyEvents(moves.map(({ to }) => to))
  const targets = new Map(copies.map((copy) => [copy.id, copy]))
  const known = moves.flatMap(({ from, to }) => {
    const target = targets.get(to)
    return target ? [{ from, to: target }] : []
  })
  await notebook.relocateEvents(known).catch((error: unknown) => {
    // The notebook knows by then, says that it is not saved, and tries again.
    const isNotSaved = error instanceof AnnalsError && error.code === 'NOTEBOOK_NOT_SAVED'
    if (!isNotSaved) throw error
  })
}

async function readEventOrNull(query: QueryClient, id: EventId) {
  try {
    return await query.readEvent(id)
  } catch (error) {
    if (error instanceof AnnalsError && error.code === 'EVENT_NOT_FOUND') return null
    throw error
  }
}

/** An archive by where it was. */
function describeMissing(folder: string): ArchiveFolder {
  const root = resolve(folder)
  return { root, name: basename(root) || root, fingerprint: fingerprintArchive(root) }
}
