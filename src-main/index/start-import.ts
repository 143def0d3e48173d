import { Worker } from 'node:worker_threads'
import { AnnalsError, decodeError } from '#shared/errors.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import {
  type ImportMessage,
  type ImportWorkerData,
  THREAD_LIMITS,
} from './import/worker-messages.ts'

/** An import to start. */
export interface StartImportOptions {
  /** Absolute real path of the archive. */
  root: string
  /** Absolute path of the index. */
  indexPath: string
  /** The script of the import worker; that of the parse worker lies beside it. */
  workerUrl: URL
  /** Whether pages that are gone were deleted on purpose, even if they are most of the archive. */
  acceptLoss: boolean
  /** Called at most ten times a second, and with every new phase. */
  onProgress: (progress: ImportProgress) => void
  /** Stops the import; what it has read stays usable and the report says `cancelled`. */
  signal: AbortSignal
}

/**
 * Bring the index of an archive up to date in threads of its own.
 *
 * @throws ARCHIVE_VANISHED, IMPORT_RUNNING, INDEX_UNUSABLE, and IMPORT_FAILED where a thread died
 */
export function startImport(options: StartImportOptions): Promise<ImportReport> {
  const { root, indexPath, workerUrl, acceptLoss, onProgress, signal } = options
  const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const parseWorkerUrl = workerUrl.href.replace(/import(\.worker\.[a-z]+)$/u, 'parse$1')
  const workerData: ImportWorkerData = { root, indexPath, parseWorkerUrl, acceptLoss, cancelled }
  const cancel = () => {
    Atomics.store(new Int32Array(cancelled), 0, 1)
  }
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)

  return new Promise<ImportReport>((resolve, reject) => {
    const worker = new Worker(workerUrl, { workerData, resourceLimits: THREAD_LIMITS })
    worker.on('message', (message: ImportMessage) => {
      if (message.kind === 'progress') onProgress(message.progress)
      else if (message.kind === 'done') resolve(message.report)
      else reject(toFailure(decodeError(message.error)))
    })
    worker.on('error', (error) => {
      reject(toFailure(error))
    })
    worker.on('exit', (code) => {
      // After the report this changes nothing.
      reject(toFailure(new Error(`The import worker ended with code ${code}`)))
    })
  }).finally(() => {
    signal.removeEventListener('abort', cancel)
  })
}

function toFailure(cause: unknown): Error {
  if (cause instanceof AnnalsError) return cause
  const details = {
    reason: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  }
  return new AnnalsError('IMPORT_FAILED', 'The import ended unexpectedly.', { details, cause })
}
