import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import { living } from './living.ts'
import { MarkChanges } from './mark-changes.ts'
import { Marks } from './marks.ts'
import { followClaimTexts, followCollectionTexts, followNote } from './note-links/follow-texts.ts'
import { NoteLinkIndex } from './note-links/note-link-index.ts'
import { TagIndex } from './tag-index.ts'
import { TrashView } from './trash-view.ts'

/**
 * What is derived from the records, kept up to date with each change of one. What is in the trash is
 * in the trash's view alone.
 */
export class RecordViews {
  readonly marks: Marks
  readonly tags = new TagIndex()
  readonly trash = new TrashView()
  readonly links = new NoteLinkIndex()
  /** What those who search the notebook have not been told yet. */
  readonly changes = new MarkChanges()

  /** @param annotationsOf - The annotations of an event as they are now. */
  constructor(annotationsOf: (eventId: string) => readonly Annotation[]) {
    this.marks = new Marks(annotationsOf)
  }

  /** An annotation is there, was changed or is gone. */
  followAnnotation(before: Annotation | null, after: Annotation | null): void {
    if (before === after) return
    this.trash.follow('annotation', before, after)
    const [was, is] = [living(before), living(after)]
    this.marks.followAnnotation(was, is)
    this.tags.followAnnotation(was, is)
    this.changes.followAnnotation(was, is)
    followNote(this.links, was, is)
  }

  /** A collection is there, was changed or is gone. */
  followCollection(before: Collection | null, after: Collection | null): void {
    if (before === after) return
    this.trash.follow('collection', before, after)
    const [was, is] = [living(before), living(after)]
    this.marks.followCollection(was, is)
    this.changes.followCollection(was, is)
    followCollectionTexts(this.links, was, is)
  }

  /** A saved search is there, was changed or is gone. */
  followSavedSearch(before: SavedSearch | null, after: SavedSearch | null): void {
    this.trash.follow('savedSearch', before, after)
  }

  /** A claim is there, was changed or is gone. */
  followClaim(before: Claim | null, after: Claim | null): void {
    if (before === after) return
    this.trash.follow('claim', before, after)
    const [was, is] = [living(before), living(after)]
    this.changes.followClaim(was, is)
    followClaimTexts(this.links, was, is)
  }
}
