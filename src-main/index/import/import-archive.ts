import type { ImportProgress, ImportReport } from '#shared/import.ts'
import { isDamage, openIndexForWriting, setIndexAside } from '../open-index.ts'
import type { ArchiveFinder } from './archive-port.ts'
import { lockImport } from './import-lock.ts'
import { ProgressReporter } from './import-progress.ts'
import { runImport } from './import-run.ts'
import type { ReaderClient } from './reader-client.ts'

/** What an import needs. */
export interface ImportOptions {
  /** Absolute real path of the archive. */
  root: string
  fingerprint: string
  /** Absolute path of the index. */
  indexPath: string
  finder: ArchiveFinder
  /** Starts the reading thread, where there is something to read. */
  startReader: () => ReaderClient
  /** Whether pages that are gone were deleted on purpose, even if they are most of the archive. */
  acceptLoss: boolean
  /** Asked again and again; once it says yes the import ends early and what it did stays. */
  isCancelled: () => boolean
  onProgress: (progress: ImportProgress) => void
}

/**
 * Bring the index of an archive up to date. Synchronous for long stretches: for a worker.
 *
 * An index that turns out to be damaged is made anew. An import that was stopped or killed goes
 * on where it was.
 *
 * @throws ARCHIVE_VANISHED, IMPORT_RUNNING, INDEX_UNUSABLE
 */
export async function importArchive(options: ImportOptions): Promise<ImportReport> {
  const unlock = lockImport(options.indexPath)
  const progress = new ProgressReporter(options.onProgress)
  try {
    return await importOnce(options, progress)
  } catch (error) {
    if (!isDamage(error)) throw error
    setIndexAside(options.indexPath)
    return await importOnce(options, progress)
  } finally {
    unlock()
  }
}

async function importOnce(
  options: ImportOptions,
  progress: ProgressReporter,
): Promise<ImportReport> {
  const database = openIndexForWriting(options.indexPath)
  try {
    return await runImport(database, options, progress)
  } finally {
    database.close()
  }
}
