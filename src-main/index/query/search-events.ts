import type { EventHit, EventId, EventRow } from '#shared/event.ts'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { ParsedQuery } from '#shared/search-query/query-tree.ts'
import type { SearchAnswer, SearchRequest } from '#shared/search.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { findAnswer } from './find-answer.ts'
import { findRows } from './find-rows.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { type Needle, listNeedles, makeSnippet } from './make-snippet.ts'
import type { QueryContext } from './query-context.ts'

const MAX_HITS = 500

interface HitRow extends EventRow {
  summary: string
  body: string | null
}

/** Answer a search. */
export function searchEvents(context: QueryContext, request: SearchRequest): SearchAnswer {
  const startedMs = performance.now()
  const answer = findAnswer(context, request.query)
  const { parsed } = answer
  const sort = parsed.sort?.sort ?? request.sort
  const rows = findRows(context, answer, sort, request.isFolded)
  const limit = Math.min(Math.max(toCount(request.limit), 1), MAX_HITS)
  const needles = listNeedles(parsed.root)
  const hits = Array.from(rows.list(toCount(request.offset), limit), (ordinal) => {
    const hit = readHit(context.index, ordinal, needles)
    const copies = rows.copiesOf(ordinal).flatMap((copy) => readRow(context.index, copy))
    return hit && { ...hit, copies }
  })
  return {
    ...describe(parsed, request),
    total: rows.total,
    events: answer.count,
    hits: hits.filter((hit) => hit !== null),
    durationMs: performance.now() - startedMs,
  }
}

/** The answer while there is no index, when nothing is found. */
export function searchNothing(request: SearchRequest): SearchAnswer {
  const parsed = parseQuery(request.query)
  return { ...describe(parsed, request), total: 0, events: 0, hits: [], durationMs: 0 }
}

/** Ids of the matches from `offset` on, at most `limit`, in the order asked for, not folded. */
export function searchIds(context: QueryContext, request: SearchRequest): EventId[] {
  const answer = findAnswer(context, request.query)
  const sort = answer.parsed.sort?.sort ?? request.sort
  const rows = findRows(context, answer, sort, false)
  const ordinals = rows.list(toCount(request.offset), toCount(request.limit))
  return Array.from(ordinals).flatMap((ordinal) => readKey(context.index, ordinal))
}

function describe(parsed: ParsedQuery, { query, sort }: SearchRequest) {
  return { query, sort: parsed.sort?.sort ?? sort, ...interpretQuery(parsed) }
}

function readHit(index: IndexSnapshot, ordinal: number, needles: Needle[]) {
  const sql = 'SELECT key AS id, date, title, topic, summary, body FROM event WHERE id = ?'
  const [row] = index.all<HitRow>(sql, readOrdinals(index).idOf(ordinal))
  if (!row) return null
  const { summary, body, ...event } = row
  const snippet = makeSnippet(summary, needles) ?? (body && makeSnippet(body, needles))
  return { ...event, snippet: snippet || null } satisfies Omit<EventHit, 'copies'>
}

function readRow(index: IndexSnapshot, ordinal: number): EventRow[] {
  const sql = 'SELECT key AS id, date, title, topic FROM event WHERE id = ?'
  return index.all<EventRow>(sql, readOrdinals(index).idOf(ordinal)).map((row) => ({ ...row }))
}

function readKey(index: IndexSnapshot, ordinal: number): EventId[] {
  const sql = 'SELECT key AS id FROM event WHERE id = ?'
  return index.all<{ id: EventId }>(sql, readOrdinals(index).idOf(ordinal)).map(({ id }) => id)
}

function toCount(number: number): number {
  return Number.isFinite(number) ? Math.max(Math.trunc(number), 0) : Number.MAX_SAFE_INTEGER
}
