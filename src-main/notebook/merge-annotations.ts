import { isDeepStrictEqual } from 'node:util'
import type { Annotation, NoteWording } from '#shared/notebook.ts'
import { tagKey } from '#shared/tag-path.ts'
import { compareText } from './compare-text.ts'
import { copyId } from './copy-id.ts'
import { withoutDeleted } from './living.ts'
import { mergeDeleted } from './merge-deleted.ts'
import { keepNewest } from './note-wordings.ts'

/**
 * Join two versions of an annotation, of which each differs from what both began with: each part
 * from the side that changed it, from the newer version where both did, tags and older wordings of
 * both. Where both wrote another note, the newer version keeps the id and the other becomes an
 * annotation of its own, marked as its copy.
 *
 * @param base - What both began with; `undefined` where there was nothing.
 */
export function mergeAnnotations(
  our: Annotation,
  their: Annotation,
  base: Annotation | undefined,
): Annotation[] {
  const areWeNewer = our.modified >= their.modified
  const [newer, older] = areWeNewer ? [our, their] : [their, our]
  const joined = joinParts(newer, older, base)
  const didBothWrite = newer.note !== older.note && joined.note === newer.note
  if (!didBothWrite || older.note === base?.note) return [joined]
  if (older.note.trim() === '') return [joined]
  return [joined, { ...withoutDeleted(older), id: copyId(older), copyOf: newer.id }]
}

/**
 * Join two versions of an annotation that stand in two documents: its event is the one that was
 * followed further, its words are those written last.
 *
 * @param further - The version whose document is the right one, by {@link isFurther}.
 * @returns `further` itself where it is also the one written last.
 */
export function joinAnnotations(further: Annotation, other: Annotation): Annotation {
  return other.modified > further.modified ? takeEvent(other, further) : further
}

/** @returns whether one version of an annotation followed its event further, or was written later. */
export function isFurther(one: Annotation, other: Annotation): boolean {
  const moves = countMoves(one) - countMoves(other)
  return moves > 0 || (moves === 0 && one.modified > other.modified)
}

function joinParts(newer: Annotation, older: Annotation, base: Annotation | undefined): Annotation {
  const joined = { ...older, ...newer }
  for (const part of Object.keys(base ?? {}) as (keyof Annotation)[]) {
    if (isDeepStrictEqual(newer[part], base?.[part])) Object.assign(joined, pick(older, part))
  }
  const further = countMoves(newer) >= countMoves(older) ? newer : older
  const wordings = joinWordings(newer, older)
  return takeEvent(
    {
      ...withoutDeleted(joined),
      tags: joinTags(newer, older, base),
      colour: joined.selector && joined.colour,
      ...(wordings.length > 0 && { wordings }),
      ...mergeDeleted(base ? withoutPlace(base) : null, withoutPlace(newer), withoutPlace(older)),
    },
    further,
  )
}

function pick(annotation: Annotation, part: keyof Annotation): Partial<Annotation> {
  return part in annotation ? { [part]: annotation[part] } : {}
}

/** Those of both, but for what one of them took away. */
function joinTags(newer: Annotation, older: Annotation, base: Annotation | undefined): string[] {
  if (isDeepStrictEqual(newer.tags, base?.tags)) return older.tags
  if (isDeepStrictEqual(older.tags, base?.tags)) return newer.tags
  const tags = new Map([...older.tags, ...newer.tags].map((tag) => [tagKey(tag), tag]))
  const sides = [newer, older].map((side) => new Set(side.tags.map(tagKey)))
  for (const key of base?.tags.map(tagKey) ?? []) {
    if (!sides.every((side) => side.has(key))) tags.delete(key)
  }
  return [...tags.values()]
}

function joinWordings(newer: Annotation, older: Annotation): NoteWording[] {
  const all = [...(older.wordings ?? []), ...(newer.wordings ?? [])]
  const distinct = new Map(all.map((wording) => [`${wording.replaced} ${wording.note}`, wording]))
  const inOrder = [...distinct.values()].sort((a, b) => compareText(a.replaced, b.replaced))
  return keepNewest(inOrder)
}

function countMoves({ formerEventIds }: Annotation): number {
  return formerEventIds?.length ?? 0
}

function withoutPlace(annotation: Annotation): Annotation {
  return { ...annotation, event: { id: '', date: null, title: '', text: '' }, formerEventIds: [] }
}

function takeEvent(annotation: Annotation, { event, formerEventIds }: Annotation): Annotation {
  return { ...annotation, event, ...(formerEventIds && { formerEventIds }) }
}
