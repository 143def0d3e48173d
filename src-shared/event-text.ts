import type { EventDetail } from './event.ts'
import { plainBody } from './markdown/plain-body.ts'

/** The parts of an event in which words can be marked, in the order of its text. */
export const EVENT_TEXT_PARTS = [
  'headline',
  'topic',
  'summary',
  'body',
  'source',
  'relation',
  'revision',
] as const
export type EventTextPartKind = (typeof EVENT_TEXT_PARTS)[number]

/** One part: of sources, relations and revisions each name or headline is one. */
export interface EventTextPart {
  kind: EventTextPartKind
  /** Place among the parts of its kind, from 0: that of the source, relation or revision in its list. */
  index: number
  /** UTF-16 offsets into the event's text; the same where the part is empty. */
  startUtf16: number
  endUtf16: number
}

/** All words of an event in one row: what selectors count in. */
export interface EventText {
  text: string
  parts: EventTextPart[]
}

/** What the text of an event is made of. */
export type TextualEvent = Pick<
  EventDetail,
  'title' | 'topic' | 'summary' | 'body' | 'sources' | 'relations' | 'revisions'
>

/** What stands between two parts; no part holds it. */
export const PART_SEPARATOR = '\n'

/**
 * All words of an event in one row, as the window shows them: within a part, white space of any kind
 * and length is one space; parts are separated by {@link PART_SEPARATOR}. Where there is a body, the
 * summary, which is an excerpt of it, is left out.
 */
export function composeEventText(event: TextualEvent): EventText {
  const parts: EventTextPart[] = []
  let text = ''
  const add = (kind: EventTextPartKind, words: string, index = 0) => {
    if (parts.length > 0) text += PART_SEPARATOR
    const startUtf16 = text.length
    text += collapseSpace(words)
    parts.push({ kind, index, startUtf16, endUtf16: text.length })
  }

  add('headline', event.title)
  if (event.topic !== null) add('topic', event.topic)
  if (event.body !== null) add('body', plainBody(event.body))
  else if (event.summary !== '') add('summary', event.summary)
  for (const [index, { name }] of event.sources.entries()) add('source', name, index)
  for (const [index, { title }] of event.relations.entries()) add('relation', title, index)
  for (const [index, { title }] of event.revisions.entries()) add('revision', title, index)
  return { text, parts }
}

/** The words of a part: no white space at its ends, one space in the place of any other. */
export function collapseSpace(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

/** The part that a place lies in or touches, the first of two; `null` outside of the text. */
export function findPart({ parts }: EventText, offsetUtf16: number): EventTextPart | null {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((parts[middle]?.endUtf16 ?? 0) < offsetUtf16) low = middle + 1
    else high = middle
  }
  const part = parts[low]
  return part && part.startUtf16 <= offsetUtf16 ? part : null
}
