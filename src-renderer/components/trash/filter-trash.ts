import { RECORD_KINDS, type RecordKind, type TrashItem } from '#shared/trash.ts'
import { foldText } from '../notes/fold-text.ts'

/** What of the trash to list. */
export interface TrashFilter {
  /** Words, all of which stand in the name or the headline. */
  text: string
  /** `null` lists every kind. */
  kind: RecordKind | null
}

/** @returns what matches, in the order given; case and accents do not matter. */
export function filterTrash(items: readonly TrashItem[], filter: TrashFilter): TrashItem[] {
  const wanted = foldText(filter.text).split(/\s+/).filter(Boolean)
  return items.filter(({ kind, title, event }) => {
    if (filter.kind !== null && filter.kind !== kind) return false
    const text = foldText(`${title}\n${event?.title ?? ''}`)
    return wanted.every((word) => text.includes(word))
  })
}

/** @returns how many there are of each kind. */
export function countKinds(items: readonly TrashItem[]): Record<RecordKind, number> {
  const counts = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as Record<
    RecordKind,
    number
  >
  for (const { kind } of items) counts[kind] += 1
  return counts
}
