import type { Annotation, EventCopy, TextSelector } from '#shared/notebook.ts'
import type { ForeignAnnotation } from './incoming-annotation.ts'

/**
 * An annotation of another program on the event it was found to be on. Words that stand nowhere for
 * certain are not marked: they stand as a quotation before the note.
 *
 * @param selector - Where its words stand in the event; `null` where that is not certain.
 * @param now - ISO 8601, UTC; for what does not say when it was made.
 */
export function settleAnnotation(
  { id, created, modified, note, tags, quote }: ForeignAnnotation,
  { event, selector, now }: { event: EventCopy; selector: TextSelector | null; now: string },
): Annotation {
  const own = note.trim() === '' ? '' : note
  return {
    id,
    created: created ?? modified ?? now,
    modified: modified ?? now,
    event,
    note: quote && !selector ? quoteBefore(quote.exact, own) : own,
    tags,
    selector,
    colour: selector && 'yellow',
    state: 'open',
  }
}

/** Words as a block quote of Markdown, then the note. */
function quoteBefore(words: string, note: string): string {
  const lines = words.trim().split(/\r\n?|\n/)
  const quotation = lines.map((line) => `> ${line.trim()}`.trimEnd()).join('\n')
  return note === '' ? quotation : `${quotation}\n\n${note}`
}

/** Which annotation it is, for a person: the beginning of its note or of the words it marks. */
export function titleOf({ note, quote, tags, id }: ForeignAnnotation): string {
  const text = [quote?.exact, note, tags.join(', ')].find((words) => words?.trim()) ?? id
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line
}
