import type { HighlightColour } from '#shared/notebook.ts'
import { tagKey } from '#shared/tag-path.ts'
import type { RecordChange } from './record-change.ts'
import type { TagRecord } from './tag-record.ts'

/**
 * Give a tag a colour in a step that does other things to colours already.
 *
 * @param changes - Those other things, to any tags.
 * @param before - What the tag has before all of it; `null` where it has no colour.
 * @param colour - `null` takes its colour away.
 * @param modified - ISO 8601, UTC.
 */
export function giveColour(
  changes: readonly RecordChange[],
  before: TagRecord | null,
  tag: string,
  colour: HighlightColour | null,
  modified: string,
): RecordChange[] {
  const id = tagKey(tag)
  const others = changes.filter((change) => change.id !== id)
  if ((before?.colour ?? null) === colour) return others
  const after = colour && { ...before, id, colour, modified }
  return [...others, { kind: 'tag', id, before, after }]
}
