import type { NameCount } from '#shared/browse.ts'

/** A name in a list, which has a place of its own there. */
export interface RankedName extends NameCount {
  place: number
}

/**
 * The names with the highest counts, most first, and of the same count by name; names without any are
 * left out. Most names of a large list are passed over after a glance at their count.
 */
export function listTopNames(
  counts: Uint32Array,
  nameOf: (place: number) => string,
  limit: number,
): RankedName[] {
  const top: RankedName[] = []
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] ?? 0
    if (count === 0 || (top.length >= limit && count < (top.at(-1)?.count ?? 0))) continue
    const entry = { place, name: nameOf(place), count }
    let at = top.length
    while (at > 0 && isBefore(entry, top[at - 1])) at--
    top.splice(at, 0, entry)
    if (top.length > limit) top.pop()
  }
  return top
}

function isBefore(one: NameCount, other: NameCount | undefined): boolean {
  if (other === undefined) return false
  return one.count === other.count ? one.name < other.name : one.count > other.count
}
