import type { SearchableAnnotation } from '#shared/notebook-marks.ts'
import { type Bitmap, addOrdinal, hasOrdinal, listAscending, makeBitmap } from '../bitmap.ts'
import type { IndexSnapshot } from '../index-snapshot.ts'
import { readOrdinalsOf } from '../leaves/find-marked.ts'
import type { NotebookIndex } from '../marks/notebook-index.ts'

/** All annotations in a row, so that some of them can be told by a bitmap over their places. */
export class AnnotationList {
  readonly annotations: readonly SearchableAnnotation[]
  /** Ordinals of their events in the archive; -1 for those that are not in it. */
  readonly eventOrdinals: Int32Array
  #places: Map<string, number> | null = null

  constructor(index: IndexSnapshot, notebook: NotebookIndex) {
    this.annotations = [...notebook.annotations.values()]
    this.eventOrdinals = readOrdinalsOf(
      index,
      this.annotations.map(({ eventId }) => eventId),
    )
  }

  get size(): number {
    return this.annotations.length
  }

  /** The places of those that pass a test. */
  collect(passes: (annotation: SearchableAnnotation, place: number) => boolean): Bitmap {
    const found = makeBitmap(this.size)
    for (const [place, annotation] of this.annotations.entries()) {
      if (passes(annotation, place)) addOrdinal(found, place)
    }
    return found
  }

  /**
   * The places of those on some events.
   *
   * @param passes - Asked of those whose event the archive has not.
   */
  collectOn(events: Bitmap, passes: (annotation: SearchableAnnotation) => boolean): Bitmap {
    return this.collect((annotation, place) => {
      const ordinal = this.eventOrdinals[place] ?? -1
      return ordinal < 0 ? passes(annotation) : hasOrdinal(events, ordinal)
    })
  }

  /** The places in a bitmap, in order. */
  placesIn(found: Bitmap): Uint32Array {
    return listAscending(found, 0, this.size)
  }

  /** The places of these. */
  collectThese(annotations: readonly SearchableAnnotation[]): Bitmap {
    this.#places ??= new Map(this.annotations.map(({ id }, place) => [id, place]))
    const found = makeBitmap(this.size)
    for (const { id } of annotations) {
      const place = this.#places.get(id)
      if (place !== undefined) addOrdinal(found, place)
    }
    return found
  }
}
