import { findExactPlaces } from '#shared/anchoring/exact-places.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { EventDetail } from '#shared/event.ts'
import { collapseSpace, composeEventText } from '#shared/event-text.ts'
import type { TextSelector } from '#shared/notebook.ts'

/**
 * The selector of words in the text of an event. White space of any length counts as one space.
 *
 * @throws QUOTE_NOT_UNIQUE where the words do not stand there, or more than once
 */
export function anchorQuote(event: EventDetail, quote: string): TextSelector {
  const exact = collapseSpace(quote)
  const eventText = composeEventText(event)
  const { starts, isCut } = findExactPlaces(eventText.text, { exact, prefix: '', suffix: '' })
  const [start, ...others] = starts
  if (start !== undefined && others.length === 0) {
    const selector = describeSelection(eventText, start, start + exact.length, event)
    if (selector) return selector
  }
  const count = exact === '' ? 0 : starts.length
  const times = `${isCut && count > 0 ? 'more than ' : ''}${count} times`
  throw new AnnalsError('QUOTE_NOT_UNIQUE', `“${exact}” stands ${times} in this event.`, {
    details: { id: event.id, count },
  })
}
