import { isDeepStrictEqual } from 'node:util'
import type { Annotation } from '#shared/notebook.ts'
import { copyId } from './copy-id.ts'

/**
 * Join two versions of an annotation, of which each differs from what both began with. Where only
 * one side wrote and the other followed a moved event, that is one annotation; where both wrote, the
 * newer version keeps the id and the other becomes an annotation of its own.
 *
 * @param base - What both began with; `undefined` where there was nothing.
 */
export function mergeAnnotations(
  our: Annotation,
  their: Annotation,
  base: Annotation | undefined,
): Annotation[] {
  const further = countMoves(their) > countMoves(our) ? their : our
  if (isSameNote(our, their) || isSameNote(our, base)) return [takeEvent(their, further)]
  if (isSameNote(their, base)) return [takeEvent(our, further)]
  const [newer, older] = our.modified >= their.modified ? [our, their] : [their, our]
  return [newer, { ...older, id: copyId(older) }]
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

function countMoves({ formerEventIds }: Annotation): number {
  return formerEventIds?.length ?? 0
}

function isSameNote(one: Annotation, other: Annotation | undefined): boolean {
  const anywhere = { event: null, formerEventIds: null }
  return (
    other !== undefined && isDeepStrictEqual({ ...one, ...anywhere }, { ...other, ...anywhere })
  )
}

function takeEvent(annotation: Annotation, { event, formerEventIds }: Annotation): Annotation {
  return { ...annotation, event, ...(formerEventIds && { formerEventIds }) }
}
