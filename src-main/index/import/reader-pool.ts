import type { Digest, FolderRequest, ReaderRequest } from './messages.ts'
import { packFolders } from './packed-folders.ts'
import type { ReaderClient } from './reader-client.ts'

/** Requests a reading thread may be ahead of what is written, so that memory stays bounded. */
const REQUESTS_AHEAD = 8

/** More threads would wait for the one that writes; fewer pages are read before a second one is up. */
const READERS = 2
const PAGES_WORTH_A_THREAD = 2000

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

  /** Which events report the same, as `groupReports` finds it in what is written. */
  groupReports(indexPath: string): Promise<Uint32Array> {
    const [first] = this.#readers
    if (!first) throw new Error('There is no thread that could group the reports.')
    const groups = first.ask({ kind: 'group-reports', indexPath })
    // Whoever waits for it may have failed for another reason before.
    groups.catch(() => undefined)
    return groups
  }

  /** Have requests carried out side by side. @returns what they give, in their order. */
  async *digest(requests: Iterable<FolderRequest[]>): AsyncGenerator<PoolDigest, void, undefined> {
    const waiting: (Omit<PoolDigest, 'digest'> & { answer: Promise<Digest> })[] = []
    const upcoming = requests[Symbol.iterator]()
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

/** Start as many threads as are worth it. @param pages - How many are to be read. */
export function startReaders(pages: number, start: () => ReaderClient): ReaderPool {
  const count = pages < PAGES_WORTH_A_THREAD ? 1 : READERS
  return new ReaderPool(Array.from({ length: count }, start))
}
