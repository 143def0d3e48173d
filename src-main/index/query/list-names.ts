import type { NamePage, NameRequest } from '#shared/browse.ts'
import { foldName } from '../fold-text.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { type NameList, type NamedKind, readNames } from './name-list.ts'

/** Entities with the number of their events. */
export function listEntities(index: IndexSnapshot, request: NameRequest): NamePage {
  return cutPage(index, 'entities', request)
}

/** Hosts with the number of events that cite them. */
export function listSources(index: IndexSnapshot, request: NameRequest): NamePage {
  return cutPage(index, 'hosts', request)
}

function cutPage(
  index: IndexSnapshot,
  kind: NamedKind,
  { filter, sort, offset, limit }: NameRequest,
): NamePage {
  const list = readNames(index, kind)
  const all = index.lists.getOrMake(`${kind} by ${sort}`, () => sortNames(list, sort))
  const wanted = foldName(filter)
  const found =
    wanted === '' ? all : all.filter((place) => list.folded[place]?.includes(wanted) ?? false)
  const page = Array.from(found.subarray(offset, offset + limit), (place) => ({
    name: list.names[place] ?? '',
    count: list.counts[place] ?? 0,
  }))
  return { total: found.length, names: page }
}

/** Places of the names that have events, in order. */
function sortNames(list: NameList, sort: NameRequest['sort']): Uint32Array {
  const { counts } = list
  const places = Array.from(counts.keys()).filter((place) => (counts[place] ?? 0) > 0)
  const compareNames = (a: number, b: number) =>
    compare(list.folded[a], list.folded[b]) || compare(list.names[a], list.names[b])
  const compareCounts = (a: number, b: number) =>
    (counts[b] ?? 0) - (counts[a] ?? 0) || compareNames(a, b)
  return Uint32Array.from(places.sort(sort === 'name' ? compareNames : compareCounts))
}

function compare(one = '', other = ''): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
