import type { FoundEvent } from '#shared/saved-search.ts'
import { compareText } from './compare-text.ts'

/** How what a saved search finds differs from what it found. */
export interface FoundDifference {
  added: FoundEvent[]
  removed: FoundEvent[]
  /** As they are now. */
  changed: FoundEvent[]
}

/** @returns newest first, undated events last, those of one date in order of id. */
export function compareFound(
  before: readonly FoundEvent[],
  now: readonly FoundEvent[],
): FoundDifference {
  const versions = new Map(before.map(({ id, version }) => [id, version]))
  const ids = new Set(now.map(({ id }) => id))
  const isKnown = ({ id }: FoundEvent) => versions.has(id)
  return {
    added: now.filter((event) => !isKnown(event)).sort(compareNewest),
    removed: before.filter(({ id }) => !ids.has(id)).sort(compareNewest),
    changed: now
      .filter((event) => isKnown(event) && versions.get(event.id) !== event.version)
      .sort(compareNewest),
  }
}

function compareNewest(one: FoundEvent, other: FoundEvent): number {
  return compareText(other.date ?? '', one.date ?? '') || compareText(one.id, other.id)
}
