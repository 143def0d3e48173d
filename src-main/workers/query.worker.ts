import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '#shared/rpc.ts'
import { IdleWork } from '../index/query/idle-work.ts'
import { openQueryIndex } from '../index/query/open-query-index.ts'
import type { QueryWorkerData } from '../index/query/query-session.ts'
import { readAhead } from '../index/query/read-ahead.ts'
import { Turns } from '../index/query/turns.ts'

const READ_AHEAD_AFTER_MS = 250

if (parentPort === null) throw new Error('The query worker must be started as a worker.')
const port = parentPort
const { indexPath, turns } = workerData as QueryWorkerData

const index = openQueryIndex(indexPath, new Turns(turns))
const idleWork = new IdleWork(() => index.warmUp())

connect(
  {
    post: (message) => {
      port.postMessage(message)
    },
    onMessage: (listener) => {
      port.on('message', (message) => {
        idleWork.postpone()
        listener(message)
      })
    },
  },
  index,
)
idleWork.postpone()
// Who asks a single question, as the command line does, is gone by then.
setTimeout(() => void readAhead(indexPath), READ_AHEAD_AFTER_MS).unref()
