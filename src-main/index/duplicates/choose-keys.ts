import type { WordArena } from './word-arena.ts'
import type { WordStatistics } from './word-statistics.ts'

/** The rarest words of a text, by which it is found: so many. */
export const KEYS = 5

/**
 * Below this, how rare a word is says nothing more: two wordings differ in their rarest words, and
 * should rather agree on which of the others to take.
 */
const FEWEST_MET = 16

const counts = new Uint32Array(KEYS)

/**
 * Choose the rarest words of a text; which of equally rare ones depends on the words alone.
 *
 * @param keys - Gets the words from `at` on; 0 where a text has fewer.
 */
export function chooseKeys(
  { features }: WordArena,
  start: number,
  end: number,
  statistics: WordStatistics,
  keys: Int32Array,
  at: number,
): void {
  let length = 0
  for (let place = start; place < end; place++) {
    const feature = features[place] ?? 0
    if (feature === 0) continue
    const count = Math.max(statistics.count(feature), FEWEST_MET)
    let rank = length
    while (rank > 0 && isRarer(count, feature, counts[rank - 1] ?? 0, keys[at + rank - 1] ?? 0)) {
      rank--
    }
    if (rank >= KEYS || (rank > 0 && keys[at + rank - 1] === feature)) continue
    if (length < KEYS) length++
    for (let moved = length - 1; moved > rank; moved--) {
      keys[at + moved] = keys[at + moved - 1] ?? 0
      counts[moved] = counts[moved - 1] ?? 0
    }
    keys[at + rank] = feature
    counts[rank] = count
  }
  keys.fill(0, at + length, at + KEYS)
}

function isRarer(count: number, feature: number, otherCount: number, other: number): boolean {
  return count < otherCount || (count === otherCount && feature < other)
}
