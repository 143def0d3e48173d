import { type Gap, alignWords } from './align-words.ts'
import { KIND_BITS, WORD_KIND } from './word-arena.ts'
import type { Wording } from './wording.ts'

type TestWord = (kind: number) => boolean

/** Of scripts without capitals any word may be a name. */
const isUncased: TestWord = (kind) => kind === WORD_KIND.uncased || kind === WORD_KIND.alone
const isAny: TestWord = () => true

const FEWEST_OF_LONG = 6

/**
 * Whether one wording says something else in the place of what the other says. Words that one of
 * them only adds, and rows of words that were moved as they are, replace nothing.
 *
 * @param isStrict - Whether every word counts, and not only those of scripts without capitals.
 */
export function replaceWords(first: Wording, second: Wording, isStrict: boolean): boolean {
  const test = isStrict ? isAny : isUncased
  if (!hasWord(first, test) || !hasWord(second, test)) return false
  const gaps = alignWords(first, second)
  if (!gaps) return true
  if (gaps.some((gap) => isReplaced(first, second, gap, test))) return true
  return changePlaces(
    gaps.map((gap) => first.hashes.subarray(gap.firstStart, gap.firstEnd)),
    gaps.map((gap) => second.hashes.subarray(gap.secondStart, gap.secondEnd)),
  )
}

function isReplaced(first: Wording, second: Wording, gap: Gap, test: TestWord): boolean {
  return (
    hasWord(first, test, gap.firstStart, gap.firstEnd) &&
    hasWord(second, test, gap.secondStart, gap.secondEnd)
  )
}

/** Whether words were taken away in one place and added in another, other than as a row. */
function changePlaces(removed: readonly Int32Array[], added: readonly Int32Array[]): boolean {
  const rowsOut = removed.map(nameRow)
  const rowsIn = added.map(nameRow)
  const wordsOut = new Set(
    removed.filter((row) => !isMoved(row, rowsIn)).flatMap((row) => [...row]),
  )
  return added
    .filter((row) => !isMoved(row, rowsOut))
    .some((row) => row.some((word) => wordsOut.has(word)))
}

function nameRow(row: Int32Array): string {
  return ` ${row.join(' ')} `
}

/** Whether a row is elsewhere as it is; a long one may have gained or lost words at its ends. */
function isMoved(row: Int32Array, others: readonly string[]): boolean {
  const name = nameRow(row)
  return others.some(
    (other) =>
      other === name ||
      (row.length >= FEWEST_OF_LONG && (other.includes(name) || name.includes(other))),
  )
}

function hasWord({ kinds }: Wording, test: TestWord, start = 0, end = kinds.length): boolean {
  for (let at = start; at < end; at++) if (test((kinds[at] ?? 0) & KIND_BITS)) return true
  return false
}
