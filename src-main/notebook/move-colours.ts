import { isTagWithin, tagKey } from '#shared/tag-path.ts'
import type { RecordChange } from './record-change.ts'
import type { TagRecord } from './tag-record.ts'

/**
 * What becomes of the colours of a tag that is renamed and of those below it: they follow, unless the
 * new name has a colour of its own.
 *
 * @param modified - ISO 8601, UTC.
 */
export function moveColours(
  records: readonly TagRecord[],
  tag: string,
  newName: string,
  modified: string,
): RecordChange[] {
  const known = new Map(records.map((record) => [record.id, record]))
  const moving = records.filter(({ id }) => isTagWithin(id, tag))
  const changed = new Map<string, TagRecord | null>(moving.map(({ id }) => [id, null]))
  for (const record of moving) {
    const id = tagKey(newName) + record.id.slice(tagKey(tag).length)
    if (changed.has(id) || !known.has(id)) changed.set(id, { ...record, id, modified })
  }
  return [...changed].flatMap(([id, after]) => {
    const before = known.get(id) ?? null
    return before?.colour === after?.colour ? [] : [{ kind: 'tag', id, before, after } as const]
  })
}
