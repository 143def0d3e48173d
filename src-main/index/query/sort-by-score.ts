import { type Bitmap, countOrdinals, forEachOrdinal } from './bitmap.ts'

/**
 * The ordinals of a set by falling score, and of the same score by falling ordinal. Every ordinal goes
 * straight to the next place of its score.
 *
 * @param scores - By ordinal, whole and not negative.
 */
export function sortByScore(events: Bitmap, scores: Uint32Array): Uint32Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), 0)
  const ends = new Uint32Array(highest + 1)
  forEachOrdinal(events, (ordinal) => {
    const score = scores[ordinal] ?? 0
    ends[score] = (ends[score] ?? 0) + 1
  })
  let end = 0
  for (let score = highest; score >= 0; score--) ends[score] = end += ends[score] ?? 0

  const sorted = new Uint32Array(countOrdinals(events))
  forEachOrdinal(events, (ordinal) => {
    const score = scores[ordinal] ?? 0
    const place = (ends[score] ?? 0) - 1
    ends[score] = place
    sorted[place] = ordinal
  })
  return sorted
}
