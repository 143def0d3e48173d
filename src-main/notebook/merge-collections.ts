import type { Collection, CollectionEntry } from '#shared/notebook.ts'
import { withoutDeleted } from './living.ts'
import { mergeDeleted } from './merge-deleted.ts'
import { mergeRecords } from './merge-records.ts'
import { mergeText } from './merge-text.ts'

/**
 * Join two versions of a collection: entries of both, texts that both changed one after the other.
 * Of two new names the newer one is taken.
 *
 * @param base - What both began with; `null` where there was nothing.
 */
export function mergeCollections(
  base: Collection | null,
  ours: Collection,
  theirs: Collection,
): Collection {
  const areWeNewer = ours.modified >= theirs.modified
  const [newer, older] = areWeNewer ? [ours, theirs] : [theirs, ours]
  return {
    ...withoutDeleted(theirs),
    id: ours.id,
    modified: newer.modified,
    name: newer.name === base?.name ? older.name : newer.name,
    introduction: mergeText(base?.introduction, ours.introduction, theirs.introduction),
    entries: mergeRecords(
      base?.entries ?? [],
      ours.entries,
      theirs.entries,
      (our, their, before) => [mergeEntries(our, their, before)],
    ),
    ...mergeDeleted(base, ours, theirs),
  }
}

function mergeEntries(
  our: CollectionEntry,
  their: CollectionEntry,
  before: CollectionEntry | undefined,
): CollectionEntry {
  const remark = mergeText(before?.remark, our.remark, their.remark)
  const didWeFollow = before !== undefined && our.event.id !== before.event.id
  return { ...their, event: didWeFollow ? our.event : their.event, remark }
}
