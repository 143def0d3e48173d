import type { EventDetail } from '#shared/event.ts'
import { citeEvent } from '../reader/cite-event.ts'

/** Words of an event as a Markdown quotation, with where they are from. */
export function quoteWords(words: string, event: EventDetail): string {
  const quoted = words
    .split('\n')
    .map((line) => `> ${line.replace(/[\\`*_[\]<>#|~]/g, '\\$&')}`)
    .join('\n')
  return `${quoted}\n>\n> — ${citeEvent(event)}`
}
