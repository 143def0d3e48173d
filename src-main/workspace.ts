import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { ExportDocument, ExportResult, MarkdownExportOptions } from '#shared/export.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import type { SaveState } from '#shared/notebook.ts'
import { openArchiveFolder } from './archive/open-archive.ts'
import { exportMarkdown } from './export/export-markdown.ts'
import { writeExport } from './export/write-export.ts'
import { type QueryClient, openQueryClient } from './index/query-client.ts'
import { startImport } from './index/start-import.ts'
import { type Notebook, openNotebook } from './notebook/open-notebook.ts'
import type { Places } from './places.ts'
import { SavedSearches } from './saved-searches.ts'

/** Of a greater change, the window is told that it may concern any event. */
const MAX_EVENTS_NAMED = 1000

/** The worker scripts, which lie beside one another in the build and in the sources. */
export interface WorkerUrls {
  importUrl: URL
  queryUrl: URL
}

/** Everything about one open archive: its index, its notebook and what is made of both. */
export interface Workspace {
  readonly archive: { path: string; name: string; fingerprint: string }
  readonly query: QueryClient
  readonly notebook: Notebook
  readonly savedSearches: SavedSearches
  /**
   * Bring the index up to date; what the notebook holds of pages that were moved follows them.
   *
   * @param options.acceptLoss - Whether pages that are gone were deleted on purpose, even if they are
   *   most of the archive.
   * @throws ARCHIVE_VANISHED, IMPORT_FAILED
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
   * @throws NOTEBOOK_NOT_SAVED - Everything stays open and usable then.
   */
  close(): Promise<void>
}

/**
 * Open an archive folder with its index and notebook. Nothing is imported yet.
 *
 * @param options.notebookFolder - `null` takes the archive's usual place.
 * @throws ARCHIVE_*
 */
export async function openWorkspace(
  folder: string,
  options: {
    places: Places
    notebookFolder: string | null
    workers: WorkerUrls
    /** What imports; without it, threads of this process do. */
    runImport?: typeof startImport
    onSaveState?: (state: SaveState) => void
    /** @param eventIds - Events whose annotations or marks may have changed; `null`: those of any. */
    onNotebookChange?: (eventIds: EventId[] | null) => void
  },
): Promise<Workspace> {
  const { root, name, fingerprint } = await openArchiveFolder(folder)
  const archive = { path: root, name, fingerprint }
  const { places, workers, runImport = startImport } = options
  const indexPath = join(places.indexFolder, `${fingerprint}.sqlite`)
  const notebookFolder = options.notebookFolder ?? usualNotebookFolder(places, archive)
  // The worker starts while the notebook is read, and is told of it then.
  let notebookToSearch: Notebook | null = null
  const query = openQueryClient({
    indexPath,
    workerUrl: workers.queryUrl,
    readMarks: () => notebookToSearch?.readMarks() ?? null,
  })
  const notebook = await openNotebook({
    folder: notebookFolder,
    backupFolder: join(places.backupsFolder, `${basename(notebookFolder)}-${fingerprint}`),
    archive,
    onChange: (change, eventIds) => {
      query.setMarks(change)
      options.onNotebookChange?.(eventIds.length > MAX_EVENTS_NAMED ? null : eventIds)
    },
    ...(options.onSaveState && { onSaveState: options.onSaveState }),
  }).catch(async (error: unknown) => {
    await query.close()
    throw error
  })
  notebookToSearch = notebook
  query.setMarks(notebook.readMarks())

  async function importArchive(
    importOptions: Parameters<Workspace['importArchive']>[0],
  ): Promise<ImportReport> {
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
    query,
    notebook,
    savedSearches: new SavedSearches(query, notebook),
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
    async close() {
      await notebook.close()
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

/**
 * `<notebooks>/<archive name>`, unless that holds the notebook of another archive that is still
 * there. An archive that was moved finds its notebook again by its name.
 */
function usualNotebookFolder(
  places: Places,
  archive: { name: string; fingerprint: string },
): string {
  const folder = join(places.notebooksFolder, archive.name)
  const owner = notebookOwner(folder)
  const isOurs =
    owner === null || owner.fingerprint === archive.fingerprint || !existsSync(owner.path)
  return isOurs ? folder : `${folder}-${archive.fingerprint.slice(0, 6)}`
}

function notebookOwner(folder: string): { path: string; fingerprint: string } | null {
  try {
    const document = JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8')) as {
      data?: { archive?: { path: string; fingerprint: string } }
    }
    return document.data?.archive ?? null
  } catch {
    return null
  }
}
