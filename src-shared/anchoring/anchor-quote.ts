import type { Anchor, AnchorPlace } from '../anchor.ts'
import type { EventText } from '../event-text.ts'
import type { TextSelector } from '../notebook.ts'
import { CHANGED_FLOOR, EXACT_FLOOR, MARGIN, SIDE_MARGIN } from './anchor-bounds.ts'
import { findChangedPlaces } from './changed-places.ts'
import { findExactPlaces } from './exact-places.ts'
import { type ScoredPlace, PlaceScorer } from './place-scorer.ts'

/** Candidates that are offered at most. */
const MAX_CANDIDATES = 5

/**
 * Find where a mark stands in the text of its event as it is now. Pure, and bounded in time however
 * long the text and the quotation are.
 *
 * 1. In the very text it was made on, it stands where it stood.
 * 2. Where its words stand unchanged, whole, in the same kind of part, within the same rest of their
 *    sentence, and in a context that fits better by a margin than every other place
 *    with these words, it stands there: `exact` at the same offset, else `moved`.
 * 3. Else the places with its words, or with words like them, are weighed. The best one is `unsure`,
 *    to be confirmed, if it is good enough and better by a margin than the second best.
 * 4. Else it is an `orphan`, and the places that come nearest are its candidates.
 *
 * Changed words are never taken without asking, whatever they were changed into.
 *
 * @param currentVersion - Version of the text (`EventDetail.textVersion`).
 */
export function anchorQuote(
  eventText: EventText,
  selector: TextSelector,
  currentVersion: string,
): Anchor {
  const { exact, startUtf16, endUtf16 } = selector
  const isSameText = selector.textVersion === currentVersion
  if (isSameText && exact !== '' && eventText.text.slice(startUtf16, endUtf16) === exact) {
    return {
      status: 'exact',
      place: { startUtf16, endUtf16, text: exact, score: 1 },
      candidates: [],
    }
  }
  if (exact.trim() === '' || eventText.text === '') return ORPHAN

  const scorer = new PlaceScorer(eventText, selector)
  const found = findExactPlaces(eventText.text, selector)
  const exactPlaces = inOrder(found.starts.map((start) => scorer.scoreExact(start)))
  const [best, rival] = exactPlaces
  if (
    best &&
    !found.isCut &&
    best.isSilent &&
    isClear(best, rival) &&
    isUndisputed(best, exactPlaces)
  ) {
    const status = best.startUtf16 === startUtf16 ? 'exact' : 'moved'
    return { status, place: toPlace(best), candidates: [] }
  }
  const changed = findChangedPlaces(eventText.text, selector).map((place) =>
    scorer.scoreChanged(place),
  )
  const floor = rival === undefined ? EXACT_FLOOR : CHANGED_FLOOR
  return weigh(withoutOverlaps(inOrder([...exactPlaces, ...changed])), floor)
}

const ORPHAN: Anchor = { status: 'orphan', place: null, candidates: [] }

/** @param exactFloor - Score that a place with the very words needs. */
function weigh(places: ScoredPlace[], exactFloor: number): Anchor {
  const candidates = places.slice(0, MAX_CANDIDATES).map(toPlace)
  const [best, rival] = places
  const isGoodEnough = best && best.score >= (best.isExact ? exactFloor : CHANGED_FLOOR)
  if (isGoodEnough && isClear(best, rival)) {
    return { status: 'unsure', place: toPlace(best), candidates }
  }
  return { status: 'orphan', place: null, candidates }
}

function isClear(best: ScoredPlace, rival: ScoredPlace | undefined): boolean {
  return rival === undefined || best.score - rival.score >= MARGIN
}

/**
 * Whether no other place has kept a side of the context that the best one has lost, nor all of it where
 * the best one has not: a sentence that was written a second time at the end of the text fits the end
 * better, and yet is not the one that was marked.
 */
function isUndisputed(best: ScoredPlace, places: ScoredPlace[]): boolean {
  return places.every(
    ({ prefixLikeness, suffixLikeness, hasWholeContext }) =>
      prefixLikeness <= best.prefixLikeness + SIDE_MARGIN &&
      suffixLikeness <= best.suffixLikeness + SIDE_MARGIN &&
      (best.hasWholeContext || !hasWholeContext),
  )
}

function inOrder(places: ScoredPlace[]): ScoredPlace[] {
  return places.sort((a, b) => b.score - a.score || a.startUtf16 - b.startUtf16)
}

/** Of places that share words only the best: they are one place, found in several ways. */
function withoutOverlaps(places: ScoredPlace[]): ScoredPlace[] {
  const kept: ScoredPlace[] = []
  for (const place of places) {
    const isNew = kept.every(
      (other) => place.endUtf16 <= other.startUtf16 || other.endUtf16 <= place.startUtf16,
    )
    if (isNew) kept.push(place)
  }
  return kept
}

function toPlace({ startUtf16, endUtf16, text, score }: ScoredPlace): AnchorPlace {
  return { startUtf16, endUtf16, text, score }
}
