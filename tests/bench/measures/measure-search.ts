import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { EventHit } from '#shared/event.ts'
import type { SearchAnswer } from '#shared/search.ts'
import { type QueryClient, openQueryClient } from '../../../src-main/index/query-client.ts'
import { Random, deriveSeed } from '../archive/random.ts'
import type { Vocabulary } from '../archive/vocabulary.ts'
import { percentile } from '../statistics.ts'
import { BENCH_TAGS, makeMarks } from './make-marks.ts'
import { type MixedQuery, queryMix } from './query-mix.ts'

const HITS = 100
const NAMES_PER_FACET = 12
const ANNOTATIONS = 5000
/** After it was opened, the worker gets ready for the commonest words while nobody asks. */
const WARM_UP_MS = 8000

/** How fast one kind of question is answered. */
export interface SearchFigures {
  kind: string
  queries: number
  /** Matches of the middle query of the kind. */
  medianTotal: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
  worst: { query: string; ms: number }
}

interface Answered extends MixedQuery {
  ms: number
  total: number
}

/**
 * Ask the query worker every question of the mix once, with nothing kept from an earlier asking, and
 * take the time from the call until its first 100 results, its exact total, its histogram and its
 * facets are here. The notebook has 5,000 annotations; the worker was opened eight seconds before.
 *
 * @returns one row a kind, and one for all.
 */
export async function measureSearch(options: {
  indexPath: string
  workerPath: string
  vocabulary: Vocabulary
  seed: number
  /** Whether the archive was generated, so that something is found of every kind. */
  isGenerated: boolean
}): Promise<SearchFigures[]> {
  const { vocabulary, isGenerated } = options
  const client = openQueryClient({
    indexPath: options.indexPath,
    workerUrl: pathToFileURL(options.workerPath),
  })
  try {
    // Starts the worker and brings the table of events into the system's cache.
    const { hits: earliest } = await ask(client, '', 'date-ascending')
    const { hits: latest, events } = await ask(client, '', 'date')
    const random = new Random(deriveSeed(options.seed, 7, 0))
    client.setMarks(makeMarks(await pickEvents(client, events), vocabulary, random))
    const mix = queryMix({
      vocabulary,
      titles: earliest.map((hit) => hit.title).filter((title) => title.includes(' ')),
      years: [yearOf(earliest[0]), yearOf(latest[0])],
      tags: BENCH_TAGS,
      random,
    })
    await setTimeout(WARM_UP_MS)
    const answered: Answered[] = []
    for (const mixed of mix) {
      const startedMs = performance.now()
      const answer = await ask(client, mixed.query, mixed.sort)
      await client.shapeAnswer({ query: mixed.query, limit: NAMES_PER_FACET })
      answered.push({ ...mixed, ms: performance.now() - startedMs, total: answer.events })
    }
    const kinds = [...new Set(answered.map(({ kind }) => kind))].sort()
    return [
      ...kinds.map((kind) =>
        summarise(
          kind,
          answered.filter((one) => one.kind === kind),
          isGenerated,
        ),
      ),
      summarise('all', answered, isGenerated),
    ]
  } finally {
    await client.close()
  }
}

function ask(client: QueryClient, query: string, sort: MixedQuery['sort']): Promise<SearchAnswer> {
  return client.search({ query, sort, isFolded: true, offset: 0, limit: HITS })
}

/** Ids of events from all of the archive. */
async function pickEvents(client: QueryClient, events: number): Promise<string[]> {
  const request = { query: '', sort: 'date' as const, isFolded: false, offset: 0, limit: events }
  const ids = await client.searchIds(request)
  const step = Math.max(1, Math.floor(ids.length / ANNOTATIONS))
  return ids.filter((_, index) => index % step === 0).slice(0, ANNOTATIONS)
}

function yearOf(hit: EventHit | undefined): number {
  return Number(hit?.date?.slice(0, 4))
}

function summarise(kind: string, answered: Answered[], mustFind: boolean): SearchFigures {
  const times = answered.map(({ ms }) => ms)
  const worst = answered.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest))
  const totals = answered.map(({ total }) => total)
  if (mustFind && kind !== 'nothing found' && Math.max(...totals) === 0) {
    throw new Error(`No query of the kind “${kind}” found anything.`)
  }
  return {
    kind,
    queries: answered.length,
    medianTotal: percentile(totals, 0.5),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
    worst: { query: worst.query, ms: worst.ms },
  }
}
