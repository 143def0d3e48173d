import { type IsName, isAnchor } from './is-anchor.ts'
import { KIND_BITS, WORD_KIND } from './word-arena.ts'
import type { Wording } from './wording.ts'

/** A number, or a name of one or more words, with the word before and the word after it. */
interface Anchor {
  hash: number
  before: number
  after: number
}

/**
 * Whether two names or numbers have changed places: “A defeats B”, “B defeats A”. A clause that was
 * moved leaves each of its names beside a word it was beside before.
 */
export function exchangeRoles(first: Wording, second: Wording, isName: IsName): boolean {
  const others = new Map(listAnchors(second, isName).map((anchor) => [anchor.hash, anchor]))
  const pairs = listAnchors(first, isName).flatMap((anchor) => {
    const other = others.get(anchor.hash)
    const isBesideSame = other?.before === anchor.before && other.after === anchor.after
    return other && !isBesideSame ? [{ anchor, other }] : []
  })
  return pairs.some((one, place) =>
    pairs
      .slice(place + 1)
      .some(
        (another) =>
          (['before', 'after'] as const).some((side) => areExchanged(one, another, side)) ||
          (isDisplaced(one) && isDisplaced(another) && isInPlace(one, another)),
      ),
  )
}

/** What two wordings have in common, beside what it stands in each. */
interface AnchorPair {
  anchor: Anchor
  other: Anchor
}

function areExchanged(one: AnchorPair, another: AnchorPair, side: 'before' | 'after'): boolean {
  return (
    one.anchor[side] === another.other[side] &&
    another.anchor[side] === one.other[side] &&
    one.anchor[side] !== another.anchor[side]
  )
}

function isDisplaced({ anchor, other }: AnchorPair): boolean {
  return anchor.before !== other.before && anchor.after !== other.after
}

/** Whether one stands in one wording beside what the other stands beside in the other. */
function isInPlace(one: AnchorPair, another: AnchorPair): boolean {
  const stand = ({ anchor }: AnchorPair, { other }: AnchorPair) =>
    anchor.before === other.before || anchor.after === other.after
  return stand(one, another) || stand(another, one)
}

/** The numbers of a wording, and its names, each with all its words. */
function listAnchors({ hashes, kinds }: Wording, isName: IsName): Anchor[] {
  const anchors: Anchor[] = []
  for (let start = 0; start < hashes.length; start++) {
    const kind = kinds[start] ?? 0
    if (!isAnchor(kind, hashes[start] ?? 0, isName)) continue
    let end = start + 1
    let hash = hashes[start] ?? 0
    const isNumber = (kind & KIND_BITS) === WORD_KIND.number
    while (!isNumber && isNameAt(end)) hash = Math.imul(hash, 31) + (hashes[end++] ?? 0)
    anchors.push({ hash, before: hashes[start - 1] ?? 0, after: hashes[end] ?? 0 })
    start = end - 1
  }
  return anchors

  function isNameAt(place: number): boolean {
    const kind = (kinds[place] ?? 0) & KIND_BITS
    return kind === WORD_KIND.name && isAnchor(kind, hashes[place] ?? 0, isName)
  }
}
