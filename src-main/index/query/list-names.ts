import type { NameCount, NamePage, NameRequest } from '#shared/browse.ts'
import { foldName } from '../fold-text.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

interface NameRow extends NameCount {
  folded: string
}

/** Entities with the number of their events. */
export function listEntities(index: IndexSnapshot, request: NameRequest): NamePage {
  return cutPage(index, request, {
    name: 'entities',
    sql: `SELECT name, folded, count(*) AS count FROM event_entity
      JOIN entity ON entity.id = entity_id GROUP BY entity_id`,
  })
}

/** Hosts with the number of events that cite them. */
export function listSources(index: IndexSnapshot, request: NameRequest): NamePage {
  return cutPage(index, request, {
    name: 'hosts',
    sql: `SELECT name, lower(name) AS folded, count(*) AS count
      FROM (SELECT DISTINCT host_id, event_id FROM source WHERE host_id IS NOT NULL)
      JOIN host ON host.id = host_id GROUP BY host_id`,
  })
}

function cutPage(
  index: IndexSnapshot,
  { filter, sort, offset, limit }: NameRequest,
  list: { name: string; sql: string },
): NamePage {
  const all = index.lists.getOrMake(`${list.name} by ${sort}`, () =>
    index.all<NameRow>(list.sql).sort(sort === 'name' ? compareNames : compareCounts),
  )
  const wanted = foldName(filter)
  const found = wanted === '' ? all : all.filter(({ folded }) => folded.includes(wanted))
  const page = found.slice(offset, offset + limit)
  return { total: found.length, names: page.map(({ name, count }) => ({ name, count })) }
}

function compareNames(a: NameRow, b: NameRow): number {
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1
  return a.name < b.name ? -1 : 1
}

function compareCounts(a: NameRow, b: NameRow): number {
  return b.count - a.count || compareNames(a, b)
}
