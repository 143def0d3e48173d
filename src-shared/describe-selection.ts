import { type EventText, findPart } from './event-text.ts'
import { CONTEXT_LENGTH, type TextSelector } from './notebook.ts'

/** Longer than any character that is written, and much quicker to cut than a whole text. */
const REACH_UTF16 = 64

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * The selector of words in an event's text. White space at the ends of the selection is left out; a
 * character that it cuts is taken whole, and so are those of the context, which may therefore be some
 * units shorter than `CONTEXT_LENGTH`.
 *
 * @param version - The text's version and the hash of the event's page, as `EventDetail` has them.
 * @returns `null` where no words are selected.
 */
export function describeSelection(
  eventText: EventText,
  startUtf16: number,
  endUtf16: number,
  version: Pick<TextSelector, 'textVersion' | 'pageHash'>,
): TextSelector | null {
  const { text } = eventText
  let start = characterStart(text, clamp(startUtf16, text))
  let end = characterEnd(text, clamp(endUtf16, text))
  while (start < end && isSpace(text, start)) start++
  while (start < end && isSpace(text, end - 1)) end--
  if (start >= end) return null
  const part = findPart(eventText, start)
  return {
    exact: text.slice(start, end),
    prefix: text.slice(characterEnd(text, Math.max(0, start - CONTEXT_LENGTH)), start),
    suffix: text.slice(end, characterStart(text, Math.min(text.length, end + CONTEXT_LENGTH))),
    startUtf16: start,
    endUtf16: end,
    textVersion: version.textVersion,
    pageHash: version.pageHash,
    ...(part && { part: part.kind }),
  }
}

/** Where the character begins that an offset stands in or before. */
export function characterStart(text: string, offsetUtf16: number): number {
  return findBoundary(text, offsetUtf16).before
}

/** Where the character ends that an offset stands in or behind. */
export function characterEnd(text: string, offsetUtf16: number): number {
  return findBoundary(text, offsetUtf16).after
}

/** The borders of characters around an offset; both are the offset where it is one itself. */
function findBoundary(text: string, offsetUtf16: number): { before: number; after: number } {
  if (offsetUtf16 <= 0 || offsetUtf16 >= text.length) {
    return { before: offsetUtf16, after: offsetUtf16 }
  }
  const from = Math.max(0, offsetUtf16 - REACH_UTF16)
  // Segmenting must begin between two characters, as it does before most of them.
  const start = /[ \n\p{L}\p{N}]/u.exec(text.slice(from, offsetUtf16))?.index ?? 0
  const nearby = text.slice(from + start, offsetUtf16 + REACH_UTF16)
  const segment = graphemes.segment(nearby).containing(offsetUtf16 - from - start)
  const before = from + start + (segment?.index ?? 0)
  if (before === offsetUtf16) return { before, after: before }
  return { before, after: before + (segment?.segment.length ?? 0) }
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(Math.trunc(offset), 0), text.length)
}

function isSpace(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\n'
}
