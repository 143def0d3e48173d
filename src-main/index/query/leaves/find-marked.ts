import type { EventId } from '#shared/event.ts'
import type { TermNode } from '#shared/search-query/query-tree.ts'
import { foldName } from '../../fold-text.ts'
import { readOrdinals } from '../archive-ordinals.ts'
import { type Bitmap, addOrdinal, makeBitmap } from '../bitmap.ts'
import { isSameText, wordTest } from '../find-names.ts'
import type { IndexSnapshot } from '../index-snapshot.ts'
import type { EventSet } from '../marks/named-events.ts'
import type { MarkKind } from '../marks/notebook-index.ts'
import type { QueryContext } from '../query-context.ts'
import { exactWordTest } from './exact-words.ts'

/** Parts a tag from those below it. */
const TAG_SEPARATOR = '/'

/** Events that have something of the notebook. */
export function findByMark(context: QueryContext, kind: MarkKind): Bitmap {
  return collectSets(context.index, [context.notebook.kinds.get(kind)])
}

/** Events with a tag that a term means, or with one below it. */
export function findByTag({ index, notebook }: QueryContext, term: TermNode): Bitmap {
  const tags = pickNames(notebook.tags.names, term, (tag) => tag, TAG_SEPARATOR)
  return collectSets(
    index,
    tags.map((tag) => notebook.tags.get(tag)),
  )
}

/** Events in a collection that a term means by its name or its id. */
export function findByCollection({ index, notebook }: QueryContext, term: TermNode): Bitmap {
  const names = notebook.collectionNames
  const ids = names.has(term.value)
    ? [term.value]
    : pickNames([...names.keys()], term, (id) => names.get(id) ?? '', null)
  return collectSets(
    index,
    ids.map((id) => notebook.collections.get(id)),
  )
}

/** Events with a note that has the words of a term. */
export function findByNote({ index, notebook }: QueryContext, term: TermNode): Bitmap {
  const { value, isPrefix, isExact } = term
  const key = JSON.stringify(['note', notebook.revision, value, isPrefix, isExact])
  return index.answers.getOrMake(key, () => {
    const passes = isExact ? exactWordTest(value) : () => true
    return toBitmap(index, notebook.findNotes(term, passes))
  })
}

/** The ordinals of the events of a set that the archive has. */
export function readSetOrdinals(index: IndexSnapshot, { counts, revision }: EventSet): Uint32Array {
  return index.answers.getOrMake(`set ${revision}`, () => toOrdinals(index, [...counts.keys()]))
}

function collectSets(index: IndexSnapshot, sets: (EventSet | null)[]): Bitmap {
  const found = makeBitmap(readOrdinals(index).size)
  for (const set of sets) {
    if (set) for (const ordinal of readSetOrdinals(index, set)) addOrdinal(found, ordinal)
  }
  return found
}

function toBitmap(index: IndexSnapshot, ids: EventId[]): Bitmap {
  const found = makeBitmap(readOrdinals(index).size)
  for (const ordinal of toOrdinals(index, ids)) addOrdinal(found, ordinal)
  return found
}

/**
 * What a term means: what has that very name (case, accents and script ignored unless it is exact) or
 * stands below it, else what has its words in its name.
 */
function pickNames<Item>(
  items: Item[],
  term: TermNode,
  nameOf: (item: Item) => string,
  separator: string | null,
): Item[] {
  const { value, isPrefix, isExact } = term
  if (isExact) return items.filter((item) => isSameText(nameOf(item), value))
  const wanted = foldName(value)
  const same = items.filter((item) => {
    const name = foldName(nameOf(item))
    if (isPrefix) return name.startsWith(wanted)
    return name === wanted || (separator !== null && name.startsWith(wanted + separator))
  })
  if (same.length > 0) return same
  const hasWords = wordTest(term)
  return items.filter((item) => hasWords(nameOf(item)))
}

/** Those not in the archive are left out. */
function toOrdinals(index: IndexSnapshot, ids: EventId[]): Uint32Array {
  const known = index.lists.getOrMake('ordinals by id', () => new Map<EventId, number>())
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const ordinals = readOrdinals(index)
    const numbers = index.numbers(
      `SELECT coalesce(event.id, -1) AS id FROM json_each(?) AS wanted
       LEFT JOIN event ON event.key = wanted.value ORDER BY wanted.key`,
      JSON.stringify(unknown),
    )
    unknown.forEach((id, at) => known.set(id, ordinals.find(numbers[at] ?? -1)))
  }
  return Uint32Array.from(
    ids.flatMap((id) => known.get(id) ?? -1).filter((ordinal) => ordinal >= 0),
  )
}
