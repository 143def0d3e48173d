import type { Annotation } from '#shared/notebook.ts'
import type { BulkAnnotationChange } from '#shared/notebook-api.ts'
import { tagKey } from '#shared/tag-path.ts'
import { cleanTags } from './clean-tags.ts'
import { editAnnotation, isEmpty } from './edit-annotation.ts'

/**
 * An annotation with a change that is made of several. One that nothing would be left of is as it
 * was, but in the trash.
 *
 * @param now - ISO 8601, UTC.
 * @returns the same where nothing is another.
 */
export function editInBulk(
  before: Annotation,
  { addTags = [], removeTags = [], ...marking }: BulkAnnotationChange,
  now: string,
): Annotation {
  const gone = new Set(cleanTags(removeTags).map(tagKey))
  const kept = before.tags.filter((tag) => !gone.has(tagKey(tag)))
  const after = editAnnotation(before, { ...marking, tags: [...kept, ...addTags] })
  if (after === before) return before
  return isEmpty(after) ? { ...before, deleted: now } : { ...after, modified: now }
}
