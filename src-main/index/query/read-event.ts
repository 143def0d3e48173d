import { AnnalsError } from '#shared/errors.ts'
import type { EventDetail, EventId, Revision, Source } from '#shared/event.ts'
import { findEventNumber } from './event-keys.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { listBacklinks, listRelations } from './list-relations.ts'

interface EventColumns {
  key: EventId
  date: string | null
  title: string
  topic: string | null
  summary: string
  body: string | null
  tags: string | null
  path: string | null
  dayPath: string | null
}

const EVENT = `
  SELECT key, date, title, topic, summary, body, tags,
    (SELECT path FROM page WHERE page.id = page_id) AS path,
    (SELECT path FROM page WHERE page.id = day_page_id) AS dayPath
  FROM event WHERE id = ?`

const ENTITIES = `
  SELECT name FROM event_entity JOIN entity ON entity.id = entity_id
  WHERE event_id = ? ORDER BY folded, name`

const SOURCES = 'SELECT name, url, image FROM source WHERE event_id = ? ORDER BY position'

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
  const { key, tags, ...columns } = event
  return {
    id: key,
    ...columns,
    sources: index.all<Source>(SOURCES, number),
    relations: listRelations(index, number),
    backlinks: listBacklinks(index, number),
    revisions: index
      .all<Omit<Revision, 'resolved'> & { resolved: number }>(REVISIONS, number)
      .map((revision) => ({ ...revision, resolved: revision.resolved === 1 })),
    entities: index.all<{ name: string }>(ENTITIES, number).map(({ name }) => name),
    pageTags: tags === null ? [] : (JSON.parse(tags) as string[]),
  }
}

/** The refusal to show an event that is not there. */
export function eventNotFound(id: EventId): AnnalsError {
  return new AnnalsError('EVENT_NOT_FOUND', 'This event is not in the archive.', {
    details: { id },
  })
}
