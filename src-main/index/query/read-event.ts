import { AnnalsError } from '#shared/errors.ts'
import { type EventText, composeEventText } from '#shared/event-text.ts'
import type { EventDetail, EventId, Revision, Source } from '#shared/event.ts'
import { findEventNumber } from './event-keys.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { readNumbers } from '../packed-numbers.ts'
import { listBacklinks, listRelations } from './list-relations.ts'
import { versionOfText } from './text-version.ts'

interface EventColumns {
  key: EventId
  date: string | null
  title: string
  topic: string | null
  summary: string
  body: string | null
  /** JSON array, or `null`. */
  tags: string | null
  /** JSON array of name, address and picture. */
  sources: string
  /** Row ids, packed. */
  entities: Uint8Array
  path: string | null
  pageHash: string | null
  dayPath: string | null
}

const EVENT = `
  SELECT key, date, title, topic, summary, body, tags, sources, entities,
    (SELECT path FROM page WHERE page.id = page_id) AS path,
    (SELECT lower(hex(hash)) FROM page WHERE page.id = page_id AND hash IS NOT NULL) AS pageHash,
    (SELECT path FROM page WHERE page.id = day_page_id) AS dayPath
  FROM event WHERE id = ?`

const ENTITIES = `
  SELECT name FROM entity WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded, name`

const REVISIONS = `
  SELECT coalesce(event.key, target_key) AS id, revision.title, time, label,
    event.id IS NOT NULL AS resolved
  FROM revision LEFT JOIN event ON event.id = target_id
  WHERE event_id = ? ORDER BY position`

/**
 * All that the archive says of one event.
 *
 * @param id - As {@link findEventNumber} takes it.
 * @throws EVENT_NOT_FOUND
 */
export function readEvent(index: IndexSnapshot, id: EventId): EventDetail {
  const number = findEventNumber(index, id)
  if (number === null) throw eventNotFound(id)
  const [event] = index.all<EventColumns>(EVENT, number)
  if (!event) throw eventNotFound(id)
  const { key, tags, sources, entities, ...columns } = event
  const textual = {
    ...columns,
    sources: readSources(sources),
    relations: listRelations(index, number),
    revisions: readRevisions(index, number),
  }
  return {
    id: key,
    ...textual,
    backlinks: listBacklinks(index, number),
    entities: listEntityNames(index, entities),
    pageTags: tags === null ? [] : (JSON.parse(tags) as string[]),
    textVersion: versionOfText(composeEventText(textual)),
  }
}

/** All words of an event. @param number - Row id. @returns `null` where there is no such event. */
export function readEventText(index: IndexSnapshot, number: number): EventText | null {
  const [event] = index.all<Pick<EventColumns, 'title' | 'topic' | 'summary' | 'body' | 'sources'>>(
    'SELECT title, topic, summary, body, sources FROM event WHERE id = ?',
    number,
  )
  if (!event) return null
  return composeEventText({
    ...event,
    sources: readSources(event.sources),
    relations: listRelations(index, number),
    revisions: readRevisions(index, number),
  })
}

/** @param json - As `event.sources` holds them. */
function readSources(json: string): Source[] {
  return (JSON.parse(json) as [string, string | null, string | null][]).map(toSource)
}

function readRevisions(index: IndexSnapshot, number: number): Revision[] {
  return index
    .all<Omit<Revision, 'resolved'> & { resolved: number }>(REVISIONS, number)
    .map((revision) => ({ ...revision, resolved: revision.resolved === 1 }))
}

function toSource([name, url, image]: [string, string | null, string | null]): Source {
  return { name, url, image }
}

/** @param packed - As `event.entities` holds them. */
function listEntityNames(index: IndexSnapshot, packed: Uint8Array): string[] {
  const ids = JSON.stringify([...readNumbers(packed)])
  return index.all<{ name: string }>(ENTITIES, ids).map(({ name }) => name)
}

/** The refusal to show an event that is not there. */
export function eventNotFound(id: EventId): AnnalsError {
  return new AnnalsError('EVENT_NOT_FOUND', 'This event is not in the archive.', {
    details: { id },
  })
}
