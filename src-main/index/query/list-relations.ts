import type { EventDate, EventId, Relation } from '#shared/event.ts'
import { parsePartialDate } from '#shared/search-query/parse-date.ts'
import { dateOfEventNumber } from '../event-number.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

const MAX_BACKLINKS = 1000

interface RelationRow {
  /** `null` for an event whose page was not read yet. */
  id: EventId | null
  /** The event's row id, or `null` where it is not in the archive. */
  target: number | null
  title: string | null
  date: EventDate
  /** JSON array of names, or `null`. */
  entities: string | null
  resolved: number
}

const RELATIONS = `
  SELECT coalesce(event.key, target_key) AS id, coalesce(event.title, relation.title) AS title,
    event.date, context.entities, event.id IS NOT NULL AS resolved, target_id AS target
  FROM relation
  LEFT JOIN event ON event.id = target_id
  LEFT JOIN context ON context.id = context_id
  WHERE event_id = ? ORDER BY position`

const BACKLINKS = `
  SELECT event.key AS id, event.title, event.date, context.entities, 1 AS resolved, event.id AS target
  FROM relation
  JOIN event ON event.id = event_id
  LEFT JOIN context ON context.id = context_id
  WHERE target_id = ? ORDER BY event_id DESC, position`

/** The relations of an event in the order of its page. @param number - Row id. */
export function listRelations(index: IndexSnapshot, number: number): Relation[] {
  return index.all<RelationRow>(RELATIONS, number).map(toRelation)
}

/** Events whose relations lead here, newest first; one that does so twice is listed once. */
export function listBacklinks(index: IndexSnapshot, number: number): Relation[] {
  const backlinks = new Map<EventId, Relation>()
  for (const row of index.all<RelationRow>(BACKLINKS, number)) {
    const relation = toRelation(row)
    const known = backlinks.get(relation.id)
    if (known) known.entities = [...new Set([...known.entities, ...relation.entities])]
    else if (backlinks.size < MAX_BACKLINKS) backlinks.set(relation.id, relation)
  }
  return [...backlinks.values()]
}

function toRelation(row: RelationRow): Relation {
  const { id, title, date, entities, resolved } = row
  return {
    id: id ?? '',
    title: title ?? '',
    date: resolved === 1 ? date : expectedDate(row),
    entities: entities === null ? [] : (JSON.parse(entities) as string[]),
    resolved: resolved === 1,
  }
}

function expectedDate({ id, target }: RelationRow): EventDate {
  return target === null ? readDate(id ?? '') : dateOfEventNumber(target)
}

const DATED_PATH = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/u

/** The date of a path like `news/2008/06/6/…`, or `null`. */
export function readDate(path: string): string | null {
  const [, year, month, day] = DATED_PATH.exec(path) ?? []
  return year && month && day ? parsePartialDate(`${year}-${month}-${day}`) : null
}
