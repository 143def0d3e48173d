import type { Annotation, Collection } from '#shared/notebook.ts'
import { MarkChanges } from './mark-changes.ts'
import { Marks } from './marks.ts'
import { TagCounts } from './tags.ts'

/** What is derived from the records, kept up to date with each change of one. */
export class RecordViews {
  readonly marks: Marks
  readonly tags = new TagCounts()
  /** What those who search the notebook have not been told yet. */
  readonly changes = new MarkChanges()

  /** @param annotationsOf - The annotations of an event as they are now. */
  constructor(annotationsOf: (eventId: string) => readonly Annotation[]) {
    this.marks = new Marks(annotationsOf)
  }

  /** An annotation is there, was changed or is gone. */
  followAnnotation(before: Annotation | null, after: Annotation | null): void {
    if (before === after) return
    this.marks.followAnnotation(before, after)
    this.tags.followAnnotation(before, after)
    this.changes.followAnnotation(before, after)
  }

  /** A collection is there, was changed or is gone. */
  followCollection(before: Collection | null, after: Collection | null): void {
    if (before === after) return
    this.marks.followCollection(before, after)
    this.changes.followCollection(before, after)
  }
}
