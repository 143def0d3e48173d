import type { EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import type { BulkAnnotationChange } from '#shared/notebook-api.ts'
import type { Annotations, NewAnnotation } from './annotations.ts'
import type { ChangeTurns } from './change-turns.ts'
import type { AnnotationChange } from './edit-annotation.ts'

/** What can be done with annotations. */
export interface AnnotationActions {
  /** Newest first; of one event, or all. */
  listAnnotations(eventId: EventId | null): Annotation[]
  /** @throws ANNOTATION_NOT_FOUND */
  getAnnotation(id: string): Annotation
  /** @throws ANNOTATION_EMPTY where there is neither a note nor a tag nor marked words */
  createAnnotation(annotation: NewAnnotation): Promise<Annotation>
  /**
   * A selector of `null` makes it a note on the event that begins with the words it marked.
   *
   * @throws ANNOTATION_NOT_FOUND, ANNOTATION_EMPTY
   */
  updateAnnotation(id: string, change: AnnotationChange): Promise<Annotation>
  /**
   * Change several, as one step. Those that lose their last tag and have nothing else go into the
   * trash.
   *
   * @throws ANNOTATION_NOT_FOUND
   */
  updateAnnotations(ids: readonly string[], change: BulkAnnotationChange): Promise<void>
  /** Put them into the trash, as one step. @throws ANNOTATION_NOT_FOUND */
  deleteAnnotations(ids: readonly string[]): Promise<void>
  /**
   * Make an annotation of an earlier wording of a note, which stays.
   *
   * @param replaced - When that wording was replaced.
   * @throws ANNOTATION_NOT_FOUND
   */
  restoreWording(id: string, replaced: string): Promise<Annotation>
  /** Those of some annotations that the notebook has, also in the trash, by id. */
  peekAnnotations(ids: readonly string[]): ReadonlyMap<string, Annotation>
}

/** Let changes of annotations take turns with all others. */
export function annotationActions(annotations: Annotations, turns: ChangeTurns): AnnotationActions {
  return {
    listAnnotations: (eventId) => annotations.list(eventId),
    getAnnotation: (id) => annotations.get(id),
    createAnnotation: (annotation) => turns.take(() => annotations.create(annotation)),
    updateAnnotation: (id, change) => turns.take(() => annotations.update(id, change)),
    updateAnnotations: (ids, change) => turns.take(() => annotations.updateMany(ids, change)),
    deleteAnnotations: (ids) => turns.take(() => annotations.delete(ids)),
    restoreWording: (id, replaced) => turns.take(() => annotations.restoreWording(id, replaced)),
    peekAnnotations: (ids) => annotations.peekAll(ids),
  }
}
