import type { Source } from '#shared/event.ts'
import { type WrittenLink, isPictureAddress } from './page-links.ts'
import type { PageProblems } from './page-problem.ts'

/** The beginning of nearly every web address; for others the parser of URLs is asked. */
const PLAIN_URL =
  /^https?:\/\/(?!\S{0,200}xn--)[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,5}\.[a-z]{2,10}(?:[/?#]\S*)?$/iu

/** An item of a list of sources. */
export interface SourceItem {
  number: number | null
  link: WrittenLink
  second: WrittenLink | null
}

/**
 * The sources of one list. A picture belongs to the source before it: it is the second link of a
 * line, has an address that ends like a picture's, or repeats the number of the item before.
 */
export function collectSources(items: readonly SourceItem[], problems: PageProblems): Source[] {
  const sources: Source[] = []
  items.forEach((item, index) => {
    const last = sources.at(-1)
    if (last && (isPictureAddress(item.link.address) || repeatsNumber(items, index))) {
      last.image ??= toWebAddress(item.link)
      return
    }
    const url = toWebAddress(item.link)
    if (url === null) {
      const name = item.link.text || item.link.address.slice(0, 200)
      problems.add('SOURCE_UNSAFE', `“${name}” has no web address that may be opened.`)
    }
    sources.push({
      name: item.link.text || hostOf(url) || item.link.address,
      url,
      image: item.second && toWebAddress(item.second),
    })
  })
  return sources
}

/** A web address (http, https) fit to be opened, or `null`. */
function toWebAddress({ address, kind }: WrittenLink): string | null {
  if (kind !== 'web') return null
  if (PLAIN_URL.test(address)) return address
  const url = address.startsWith('//') ? `https:${address}` : address
  const parsed = URL.parse(url)
  if (!parsed || parsed.hostname === '') return null
  return /\s/u.test(url) ? parsed.href : url
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname
}

/** Whether an item has the number of the one before; some people number all items alike. */
function repeatsNumber(items: readonly SourceItem[], index: number): boolean {
  const [beforeLast, last, item, next] = [-2, -1, 0, 1].map((step) => items[index + step]?.number)
  return typeof item === 'number' && last === item && beforeLast !== item && next !== item
}
