import type { EventDetail } from '#shared/event.ts'
import { reader } from '../../locales/en/reader.ts'

/**
 * An event as a Markdown citation: headline, date of the event, its sources, its page in the
 * archive. Names no author and no date of publication, for the archive knows neither.
 */
export function citeEvent(event: EventDetail): string {
  const words = reader.citation
  const when = event.date === null ? words.undated : words.event(event.date)
  const sources = event.sources.map(({ name, url }) =>
    url === null ? escapeMarkdown(name) : `[${escapeMarkdown(name)}](<${encodeAddress(url)}>)`,
  )
  const page = event.path ?? event.dayPath
  return [
    `“${escapeMarkdown(event.title)}” (${when}).`,
    sources.length > 0 ? `${words.sources}: ${sources.join(', ')}.` : null,
    page === null ? null : `${words.page}: ${codeSpan(page)}.`,
  ]
    .filter((part) => part !== null)
    .join(' ')
}

function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}

function encodeAddress(url: string): string {
  return url.replace(/[<>\s]/g, encodeURIComponent)
}

/** Text as code, fenced by more backticks than it holds in a row. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`
}
