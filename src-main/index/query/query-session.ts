import { Worker } from 'node:worker_threads'
import { type RemoteCalls, connect } from '#shared/rpc.ts'
import type { QueryIndex } from './query-index.ts'

export type QueryCalls = Omit<QueryIndex, 'close' | 'warmUp'>

/** What a query worker is started with. */
export interface QueryWorkerData {
  indexPath: string
  /** Memory of `Turns`. */
  turns: SharedArrayBuffer
}

/** Lists of many row ids come and go; a larger nursery for them would only fill up. */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 8 } as const

/** A call that the worker will not answer because it is gone. */
export class SessionEnded extends Error {}

/** One life of a query worker. */
export class QuerySession {
  readonly #worker: Worker
  readonly #remote: RemoteCalls<QueryCalls>
  readonly #waiting = new Set<(reason: SessionEnded) => void>()
  #hasEnded = false

  constructor(workerUrl: URL, workerData: QueryWorkerData) {
    const worker = new Worker(workerUrl, { workerData, resourceLimits: THREAD_LIMITS })
    this.#worker = worker
    this.#remote = connect<QueryCalls>(
      {
        post: (message) => {
          worker.postMessage(message)
        },
        onMessage: (listener) => {
          worker.on('message', listener)
        },
      },
      {},
    )
    worker.on('error', (error) => {
      this.#finish(error)
    })
    worker.on('exit', (code) => {
      this.#finish(code)
    })
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** @throws SessionEnded where the worker is gone before it has answered. */
  async call(name: keyof QueryCalls, args: unknown[]): Promise<unknown> {
    if (this.#hasEnded) throw new SessionEnded('The query worker has ended.')
    const remote = this.#remote[name] as (...values: unknown[]) => Promise<unknown>
    return await new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      remote(...args)
        .finally(() => this.#waiting.delete(reject))
        .then(resolve, reject)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #finish(cause: unknown): void {
    this.#hasEnded = true
    for (const reject of this.#waiting) {
      reject(new SessionEnded('The query worker ended before it answered.', { cause }))
    }
    this.#waiting.clear()
  }
}
