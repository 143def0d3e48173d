import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { EventDate, EventId } from '#shared/event.ts'

/** An event under a new id. */
export interface EventMove {
  from: EventId
  to: EventId
}

interface Row {
  key: EventId
  date: EventDate
  title: string
  summary: string
  sources: string
  pageHash: Uint8Array | null
}

/** What is alike in two rows of one event; no row is told by a list that holds `null`. */
type Criterion = (event: Row, name: string) => unknown[]

/** Ids by a mark that two of the same side share only by chance. */
type Marks = Map<string, EventId[]>

/**
 * What tells that two ids are one event. The text alone is enough on the same date; under another
 * date, or where headline or summary changed as well, the file's name has to be the same and something
 * more than a headline has to say so.
 */
const CRITERIA: Criterion[] = [
  ({ pageHash }) => [pageHash && Buffer.from(pageHash).toString('base64')],
  ({ date, title, summary }) => [date ?? 'undated', title, summary],
  ({ title, summary }, name) => [name, title, summary || null],
  ({ title, sources }, name) => [name, title, orNull(sources)],
  ({ date, title }, name) => [name, date, title],
  ({ date, summary }, name) => [name, date, summary || null],
  ({ date, sources }, name) => [name, date, orNull(sources)],
]

function orNull(sources: string): string | null {
  return sources === '[]' ? null : sources
}

/** What decides between several that could be meant, the strongest first. */
const TELLS: ((key: EventId) => string)[] = [nameOf, folderOf, () => '']

const GONE = `SELECT key, date, title, summary, sources, page_hash AS pageHash
  FROM former_event WHERE key_now IS NULL`
const ADDED = `SELECT event.key, date, title, summary, sources, page.hash AS pageHash
  FROM new_event JOIN event ON event.key = new_event.key LEFT JOIN page ON page.id = page_id`

/**
 * Pair events that are gone with events that are new and the same, one to one. Where several could
 * be meant, the file's name decides, then its folder; what stays open is no move.
 *
 * Expects `former_event.key_now` to be null for what is gone.
 */
export function findMoves(database: DatabaseSync): EventMove[] {
  const moves: EventMove[] = []
  const moved = { gone: new Set<EventId>(), added: new Set<EventId>() }
  const gone = countRows(database, GONE)
  const added = countRows(database, ADDED)
  for (const criterion of CRITERIA) {
    if (moves.length === Math.min(gone, added)) break
    const from = markEvents(database, GONE, criterion, moved.gone)
    const to = markEvents(database, ADDED, criterion, moved.added)
    for (const move of pairAll(from, to)) {
      moves.push(move)
      moved.gone.add(move.from)
      moved.added.add(move.to)
    }
  }
  return moves
}

function countRows(database: DatabaseSync, sql: string): number {
  return Number(database.prepare(`SELECT count(*) AS count FROM (${sql})`).get()?.['count'])
}

function markEvents(
  database: DatabaseSync,
  sql: string,
  criterion: Criterion,
  moved: ReadonlySet<EventId>,
): Marks {
  const marks: Marks = new Map()
  for (const row of database.prepare(sql).iterate() as unknown as Iterable<Row>) {
    if (moved.has(row.key)) continue
    const evidence = criterion(row, nameOf(row.key))
    if (evidence.includes(null)) continue
    const mark = digest(evidence)
    const keys = marks.get(mark)
    if (keys) keys.push(row.key)
    else marks.set(mark, [row.key])
  }
  return marks
}

/** Pair the ids of each mark. */
function* pairAll(gone: Marks, added: Marks): Iterable<EventMove> {
  for (const [mark, keys] of gone) {
    const from = new Set(keys)
    const to = new Set(added.get(mark))
    for (const tell of TELLS) {
      for (const move of pairUnique(from, to, tell)) {
        from.delete(move.from)
        to.delete(move.to)
        yield move
      }
    }
  }
}

/** Pairs that `tell` says the same of, and of no other on either side. */
function pairUnique(
  gone: ReadonlySet<EventId>,
  added: ReadonlySet<EventId>,
  tell: (key: EventId) => string,
): EventMove[] {
  const addedByTell = Map.groupBy(added, tell)
  return [...Map.groupBy(gone, tell)].flatMap(([told, [from, otherFrom]]) => {
    const [to, otherTo] = addedByTell.get(told) ?? []
    const isUnique = otherFrom === undefined && otherTo === undefined
    return isUnique && from !== undefined && to !== undefined ? [{ from, to }] : []
  })
}

function nameOf(key: EventId): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

function folderOf(key: EventId): string {
  return key.slice(0, Math.max(key.lastIndexOf('/'), 0))
}

/** Short, since a whole archive may have been moved. */
function digest(evidence: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(evidence)).digest('base64').slice(0, 24)
}
