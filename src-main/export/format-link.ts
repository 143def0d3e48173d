import { escapeLine } from './escape-text.ts'

/** What breaks a link's address in Markdown, or is no part of an address anyway. */
const UNSAFE = /[\s\p{Cc}\p{Cs}<>()[\]{}\\^`|"*]/gu

/**
 * A Markdown link.
 *
 * @param text - Plain; escaped here.
 * @param address - A web address, or what {@link pathAddress} gives.
 */
export function formatLink(text: string, address: string): string {
  const destination = address.replace(UNSAFE, percentEncode).replace(/&(?=#?\w+;)/g, '&amp;')
  return `[${escapeLine(text)}](${destination})`
}

/** The address of a file beside the document: percent-encoded. */
export function pathAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function percentEncode(character: string): string {
  const bytes = Buffer.from(character, 'utf8').toString('hex').toUpperCase()
  return bytes.replace(/../g, '%$&')
}
