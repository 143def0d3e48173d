import { AnnalsError } from '#shared/errors.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { RemoteCalls } from '#shared/rpc.ts'
import type {
  AnnotationSearchRequest,
  AnswerShape,
  SearchAnswer,
  SearchRequest,
  ShapeRequest,
} from '#shared/search.ts'
import type { FoundAnnotations } from './query/annotations/search-annotations.ts'
import { type QueryCalls, QuerySession, SessionEnded } from './query/query-session.ts'
import { SearchQueue } from './query/search-queue.ts'
import { Turns } from './query/turns.ts'

type QueuedCall = 'search' | 'shapeAnswer' | 'searchAnnotations' | 'setMarks'

/**
 * The calls of {@link QueryCalls}, answered by a worker.
 *
 * Searches and shapes queue as `SearchQueue` says: those that can no longer matter are refused with
 * SEARCH_SUPERSEDED, also while they run. Other pages of the same search wait their turn. All other
 * calls are answered in the order they are made.
 *
 * A worker that dies is started anew and the calls it had not answered are made once more.
 *
 * @throws INDEX_UNUSABLE where it dies again; ARCHIVE_NOT_OPEN where the client is closed meanwhile.
 */
export type QueryClient = Omit<RemoteCalls<QueryCalls>, QueuedCall> & {
  /** @throws SEARCH_SUPERSEDED where a newer search took its place */
  search(request: SearchRequest): Promise<SearchAnswer>
  /** @throws SEARCH_SUPERSEDED where a newer shape, or a search for another query, took its place */
  shapeAnswer(request: ShapeRequest): Promise<AnswerShape>
  /** @throws SEARCH_SUPERSEDED where a newer one for something else took its place */
  searchAnnotations(request: AnnotationSearchRequest): Promise<FoundAnnotations>
  /** Tell what of the notebook has changed. Calls that are made later know of it. */
  setMarks(marks: NotebookMarks): void
  /** Stop the worker. Calls that wait are refused. */
  close(): Promise<void>
}

const CALL_NAMES = [
  'suggest',
  'searchIds',
  'listFound',
  'versionsOf',
  'fingerprint',
  'listChanges',
  'listMoves',
  'listYears',
  'listDays',
  'listEntities',
  'listSources',
  'readEvent',
  'listAnchors',
  'searchAnnotationIds',
  'suggestLinks',
  'copyEvents',
  'citationsOf',
  'findEventsBySource',
  'placeQuotes',
  'countPositions',
  'resolveLink',
  'report',
  'counts',
] as const satisfies Exclude<keyof QueryCalls, QueuedCall>[]

/**
 * Ask an index in a worker of its own.
 *
 * @param options.indexPath - Absolute path of the index file, which need not be there yet.
 * @param options.workerUrl - Script of the query worker.
 * @param options.readMarks - All that the notebook holds, told to every worker that is started;
 *   `null` or left out where there is no notebook.
 */
export function openQueryClient(options: {
  indexPath: string
  workerUrl: URL
  readMarks?: () => NotebookMarks | null
}): QueryClient {
  const { indexPath, workerUrl, readMarks } = options
  const turns = new Turns()
  let session: QuerySession | null = null
  let isClosed = false
  /** The last search for annotations, whatever page of it. */
  let annotationsAsked: string | null = null

  function currentSession(): QuerySession {
    if (isClosed) throw new AnnalsError('ARCHIVE_NOT_OPEN', 'The archive was closed.')
    if (session === null || session.hasEnded) {
      session = new QuerySession(workerUrl, { indexPath, turns: turns.memory })
      const marks = readMarks?.() ?? null
      if (marks) tell(session, marks)
    }
    return session
  }

  /** A worker that ends before it has heard of it is followed by one that is told all. */
  function tell(to: QuerySession, marks: NotebookMarks): void {
    to.call('setMarks', [marks]).catch((error: unknown) => {
      if (!(error instanceof SessionEnded)) throw error
    })
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
        details: { path: indexPath, call: name },
        cause: error,
      })
    }
  }

  // It takes a moment to start, and will be asked soon.
  currentSession()
  const queue = new SearchQueue(
    {
      search: async (...args) => (await call('search', args)) as SearchAnswer,
      shapeAnswer: async (...args) => (await call('shapeAnswer', args)) as AnswerShape,
    },
    turns,
  )
  const calls = Object.fromEntries(
    CALL_NAMES.map((name) => [name, (...args: unknown[]) => call(name, args)]),
  ) as Omit<RemoteCalls<QueryCalls>, QueuedCall>

  return {
    ...calls,
    search: (request) => queue.search(request),
    shapeAnswer: (request) => queue.shapeAnswer(request),
    async searchAnnotations(request) {
      const asked = JSON.stringify([request.query, request.status, request.sort])
      if (asked !== annotationsAsked) turns.raise('annotations')
      annotationsAsked = asked
      const turn = turns.current('annotations')
      return (await call('searchAnnotations', [request, turn])) as FoundAnnotations
    },
    setMarks(marks) {
      if (session && !session.hasEnded && !isClosed) tell(session, marks)
    },
    async close() {
      isClosed = true
      await session?.end()
    },
  }
}
