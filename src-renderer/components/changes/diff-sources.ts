/** What became of an event's sources. */
export interface SourceDiff {
  added: string[]
  removed: string[]
  /** How many stayed. */
  kept: number
}

/** Compare the sources of an event before and after; their order does not matter. */
export function diffSources(before: readonly string[], after: readonly string[]): SourceDiff {
  const old = new Set(before)
  const now = new Set(after)
  const added = [...now].filter((source) => !old.has(source))
  const removed = [...old].filter((source) => !now.has(source))
  return { added, removed, kept: now.size - added.length }
}
