import type { Source } from '#shared/event.ts'
import { escapeLine } from './escape-text.ts'
import { formatLink } from './format-link.ts'

/**
 * A source as the one line of a footnote: its name, linked, its host, and its picture. It is never a
 * single word, which readers that know no footnotes would take for the address of a link.
 */
export function formatSource({ name, url, image }: Source): string {
  const shown = escapeLine(name) === '' ? (url ?? 'Unnamed source') : name
  const parts =
    url === null
      ? [escapeLine(shown), 'no address given']
      : [formatLink(shown, url), escapeLine(hostOf(url))]
  return [...parts, ...(image === null ? [] : [formatLink('picture', image)])].join(', ')
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? url
}
