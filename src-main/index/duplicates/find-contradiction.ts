import { exchangeRoles } from './exchange-roles.ts'
import { type IsName, isAnchor } from './is-anchor.ts'
import {
  EMPTY_HASH,
  IS_CAPITALS,
  KIND_BITS,
  WORD_KIND,
  addToHash,
  finishHash,
} from './word-arena.ts'
import type { Wording } from './wording.ts'

/**
 * Whether two wordings cannot report the same: each has a number that the other lacks, or each a
 * name, or names and numbers changed places. What only one of them says is no contradiction.
 *
 * @param firstWhole - All that the first report says, where `first` is only a part of it.
 * @param isLater - Whether one was written on another day: then a number that only one of them has
 *   is news.
 */
export function contradict(
  first: Wording,
  second: Wording,
  firstWhole: Wording,
  secondWhole: Wording,
  isName: IsName,
  isLater: boolean,
): boolean {
  const onlyFirst = findMissing(first, secondWhole, isName)
  const onlySecond = findMissing(second, firstWhole, isName)
  if (onlyFirst.numbers > 0 && onlySecond.numbers > 0) return true
  if (isLater && onlyFirst.numbers + onlySecond.numbers > 0) return true
  if (haveOtherNames(onlyFirst.names, onlySecond.names)) return true
  return exchangeRoles(first, second, isName)
}

interface MissingName {
  hash: number
  initial: number
  isCapitals: boolean
}

interface Missing {
  numbers: number
  names: MissingName[]
}

/** The numbers and names of a wording that the other lacks, or has less often. */
function findMissing(
  { hashes, kinds, initials }: Wording,
  other: Wording,
  isName: IsName,
): Missing {
  const counts = new Map<number, number>()
  for (const hash of other.hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const missing: Missing = { numbers: 0, names: [] }
  for (const [place, hash] of hashes.entries()) {
    const kind = kinds[place] ?? 0
    const count = counts.get(hash) ?? 0
    if (isAnchor(kind, hash, isName) && count === 0) {
      if ((kind & KIND_BITS) === WORD_KIND.number) missing.numbers++
      else {
        const isCapitals = (kind & IS_CAPITALS) !== 0
        missing.names.push({ hash, initial: initials[place] ?? 0, isCapitals })
      }
    }
    if (count > 0) counts.set(hash, count - 1)
  }
  return missing
}

/** Whether each has names of its own, once abbreviations are taken for what they abbreviate. */
function haveOtherNames(first: readonly MissingName[], second: readonly MissingName[]): boolean {
  const [restOfFirst, spelledInFirst] = expand(second, first)
  const [restOfSecond, spelledInSecond] = expand(first, second)
  return (
    restOfFirst.some((name) => !spelledInSecond.has(name)) &&
    restOfSecond.some((name) => !spelledInFirst.has(name))
  )
}

/** @returns names of `full` that no abbreviation stands for, and the abbreviations that stand for some. */
function expand(
  short: readonly MissingName[],
  full: readonly MissingName[],
): [MissingName[], Set<MissingName>] {
  let rest = [...full]
  const spelled = new Set<MissingName>()
  for (const abbreviation of short) {
    if (!abbreviation.isCapitals) continue
    const [start, end] = findInitials(rest, abbreviation.hash)
    if (end === 0) continue
    spelled.add(abbreviation)
    rest = [...rest.slice(0, start), ...rest.slice(end)]
  }
  return [rest, spelled]
}

/** Where words stand whose first letters make up a word, or `[0, 0]`. */
function findInitials(names: readonly MissingName[], word: number): [number, number] {
  for (let start = 0; start < names.length; start++) {
    let hash = EMPTY_HASH
    for (let end = start; end < names.length; end++) {
      hash = addToHash(hash, names[end]?.initial ?? 0)
      if (end > start && finishHash(hash) === word) return [start, end + 1]
    }
  }
  return [0, 0]
}
