import type { ReportWindow } from './report-window.ts'
import { EMPTY_HASH, addToHash, finishHash } from './word-arena.ts'

/** Texts of fewer words may be the same by chance. */
const FEWEST_WORDS = 5

/**
 * The reports from `first` up to `end` whose headline repeats that of another of them word by word,
 * with the same summary; however many they are.
 *
 * @returns the ordinal of the first such report, by that of the one that repeats it.
 */
export function findCopies(window: ReportWindow, first: number, end: number): Map<number, number> {
  const originals = new Map<number, number>()
  const copies = new Map<number, number>()
  for (let ordinal = first; ordinal < end; ordinal++) {
    if (window.endOf(ordinal) - window.startOf(ordinal) < FEWEST_WORDS) continue
    const hash = hashWords(window, ordinal)
    const original = originals.get(hash)
    if (original === undefined) originals.set(hash, ordinal)
    else if (haveSameText(window, original, ordinal)) copies.set(ordinal, original)
  }
  return copies
}

function hashWords(window: ReportWindow, ordinal: number): number {
  const { hashes } = window.words
  let hash = EMPTY_HASH
  for (let at = window.startOf(ordinal); at < window.endOf(ordinal); at++) {
    hash = addToHash(hash, hashes[at] ?? 0)
  }
  return finishHash(hash)
}

function haveSameText(window: ReportWindow, first: number, second: number): boolean {
  const { hashes } = window.words
  const start = window.startOf(first)
  const length = window.endOf(first) - start
  const other = window.startOf(second)
  if (window.endOf(second) - other !== length) return false
  for (let at = 0; at < length; at++) {
    if (hashes[start + at] !== hashes[other + at]) return false
  }
  return window.report(first).summary === window.report(second).summary
}
