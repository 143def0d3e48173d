import { KIND_BITS, WORD_KIND } from './word-arena.ts'
import type { Wording } from './wording.ts'

/** What a word counts for: names and numbers say what a report is about. */
const WEIGHTS: Record<number, number> = {
  [WORD_KIND.name]: 2,
  [WORD_KIND.number]: 3,
}

/** How much two wordings have in common, whatever the order. */
export interface Overlap {
  /** Twice what both have by what each has: 0–1. */
  share: number
  /** What both have by what the one has that has less: 0–1. */
  containment: number
  /** What both have. */
  weight: number
}

export function measureOverlap(first: Wording, second: Wording): Overlap {
  const counts = new Map<number, number>()
  const firstWeight = sumWeights(first, (feature) => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
  })
  let weight = 0
  const secondWeight = sumWeights(second, (feature, own) => {
    const count = counts.get(feature) ?? 0
    if (count === 0) return
    counts.set(feature, count - 1)
    weight += own
  })
  const smaller = Math.min(firstWeight, secondWeight)
  return {
    share: (2 * weight) / Math.max(firstWeight + secondWeight, 1),
    containment: weight / Math.max(smaller, 1),
    weight,
  }
}

function sumWeights(
  { features, kinds }: Wording,
  visit: (feature: number, weight: number) => void,
): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] ?? 0
    if (feature === 0) continue
    const weight = WEIGHTS[(kinds[at] ?? 0) & KIND_BITS] ?? 1
    visit(feature, weight)
    sum += weight
  }
  return sum
}
