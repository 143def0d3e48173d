import type { EventHit, EventId, EventRow } from '#shared/event.ts'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { SearchAnswer, SearchRequest } from '#shared/search.ts'
import { findMatches } from './find-matches.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { type Needle, listNeedles, makeSnippet } from './make-snippet.ts'

const MAX_HITS = 500

interface HitRow extends EventRow {
  summary: string
  body: string | null
}

/** Answer a search. @param index - `null` while there is none, when nothing is found. */
export function searchEvents(index: IndexSnapshot | null, request: SearchRequest): SearchAnswer {
  const startedMs = performance.now()
  const { query, sort } = request
  const parsed = parseQuery(query)
  const offset = toCount(request.offset)
  const limit = Math.min(Math.max(toCount(request.limit), 1), MAX_HITS)
  const { total, ids } = index
    ? findMatches(index, { query, root: parsed.root, sort, offset, limit })
    : { total: 0, ids: new Float64Array(0) }
  const needles = listNeedles(parsed.root)
  const hits = index ? Array.from(ids, (id) => readHit(index, id, needles)) : []
  return {
    query,
    ...interpretQuery(parsed),
    total,
    hits: hits.filter((hit) => hit !== null),
    durationMs: performance.now() - startedMs,
  }
}

/** Ids of the matches from `offset` on, at most `limit`, in the order asked for. */
export function searchIds(index: IndexSnapshot, request: SearchRequest): EventId[] {
  const { root } = parseQuery(request.query)
  const offset = toCount(request.offset)
  const limit = toCount(request.limit)
  const { ids } = findMatches(index, { ...request, root, offset, limit })
  return Array.from(ids, (id) => readKey(index, id)).filter((key) => key !== null)
}

function readHit(index: IndexSnapshot, id: number, needles: Needle[]): EventHit | null {
  const sql = 'SELECT key AS id, date, title, topic, summary, body FROM event WHERE id = ?'
  const [row] = index.all<HitRow>(sql, id)
  if (!row) return null
  const { summary, body, ...event } = row
  const snippet = makeSnippet(summary, needles) ?? (body && makeSnippet(body, needles))
  return { ...event, snippet: snippet || null }
}

function readKey(index: IndexSnapshot, number: number): EventId | null {
  const [event] = index.all<{ id: EventId }>('SELECT key AS id FROM event WHERE id = ?', number)
  return event?.id ?? null
}

function toCount(number: number): number {
  return Number.isFinite(number) ? Math.max(Math.trunc(number), 0) : Number.MAX_SAFE_INTEGER
}
