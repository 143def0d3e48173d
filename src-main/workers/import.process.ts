import { constants, setPriority } from 'node:os'
import { encodeError } from '#shared/errors.ts'
import type { ImportOrder, ImportProcessMessage } from '../app/import-process.ts'
import { startImport } from '../index/start-import.ts'

// A process of its own gives all its memory back when it ends, which threads of a process do not.
const port = process.parentPort
// Before there are threads: they take it over. Whoever works with the app goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const abort = new AbortController()

function tell(message: ImportProcessMessage): void {
  port.postMessage(message)
}

async function carryOut({ workerUrl, ...order }: Extract<ImportOrder, { kind: 'start' }>) {
  try {
    const report = await startImport({
      ...order,
      workerUrl: new URL(workerUrl),
      signal: abort.signal,
      onProgress: (progress) => {
        tell({ kind: 'progress', progress })
      },
    })
    tell({ kind: 'done', report })
  } catch (error) {
    tell({ kind: 'failed', error: encodeError(error) })
  }
}

port.on('message', ({ data }) => {
  const order = data as ImportOrder
  if (order.kind === 'cancel') abort.abort()
  else void carryOut(order)
})
