import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '#shared/rpc.ts'
import { openQueryIndex } from '../index/query/open-query-index.ts'

if (parentPort === null) throw new Error('The query worker must be started as a worker.')
const port = parentPort
const { indexPath } = workerData as { indexPath: string }

connect(
  {
    post: (message) => {
      port.postMessage(message)
    },
    onMessage: (listener) => {
      port.on('message', listener)
    },
  },
  openQueryIndex(indexPath),
)
