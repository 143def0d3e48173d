import { parentPort, workerData, Worker } from 'node:worker_threads'
import { encodeError } from '#shared/errors.ts'
import { isIndexPath, withoutPageExtension } from '../archive/archive-path.ts'
import { fingerprintArchive } from '../archive/open-archive.ts'
import { readPathDate } from '../archive/page-date.ts'
import { walkArchive } from '../archive/walk-archive.ts'
import { importArchive } from '../index/import/import-archive.ts'
import { ReaderClient } from '../index/import/reader-client.ts'
import {
  type ImportMessage,
  type ImportWorkerData,
  THREAD_LIMITS,
} from '../index/import/worker-messages.ts'

const { root, indexPath, parseWorkerUrl, acceptLoss, cancelled } = workerData as ImportWorkerData
const flag = new Int32Array(cancelled)

function tell(message: ImportMessage): void {
  parentPort?.postMessage(message)
}

try {
  const report = await importArchive({
    root,
    indexPath,
    fingerprint: fingerprintArchive(root),
    finder: { walkArchive, isIndexPath, withoutPageExtension, readPathDate },
    startReader: () =>
      new ReaderClient(new Worker(new URL(parseWorkerUrl), { resourceLimits: THREAD_LIMITS })),
    acceptLoss,
    isCancelled: () => Atomics.load(flag, 0) !== 0,
    onProgress: (progress) => {
      tell({ kind: 'progress', progress })
    },
  })
  tell({ kind: 'done', report })
} catch (error) {
  tell({ kind: 'failed', error: encodeError(error) })
}
