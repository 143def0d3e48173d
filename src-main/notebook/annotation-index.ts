import type { EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { isDeleted } from './living.ts'

/** An annotation and the document it belongs in. */
export interface PlacedAnnotation {
  annotation: Annotation
  fileName: string
}

/** Every annotation once, by its id and by its event; those in the trash are kept, but not shown. */
export class AnnotationIndex {
  readonly #byId = new Map<string, PlacedAnnotation>()
  readonly #byEvent = new Map<EventId, Annotation[]>()

  /** Those that are not in the trash, in no order. */
  all(): Annotation[] {
    return this.everything().filter((annotation) => !isDeleted(annotation))
  }

  /** Also those in the trash, in no order. */
  everything(): Annotation[] {
    return Array.from(this.#byId.values(), ({ annotation }) => annotation)
  }

  get(id: string): PlacedAnnotation | null {
    return this.#byId.get(id) ?? null
  }

  /** Those of an event that are not in the trash, in no order. */
  of(eventId: EventId): readonly Annotation[] {
    return this.everythingOf(eventId).filter((annotation) => !isDeleted(annotation))
  }

  /** Also those in the trash, in no order. */
  everythingOf(eventId: EventId): readonly Annotation[] {
    return this.#byEvent.get(eventId) ?? []
  }

  set(placed: PlacedAnnotation): void {
    const { annotation } = placed
    this.delete(annotation.id)
    this.#byId.set(annotation.id, placed)
    const neighbours = this.#byEvent.get(annotation.event.id)
    if (neighbours) neighbours.push(annotation)
    else this.#byEvent.set(annotation.event.id, [annotation])
  }

  delete(id: string): void {
    const annotation = this.#byId.get(id)?.annotation
    if (!annotation) return
    this.#byId.delete(id)
    const neighbours = this.#byEvent.get(annotation.event.id) ?? []
    neighbours.splice(neighbours.indexOf(annotation), 1)
    if (neighbours.length === 0) this.#byEvent.delete(annotation.event.id)
  }
}
