import { AnnalsError } from '#shared/errors.ts'
import type { RemoteCalls } from '#shared/rpc.ts'
import type { SearchAnswer, SearchRequest } from '#shared/search.ts'
import { type QueryCalls, QuerySession, SessionEnded } from './query/query-session.ts'
import { SearchQueue } from './query/search-queue.ts'

/**
 * The calls of {@link QueryCalls}, answered by a worker.
 *
 * Of `search`, one runs and the newest waits: a search that still waits when one for another query
 * or order is made is refused with SEARCH_SUPERSEDED. Other pages of the same search wait their
 * turn. All other calls are answered in the order they are made.
 *
 * A worker that dies is started anew and the calls it had not answered are made once more.
 *
 * @throws INDEX_UNUSABLE where it dies again; ARCHIVE_NOT_OPEN where the client is closed meanwhile.
 */
export type QueryClient = RemoteCalls<QueryCalls> & {
  /** Stop the worker. Calls that wait are refused. */
  close(): Promise<void>
}

const CALL_NAMES = [
  'searchIds',
  'listYears',
  'listDays',
  'listEntities',
  'listSources',
  'readEvent',
  'copyEvents',
  'resolveLink',
  'report',
  'counts',
] as const satisfies (keyof QueryCalls)[]

/**
 * Ask an index in a worker of its own.
 *
 * @param options.indexPath - Absolute path of the index file, which need not be there yet.
 * @param options.workerUrl - Script of the query worker.
 */
export function openQueryClient(options: { indexPath: string; workerUrl: URL }): QueryClient {
  let session: QuerySession | null = new QuerySession(options)
  let isClosed = false

  function currentSession(): QuerySession {
    if (isClosed) throw new AnnalsError('ARCHIVE_NOT_OPEN', 'The archive was closed.')
    if (session === null || session.hasEnded) session = new QuerySession(options)
    return session
  }

  async function call(name: keyof QueryCalls, args: unknown[]): Promise<unknown> {
    try {
      return await currentSession().call(name, args)
    } catch (error) {
      if (!(error instanceof SessionEnded)) throw error
    }
    try {
      return await currentSession().call(name, args)
    } catch (error) {
      if (!(error instanceof SessionEnded)) throw error
      throw new AnnalsError('INDEX_UNUSABLE', 'The search of the archive stopped twice.', {
        details: { path: options.indexPath, call: name },
        cause: error,
      })
    }
  }

  const queue = new SearchQueue(
    async (request: SearchRequest) => (await call('search', [request])) as SearchAnswer,
  )
  const calls = Object.fromEntries(
    CALL_NAMES.map((name) => [name, (...args: unknown[]) => call(name, args)]),
  ) as Omit<RemoteCalls<QueryCalls>, 'search'>

  return {
    ...calls,
    search: (request) => queue.search(request),
    async close() {
      isClosed = true
      await session?.end()
    },
  }
}
