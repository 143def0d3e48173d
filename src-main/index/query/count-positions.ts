import { composeEventText } from '#shared/event-text.ts'
import type { EventId } from '#shared/event.ts'
import type { TextSelector } from '#shared/notebook.ts'
import { findEventNumber } from './event-keys.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { readEvent } from './read-event.ts'

/** Marked words in an event. */
export interface MarkedPlace {
  eventId: EventId
  selector: Pick<TextSelector, 'startUtf16' | 'endUtf16' | 'textVersion'>
}

/** A place in a text in Unicode code points, as standards count. */
export interface CodePointRange {
  start: number
  end: number
}

/**
 * Where marked words stand, in code points.
 *
 * @returns in their order; `null` where the event's text is no longer the one they were marked in.
 */
export function countPositions(
  index: IndexSnapshot,
  places: readonly MarkedPlace[],
): (CodePointRange | null)[] {
  return places.map(({ eventId, selector }) => {
    if (findEventNumber(index, eventId) === null) return null
    const event = readEvent(index, eventId)
    if (event.textVersion !== selector.textVersion) return null
    const { text } = composeEventText(event)
    const { startUtf16, endUtf16 } = selector
    if (!(startUtf16 >= 0 && startUtf16 <= endUtf16 && endUtf16 <= text.length)) return null
    const start = countCodePoints(text.slice(0, startUtf16))
    return { start, end: start + countCodePoints(text.slice(startUtf16, endUtf16)) }
  })
}

function countCodePoints(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0
  return text.length - pairs
}
