import type { EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'

/** An annotation and the document it belongs in. */
export interface PlacedAnnotation {
  annotation: Annotation
  fileName: string
}

/** Every annotation once, by its id and by its event. */
export class AnnotationIndex {
  readonly #byId = new Map<string, PlacedAnnotation>()
  readonly #byEvent = new Map<EventId, readonly Annotation[]>()

  /** In no order. */
  all(): Annotation[] {
    return Array.from(this.#byId.values(), ({ annotation }) => annotation)
  }

  get(id: string): PlacedAnnotation | null {
    return this.#byId.get(id) ?? null
  }

  /** In no order. */
  of(eventId: EventId): readonly Annotation[] {
    return this.#byEvent.get(eventId) ?? []
  }

  set(placed: PlacedAnnotation): void {
    const { annotation } = placed
    this.delete(annotation.id)
    this.#byId.set(annotation.id, placed)
    const eventId = annotation.event.id
    this.#byEvent.set(eventId, [...this.of(eventId), annotation])
  }

  delete(id: string): void {
    const eventId = this.#byId.get(id)?.annotation.event.id
    if (eventId === undefined) return
    this.#byId.delete(id)
    const others = this.of(eventId).filter((annotation) => annotation.id !== id)
    if (others.length > 0) this.#byEvent.set(eventId, others)
    else this.#byEvent.delete(eventId)
  }
}
