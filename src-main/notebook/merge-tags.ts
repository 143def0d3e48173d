import { compareText } from './compare-text.ts'
import { mergeRecords } from './merge-records.ts'
import type { TagRecord } from './tag-record.ts'

/**
 * Join two versions of what tags were given. Of two new colours of one tag the newer one is taken.
 *
 * @param base - What both began with.
 * @returns in order of id.
 */
export function mergeTags(
  base: readonly TagRecord[],
  ours: readonly TagRecord[],
  theirs: readonly TagRecord[],
): TagRecord[] {
  const merged = mergeRecords(base, ours, theirs, (our, their) => [
    our.modified >= their.modified ? our : their,
  ])
  return merged.sort((one, other) => compareText(one.id, other.id))
}
