import type { EventId } from '#shared/event.ts'
import type { MarkTest, TermNode } from '#shared/search-query/query-tree.ts'
import { foldName } from '../../fold-text.ts'
import { readOrdinals } from '../archive-ordinals.ts'
import { type Bitmap, addOrdinal, makeBitmap } from '../bitmap.ts'
import { isSameText, wordTest } from '../find-names.ts'
import type { IndexSnapshot } from '../index-snapshot.ts'
import { isReviewState } from '../marks/review-state.ts'
import type { EventSet } from '../marks/named-events.ts'
import type { MarkKind, NotebookIndex } from '../marks/notebook-index.ts'
import type { QueryContext } from '../query-context.ts'
import { exactWordTest } from './exact-words.ts'

/** Parts a tag from those below it. */
const TAG_SEPARATOR = '/'

/** Events that have something of the notebook. */
export function findByMark(context: QueryContext, kind: MarkKind): Bitmap {
  return collectSets(context.index, [context.notebook.kinds.get(kind)])
}

/** Events with an annotation that is in a colour or a state, or whose mark stands so. */
export function findByAnnotation(context: QueryContext, test: MarkTest): Bitmap {
  return collectSets(context.index, [findAnnotated(context, test)])
}

function findAnnotated(context: QueryContext, { field, value }: MarkTest): EventSet | null {
  const { notebook, anchors } = context
  if (field === 'colour') return notebook.colours.get(value)
  if (isReviewState(value)) return notebook.states.get(value)
  anchors.bringUpToDate(context)
  return anchors.statuses.get(value)
}

/** Events with a tag that a term means, or with one below it. */
export function findByTag({ index, notebook }: QueryContext, term: TermNode): Bitmap {
  const tags = pickTags(notebook, term)
  return collectSets(
    index,
    tags.map((tag) => notebook.tags.get(tag)),
  )
}

/** The tags a term means, and those below them. */
export function pickTags(notebook: NotebookIndex, term: TermNode): string[] {
  return pickNames(notebook.tags.names, term, (tag) => tag, TAG_SEPARATOR)
}

/** Events in a collection that a term means by its name or its id. */
export function findByCollection({ index, notebook }: QueryContext, term: TermNode): Bitmap {
  const ids = pickCollections(notebook, term)
  return collectSets(
    index,
    ids.map((id) => notebook.collections.get(id)),
  )
}

/** Ids of the collections a term means by their names or an id. */
export function pickCollections(notebook: NotebookIndex, term: TermNode): string[] {
  const names = notebook.collectionNames
  if (names.has(term.value)) return [term.value]
  return pickNames([...names.keys()], term, (id) => names.get(id) ?? '', null)
}

/** Events with a note that has the words of a term. */
export function findByNote({ index, notebook }: QueryContext, term: TermNode): Bitmap {
  const { value, isPrefix, isExact } = term
  const key = JSON.stringify(['note', notebook.revision, value, isPrefix, isExact])
  return index.answers.getOrMake(key, () => {
    const passes = isExact ? exactWordTest(value) : () => true
    const found = notebook.findWords(term, ['note'], passes)
    return toBitmap(
      index,
      found.map(({ eventId }) => eventId),
    )
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
  return Uint32Array.from(readOrdinalsOf(index, ids).filter((ordinal) => ordinal >= 0))
}

/** The ordinals of events, in the order of `ids`; -1 for those not in the archive. */
export function readOrdinalsOf(index: IndexSnapshot, ids: readonly EventId[]): Int32Array {
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
  return Int32Array.from(ids, (id) => known.get(id) ?? -1)
}
