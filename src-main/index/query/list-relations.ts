import type { EventDate, EventId, Relation } from '#shared/event.ts'
import { parsePartialDate } from '#shared/search-query/parse-date.ts'
import { readColumns } from '../columns/read-columns.ts'
import { dateOfEventNumber } from '../event-number.ts'
import { PackedLinks } from '../packed-links.ts'
import { readOrdinals } from './archive-ordinals.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

const MAX_BACKLINKS = 1000

interface LinkedRow {
  id: EventId
  title: string
  date: EventDate
}

interface UnresolvedRow {
  position: number
  id: EventId
  title: string
}

/** The relations of an event in the order of its page. @param number - Row id. */
export function listRelations(index: IndexSnapshot, number: number): Relation[] {
  const links = readLinks(index, number)
  const sql = 'SELECT position, target_key AS id, title FROM unresolved_link WHERE event_id = ?'
  const unresolved = new Map(
    index.all<UnresolvedRow>(sql, number).map((row) => [row.position, row]),
  )
  return Array.from({ length: links.count }, (_, position) => {
    const entities = readContext(index, links.contextOf(position))
    const target = links.targetOf(position)
    const linked = target === 0 ? null : readLinked(index, target)
    if (linked) return { ...linked, entities, resolved: true }
    // An event whose page was not read yet is known by its date alone.
    const { id = '', title = '' } = unresolved.get(position) ?? {}
    const date = target === 0 ? readDate(id) : dateOfEventNumber(target)
    return { id, title, date, entities, resolved: false }
  })
}

/** Events whose relations lead here, newest first; one that does so twice is listed once. */
export function listBacklinks(index: IndexSnapshot, number: number): Relation[] {
  return findBacklinks(index, number).flatMap((from) => {
    const linked = readLinked(index, from)
    const links = readLinks(index, from)
    const entities = new Set<string>()
    for (let position = 0; position < links.count; position++) {
      if (links.targetOf(position) !== number) continue
      for (const name of readContext(index, links.contextOf(position))) entities.add(name)
    }
    return linked ? [{ ...linked, entities: [...entities], resolved: true }] : []
  })
}

/** Row ids of the newest events whose relations lead here, each once. */
function findBacklinks(index: IndexSnapshot, number: number): number[] {
  const columns = readColumns(index)
  if (columns === null) return scanBacklinks(index, number)
  const ordinals = readOrdinals(index)
  const { starts, values } = columns.backlinks
  const ordinal = ordinals.find(number)
  const from = new Set(values.subarray(starts[ordinal], starts[ordinal + 1]).toReversed())
  return Array.from(from, (one) => ordinals.idOf(one)).slice(0, MAX_BACKLINKS)
}

/** While there are no columns, all relations are looked through. */
function scanBacklinks(index: IndexSnapshot, number: number): number[] {
  const target = new Uint8Array(Float64Array.of(number).buffer)
  return index
    .numbers('SELECT id FROM event WHERE instr(links, ?) > 0 ORDER BY id DESC', target)
    .filter((id) => readLinks(index, id).hasTargetIn(new Set([number])))
    .slice(0, MAX_BACKLINKS)
}

function readLinks(index: IndexSnapshot, number: number): PackedLinks {
  const [row] = index.all<{ links: Uint8Array }>('SELECT links FROM event WHERE id = ?', number)
  return new PackedLinks(row?.links ?? new Uint8Array())
}

function readLinked(index: IndexSnapshot, number: number): LinkedRow | null {
  const sql = 'SELECT key AS id, title, date FROM event WHERE id = ?'
  const [row] = index.all<LinkedRow>(sql, number)
  return row ? { ...row } : null
}

/** @param context - Its row id; 0 stands for none. */
function readContext(index: IndexSnapshot, context: number): string[] {
  if (context === 0) return []
  const sql = 'SELECT entities FROM context WHERE id = ?'
  const [row] = index.all<{ entities: string }>(sql, context)
  return JSON.parse(row?.entities ?? '[]') as string[]
}

const DATED_PATH = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/u

/** The date of a path like `news/2008/06/6/…`, or `null`. */
export function readDate(path: string): string | null {
  const [, year, month, day] = DATED_PATH.exec(path) ?? []
  return year && month && day ? parsePartialDate(`${year}-${month}-${day}`) : null
}
