import type { EventId } from '../event.ts'

/** What Markdown would read as a sign within the words of a link; marked reads `\](` as one, too. */
const SIGNS = /[\\`*_[\]<]|(?<=\])\(|&(?=[#\p{L}])/gu
/** What would end an address in angle brackets, or be read as something else than a part of a path. */
const SPECIAL = /[%?#&<>[\]\\\p{Cc}]/gu

/** A link to an event for a note: `[Headline](</news/2008/06/6/slug.md>)`, whatever both hold. */
export function formatEventLink(title: string, id: EventId): string {
  const path = id.replace(SPECIAL, (sign) => encodeURIComponent(sign))
  return `[${formatWords(title)}](</${path}.md>)`
}

/** A link to a collection: `[Name](annals:collection/<id>)`. */
export function formatCollectionLink(name: string, id: string): string {
  return `[${formatWords(name)}](annals:collection/${encodeURIComponent(id)})`
}

function formatWords(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().replace(SIGNS, '\\$&')
}
