import { Worker } from 'node:worker_threads'
import { type RemoteCalls, connect } from '#shared/rpc.ts'
import { exchangeUnreadable } from './exchange-unreadable.ts'

/** What reads a file or folder in a thread of its own, and hands over what it holds bit by bit. */
export interface ExchangeCalls<Opened, Item> {
  /** @throws EXCHANGE_UNREADABLE */
  open(path: string): Opened
  /** The next items; an empty list where there are no more. */
  next(): Item[]
}

/** What was read, while its thread is there. */
export interface OpenExchange<Opened, Item> {
  opened: Opened
  items: AsyncGenerator<Item[]>
}

/**
 * Have a file or folder read by a worker, so that nothing here waits for it, and so that what is too
 * much for a thread's memory ends that thread alone.
 *
 * @param options.what - Which of its readers the worker is to be.
 * @param use - Takes what was read; the worker ends with it.
 * @throws EXCHANGE_UNREADABLE
 */
export async function readInWorker<Opened, Item, Result>(
  { workerUrl, what, path }: { workerUrl: URL; what: string; path: string },
  use: (read: OpenExchange<Opened, Item>) => Promise<Result>,
): Promise<Result> {
  const worker = new Worker(workerUrl, { workerData: { what } })
  const ended = new Promise<never>((_resolve, reject) => {
    const fail = (cause: unknown) => {
      reject(exchangeUnreadable(path, 'reading it took too much memory', cause))
    }
    worker.on('error', fail)
    worker.on('exit', fail)
  })
  // Nobody waits for it any more once all is read.
  ended.catch(() => undefined)
  try {
    const remote = connectTo<Opened, Item>(worker)
    const opened = await Promise.race([remote.open(path), ended])
    const items = listItems(() => Promise.race([remote.next(), ended]))
    return await use({ opened: opened, items })
  } finally {
    await worker.terminate()
  }
}

function connectTo<Opened, Item>(worker: Worker): RemoteCalls<ExchangeCalls<Opened, Item>> {
  return connect<ExchangeCalls<Opened, Item>>(
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
}

async function* listItems<Item>(next: () => Promise<Item[]>): AsyncGenerator<Item[]> {
  for (;;) {
    const items = await next()
    if (items.length === 0) return
    yield items
  }
}
