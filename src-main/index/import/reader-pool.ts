import type { Digest, FolderRequest, ReaderRequest } from './messages.ts'
import { packFolders } from './packed-folders.ts'
import type { ReaderClient } from './reader-client.ts'

/** Requests a reading thread may be ahead of what is written, so that memory stays bounded. */
const REQUESTS_AHEAD = 8

/** What one thread made of one request. */
export interface PoolDigest {
  request: FolderRequest[]
  digest: Digest
  /** The thread, from 0. */
  reader: number
}

/** Several reading threads that know the same events. */
export class ReaderPool {
  readonly #readers: readonly ReaderClient[]

  constructor(readers: readonly ReaderClient[]) {
    this.#readers = readers
  }

  /** Tell all of them something. */
  async tell(request: Extract<ReaderRequest, { kind: 'begin' | 'add-events' | 'remove-events' }>) {
    await Promise.all(this.#readers.map((reader) => reader.ask(request)))
  }

  async resolve(links: string[], from: string[]): Promise<number[]> {
    const [first] = this.#readers
    return first ? await first.ask({ kind: 'resolve', links, from }) : []
  }

  /** Have requests carried out side by side. @returns what they give, in their order. */
  async *digest(requests: readonly FolderRequest[][]): AsyncGenerator<PoolDigest, void, undefined> {
    const waiting: (Omit<PoolDigest, 'digest'> & { answer: Promise<Digest> })[] = []
    const upcoming = requests.values()
    let reader = 0
    const askNext = () => {
      const { value: request } = upcoming.next()
      const client = this.#readers[reader]
      if (!request || !client) return
      const answer = client.ask({ kind: 'digest', folders: packFolders(request) })
      // Whoever waits for an answer before this one hears of the failure first.
      answer.catch(() => undefined)
      waiting.push({ request, reader, answer })
      // The pages of one folder are read by one thread.
      if (request.at(-1)?.isLast) reader = (reader + 1) % this.#readers.length
    }
    for (let asked = 0; asked < REQUESTS_AHEAD * this.#readers.length; asked++) askNext()
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const digest = await next.answer
      askNext()
      yield { request: next.request, digest, reader: next.reader }
    }
  }

  /** End the threads. What they were asked and have not answered is never answered. */
  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.close()))
  }
}
