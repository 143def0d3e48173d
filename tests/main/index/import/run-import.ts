import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import { isIndexPath, withoutPageExtension } from '../../../../src-main/archive/archive-path.ts'
import { fingerprintArchive } from '../../../../src-main/archive/open-archive.ts'
import { readPathDate } from '../../../../src-main/archive/page-date.ts'
import { walkArchive } from '../../../../src-main/archive/walk-archive.ts'
import { importArchive } from '../../../../src-main/index/import/import-archive.ts'
import { ReaderClient } from '../../../../src-main/index/import/reader-client.ts'
import { startImport } from '../../../../src-main/index/start-import.ts'
import { makeFolder } from '../../archive/temporary-archive.ts'

export const WORKER_URL = new URL('../../../../src-main/workers/import.worker.ts', import.meta.url)
const PARSE_WORKER_URL = new URL('./parse.worker.ts', WORKER_URL)

/** Where an index may be made that is gone when the test ends. */
export function placeIndex(): string {
  return join(makeFolder(), 'index.sqlite')
}

/** Import in the real threads. */
export function runImport(
  root: string,
  indexPath: string,
  options: {
    acceptLoss?: boolean
    onProgress?: (progress: ImportProgress) => void
    signal?: AbortSignal
  } = {},
): Promise<ImportReport> {
  return startImport({
    root,
    indexPath,
    workerUrl: WORKER_URL,
    acceptLoss: options.acceptLoss ?? false,
    onProgress: options.onProgress ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
  })
}

/** How an import ends before its time. */
export interface Interruption {
  /** How often it may ask before that whether it is cancelled. */
  after: number
  /** Whether it dies there, as when it is killed, rather than ends what it is at. */
  isKilled: boolean
}

/** Import in this thread, up to some place. */
export async function interruptImport(
  root: string,
  indexPath: string,
  { after, isKilled }: Interruption,
): Promise<void> {
  let asked = 0
  const isCancelled = () => {
    if (asked++ < after) return false
    if (isKilled) throw new Error('Killed')
    return true
  }
  const finder = { walkArchive, isIndexPath, withoutPageExtension, readPathDate }
  const startReader = () => new ReaderClient(new Worker(PARSE_WORKER_URL))
  const fingerprint = fingerprintArchive(root)
  const order = { root, indexPath, fingerprint, finder, startReader, acceptLoss: false }
  try {
    await importArchive({ ...order, isCancelled, onProgress: () => undefined })
  } catch (error) {
    if (!isKilled || !(error instanceof Error) || error.message !== 'Killed') throw error
  }
}

/** Ask an index something. */
export function query<Row>(indexPath: string, sql: string, ...values: (string | number)[]): Row[] {
  const database = new DatabaseSync(indexPath, { readOnly: true })
  try {
    return database
      .prepare(sql)
      .all(...values)
      .map((row) => ({ ...row })) as Row[]
  } finally {
    database.close()
  }
}
