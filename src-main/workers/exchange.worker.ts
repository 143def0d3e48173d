import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '#shared/rpc.ts'
import type { ExchangeCalls } from '../exchange/exchange-client.ts'
import { readAnnotationFile } from '../exchange/read-annotation-file.ts'
import { readNotebook } from '../notebook/take-in/read-notebook.ts'

/** So few that taking them over is soon done, even where each is long. */
const ITEMS_PER_STEP = 50

if (parentPort === null) throw new Error('The exchange worker must be started as a worker.')
const port = parentPort
const { what } = workerData as { what: 'annotations' | 'notebook' }
let items: unknown[] = []

function open(path: string): unknown {
  if (what === 'notebook') {
    const { records, ...about } = readNotebook(path)
    items = records
    return { ...about, total: records.length }
  }
  const { annotations, format } = readAnnotationFile(path)
  items = annotations
  return { format, total: annotations.length }
}

const calls: ExchangeCalls<unknown, unknown> = {
  open,
  next: () => items.splice(0, ITEMS_PER_STEP),
}

connect(
  {
    post: (message) => {
      port.postMessage(message)
    },
    onMessage: (listener) => {
      port.on('message', listener)
    },
  },
  calls,
)
