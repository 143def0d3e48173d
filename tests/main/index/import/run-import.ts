import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import { startImport } from '../../../../src-main/index/start-import.ts'
import { makeFolder } from '../../archive/temporary-archive.ts'

export const WORKER_URL = new URL('../../../../src-main/workers/import.worker.ts', import.meta.url)

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
