import { pathToFileURL } from 'node:url'
import type { EventHit } from '#shared/event.ts'
import { openQueryClient } from '../../../src-main/index/query-client.ts'
import { Random, deriveSeed } from '../archive/random.ts'
import { makeVocabulary } from '../archive/vocabulary.ts'
import { percentile } from '../statistics.ts'
import { type MixedQuery, queryMix } from './query-mix.ts'

const HITS = 100

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
 * take the time from the call until its first 100 results are here.
 *
 * @returns one row a kind, and one for all.
 */
export async function measureSearch(options: {
  indexPath: string
  workerPath: string
  seed: number
}): Promise<SearchFigures[]> {
  const client = openQueryClient({
    indexPath: options.indexPath,
    workerUrl: pathToFileURL(options.workerPath),
  })
  try {
    const ask = (query: string, sort: MixedQuery['sort']) =>
      client.search({ query, sort, offset: 0, limit: HITS })
    // Starts the worker and brings the table of events into the system's cache.
    const { hits: earliest } = await ask('', 'date-ascending')
    const { hits: latest } = await ask('', 'date')
    const mix = queryMix({
      vocabulary: makeVocabulary(options.seed),
      titles: earliest.map((hit) => hit.title).filter((title) => title.includes(' ')),
      years: [yearOf(earliest[0]), yearOf(latest[0])],
      random: new Random(deriveSeed(options.seed, 7, 0)),
    })
    const answered: Answered[] = []
    for (const mixed of mix) {
      const startedMs = performance.now()
      const answer = await ask(mixed.query, mixed.sort)
      answered.push({ ...mixed, ms: performance.now() - startedMs, total: answer.total })
    }
    const kinds = [...new Set(answered.map(({ kind }) => kind))].sort()
    return [
      ...kinds.map((kind) =>
        summarise(
          kind,
          answered.filter((one) => one.kind === kind),
        ),
      ),
      summarise('all', answered),
    ]
  } finally {
    await client.close()
  }
}

function yearOf(hit: EventHit | undefined): number {
  return Number(hit?.date?.slice(0, 4))
}

function summarise(kind: string, answered: Answered[]): SearchFigures {
  const times = answered.map(({ ms }) => ms)
  const worst = answered.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest))
  const totals = answered.map(({ total }) => total)
  if (kind !== 'nothing found' && Math.max(...totals) === 0) {
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
