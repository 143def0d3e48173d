import DOMPurify from 'dompurify'
import { parseInert } from './trusted-types.ts'

const ALLOWED_TAGS = [
  // The root that is handed over; it does not come back.
  'body',
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'div', 'span', 'details', 'summary'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['a', 'em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup'],
  ...['abbr', 'cite', 'q', 'kbd', 'samp', 'var', 'time', 'ruby', 'rt', 'rp', 'bdi', 'bdo', 'wbr'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]

const ALLOWED_ATTRIBUTES = [
  ...['href', 'title', 'dir', 'lang', 'start', 'reversed', 'colspan', 'rowspan', 'align', 'open'],
]

/** http, https, mailto, a collection of the notebook, or an address without scheme and host. */
export const ALLOWED_ADDRESS =
  /^(?:https?:|mailto:|annals:collection\/[\w%-]+$|(?![/\\]{2})(?![a-z][a-z0-9+.-]*:))/i

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, th, td, dt, dd, summary, caption'
const MEDIA_FILES = 'img, video, audio, source, iframe, embed'

/**
 * Make HTML from Markdown safe to stand in the window: only text structure is left, pictures become
 * links that name their host, every block finds its own direction, headings begin at the third level.
 *
 * @param html - Untrusted.
 * @param nameLink - Text for a link to a picture: its description and its host, either may be empty.
 */
export function sanitiseHtml(
  html: string,
  nameLink: (description: string, host: string) => string,
): DocumentFragment {
  const { body } = parseInert(html)
  for (const media of body.querySelectorAll(MEDIA_FILES)) {
    media.replaceWith(linkTo(media, nameLink))
  }
  for (const box of body.querySelectorAll('input[type="checkbox"]')) {
    box.replaceWith(box.hasAttribute('checked') ? '☑ ' : '☐ ')
  }
  // Names inside a text are not kept, so what leads to one is only its words.
  for (const back of body.querySelectorAll('a[data-footnote-backref]')) back.remove()
  for (const inner of body.querySelectorAll('a[href^="#"]')) inner.replaceWith(...inner.childNodes)
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) demote(heading)
  for (const block of body.querySelectorAll(BLOCKS)) {
    if (!block.hasAttribute('dir')) block.setAttribute('dir', 'auto')
  }
  return DOMPurify.sanitize(body, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ALLOWED_ATTRIBUTES,
    ALLOWED_URI_REGEXP: ALLOWED_ADDRESS,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    SANITIZE_NAMED_PROPS: true,
    RETURN_DOM_FRAGMENT: true,
  })
}

function linkTo(media: Element, nameLink: (description: string, host: string) => string): Element {
  const address = media.getAttribute('src') ?? ''
  const link = media.ownerDocument.createElement('a')
  link.setAttribute('href', address)
  link.textContent = nameLink(media.getAttribute('alt') ?? '', hostOf(address))
  return link
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

function demote(heading: Element) {
  const level = Math.min(Number(heading.localName.slice(1)) + 2, 6)
  const lower = heading.ownerDocument.createElement(`h${level}`)
  lower.append(...heading.childNodes)
  heading.replaceWith(lower)
}
