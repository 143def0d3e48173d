import { anchorQuote } from '#shared/anchoring/anchor-quote.ts'
import { findExactPlaces } from '#shared/anchoring/exact-places.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import type { EventId } from '#shared/event.ts'
import { collapseSpace, composeEventText } from '#shared/event-text.ts'
import type { TextSelector } from '#shared/notebook.ts'
import { findEventNumber } from './event-keys.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { readEvent } from './read-event.ts'

/** Words that somebody marked elsewhere, perhaps in another text of the same event. */
export interface PlacedQuote {
  eventId: EventId
  exact: string
  /** What stood around them there; empty where it is not known. */
  prefix: string
  suffix: string
}

/**
 * Where quotations stand in the texts of their events, however their white space was: where the
 * matcher is sure, or where the very words stand once and nowhere else.
 *
 * @returns in their order; `null` where that is not certain, or the event is not in the archive.
 */
export function placeQuotes(
  index: IndexSnapshot,
  quotes: readonly PlacedQuote[],
): (TextSelector | null)[] {
  return quotes.map((quote) => placeQuote(index, quote))
}

function placeQuote(index: IndexSnapshot, quote: PlacedQuote): TextSelector | null {
  const exact = collapseSpace(quote.exact)
  if (exact === '' || findEventNumber(index, quote.eventId) === null) return null
  const event = readEvent(index, quote.eventId)
  const text = composeEventText(event)
  const prefix = quote.prefix.replace(/\s+/gu, ' ')
  const suffix = quote.suffix.replace(/\s+/gu, ' ')
  const nowhere = { startUtf16: 0, endUtf16: 0, textVersion: '', pageHash: null }
  const wanted = { exact, prefix, suffix, ...nowhere }
  const { status, place } = anchorQuote(text, wanted, event.textVersion)
  if (place && (status === 'exact' || status === 'moved')) {
    return describeSelection(text, place.startUtf16, place.endUtf16, event)
  }
  const { starts, isCut } = findExactPlaces(text.text, wanted)
  const [only] = starts
  if (only === undefined || starts.length > 1 || isCut) return null
  return describeSelection(text, only, only + exact.length, event)
}
