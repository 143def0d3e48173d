import type { SearchableAnnotation } from '#shared/notebook-marks.ts'
import type { AnnotationSort } from '#shared/search.ts'
import type { AnchorBook } from '../anchors/anchor-book.ts'

type Compare = (one: SearchableAnnotation, other: SearchableAnnotation) => number

/**
 * Orders of all annotations, each kept from one search to the next: a list that was in order before a
 * few of its annotations changed is sorted in little more than the time it takes to read it.
 */
export class AnnotationOrders {
  readonly #kept = new Map<AnnotationSort, readonly SearchableAnnotation[]>()

  /**
   * Places of all annotations, in an order.
   *
   * @param annotations - By place.
   */
  list(
    annotations: readonly SearchableAnnotation[],
    sort: AnnotationSort,
    anchors: AnchorBook,
  ): Uint32Array {
    const places = new Map(annotations.map((annotation, place) => [annotation.id, place]))
    const known = this.#kept.get(sort) ?? []
    const before = new Set(known.map(({ id }) => id))
    const still = known.flatMap(({ id }) => annotations[places.get(id) ?? -1] ?? [])
    const added = annotations.filter(({ id }) => !before.has(id))
    const sorted = [...still, ...added].sort(comparisonOf(sort, anchors))
    this.#kept.set(sort, sorted)
    return Uint32Array.from(sorted, ({ id }) => places.get(id) ?? 0)
  }
}

function comparisonOf(sort: AnnotationSort, anchors: AnchorBook): Compare {
  switch (sort) {
    case 'modified':
      return (one, other) => newestFirst(one.modified, other.modified) || byId(one, other)
    case 'created':
      return (one, other) => newestFirst(one.created, other.created) || byId(one, other)
    case 'date':
      return (one, other) =>
        byEvent(one, other) || newestFirst(one.created, other.created) || byId(one, other)
    case 'event':
      return (one, other) =>
        byEvent(one, other) ||
        (anchors.startOf(one) ?? -1) - (anchors.startOf(other) ?? -1) ||
        -newestFirst(one.created, other.created) ||
        byId(one, other)
  }
}

/** Newest event first, undated ones last. */
function byEvent(one: SearchableAnnotation, other: SearchableAnnotation): number {
  return (
    newestFirst(one.eventDate ?? '', other.eventDate ?? '') ||
    -newestFirst(one.eventId, other.eventId)
  )
}

function byId(one: SearchableAnnotation, other: SearchableAnnotation): number {
  return -newestFirst(one.id, other.id)
}

function newestFirst(one: string, other: string): number {
  return one === other ? 0 : one < other ? 1 : -1
}
