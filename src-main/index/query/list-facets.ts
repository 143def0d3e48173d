import type { NameCount } from '#shared/browse.ts'
import type { Facets } from '#shared/search.ts'
import { readColumns } from '../columns/read-columns.ts'
import { type Bitmap, countOrdinals, forEachOrdinal, hasOrdinal } from './bitmap.ts'
import { countValues } from './count-values.ts'
import { readSetOrdinals } from './leaves/find-marked.ts'
import { type NamedKind, readNames } from './name-list.ts'
import type { QueryContext } from './query-context.ts'
import { listTopNames } from './top-names.ts'

/**
 * The names that most events of a set have.
 *
 * @param limit - Names per facet at most.
 * @returns `null` while an import has not counted them.
 */
export function listFacets(context: QueryContext, events: Bitmap, limit: number): Facets | null {
  const columns = readColumns(context.index)
  if (columns === null) return null
  const named = (kind: NamedKind) => {
    context.checkpoint()
    const { names, counts } = readNames(context.index, kind)
    const isAll = countOrdinals(events) === columns.ids.length
    return top(isAll ? counts : countValues(columns[kind], events, counts.length), names, limit)
  }
  const { topics, topicNames } = columns
  return {
    entities: named('entities'),
    sources: named('hosts'),
    topics: top(countTopics(topics, topicNames.length, events), topicNames, limit),
    tags: listTags(context, events, limit),
  }
}

function countTopics(topics: Uint32Array, places: number, events: Bitmap): Uint32Array {
  const counts = new Uint32Array(places)
  forEachOrdinal(events, (ordinal) => {
    const topic = topics[ordinal] ?? 0
    counts[topic] = (counts[topic] ?? 0) + 1
  })
  // The first name stands for none.
  counts[0] = 0
  return counts
}

function listTags({ index, notebook }: QueryContext, events: Bitmap, limit: number): NameCount[] {
  const { names } = notebook.tags
  const counts = names.map((name) => {
    const set = notebook.tags.get(name)
    const ordinals = set ? readSetOrdinals(index, set) : new Uint32Array()
    return ordinals.reduce((count, ordinal) => count + Number(hasOrdinal(events, ordinal)), 0)
  })
  return top(Uint32Array.from(counts), names, limit)
}

function top(counts: Uint32Array, names: string[], limit: number): NameCount[] {
  return listTopNames(counts, (place) => names[place] ?? '', limit).map(({ name, count }) => ({
    name,
    count,
  }))
}
