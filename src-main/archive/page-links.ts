import { toPlainLine } from './plain-text.ts'

/** `page` within the archive, `web` (http, https), or `other`, which is never opened. */
export type AddressKind = 'page' | 'web' | 'other'

/** A link as a line of a page holds it. */
export interface WrittenLink {
  /** Plain text. */
  text: string
  /** As written. */
  address: string
  kind: AddressKind
  /** The page it leads to, as {@link toPageTarget} reads it; `null` unless it is `page`. */
  target: string | null
}

/** A list item or heading that is a link, with what follows it. */
export interface LinkLine {
  link: WrittenLink
  /** A second link on the same line. */
  second: WrittenLink | null
  /** Emphasised text at the end of the line, without its marks. */
  tail: string | null
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/iu
const PAGE_ADDRESS = /\.(?:md|markdown)$/iu
const PICTURE_ADDRESS = /\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)$/iu
const ROOTED = /^\.{0,2}\//u
const SECOND_LINK = /^\s*!?\[/u
/** The address of nearly every page, which stands for itself. */
const PLAIN_PAGE_ADDRESS = /^\/(?!\/)[\w/.,~-]*\.md$/u
/** Nearly every line that begins with a link to a page: text, such an address, and the tail. */
const PLAIN_PAGE_LINE = /^\[([ -%'-\\^-~]*)\]\((\/(?!\/)[\w/.,~-]*\.md)\)(?: _([^_]*)_)?$/u

export function classifyAddress(address: string): AddressKind {
  if (PLAIN_PAGE_ADDRESS.test(address)) return 'page'
  if (address.startsWith('//')) return 'web'
  const scheme = SCHEME.exec(address)?.[0].toLowerCase()
  if (scheme !== undefined) return scheme === 'http:' || scheme === 'https:' ? 'web' : 'other'
  const path = stripSuffix(address)
  if (PAGE_ADDRESS.test(path)) return 'page'
  return ROOTED.test(path) && !isPictureAddress(path) ? 'page' : 'other'
}

/** Whether an address ends like that of a picture. */
export function isPictureAddress(address: string): boolean {
  return PICTURE_ADDRESS.test(stripSuffix(address))
}

/** The page an address leads to: URL-decoded, NFC, without fragment, query or title. */
export function toPageTarget(address: string): string {
  if (PLAIN_PAGE_ADDRESS.test(address)) return address
  return decodeAddress(stripSuffix(address)).normalize('NFC')
}

/**
 * Read a line that begins with a link. The text of a link may hold brackets and parentheses, so
 * a link to a page ends with the line, and any other where its brackets balance.
 *
 * @returns `null` where the line is no link.
 */
export function parseLinkLine(line: string): LinkLine | null {
  if (!line.startsWith('[')) return null
  return parsePlainPageLine(line) ?? parsePageLine(line) ?? parseWebLine(line)
}

function parsePlainPageLine(line: string): LinkLine | null {
  const match = PLAIN_PAGE_LINE.exec(line)
  if (!match) return null
  const [, text = '', address = '', tail] = match
  return {
    link: { text: toPlainLine(text), address, kind: 'page', target: address },
    second: null,
    tail: tail?.trim() || null,
  }
}

function parsePageLine(line: string): LinkLine | null {
  const mark = line.at(-1)
  const isEmphasised = mark === '_' || mark === '*'
  // The mark that ends the line begins nothing.
  const tailStart = isEmphasised ? line.lastIndexOf(`) ${mark}`, line.length - 4) : -1
  const linkEnd = isEmphasised ? tailStart : line.length - 1
  if (linkEnd < 0 || line[linkEnd] !== ')') return null
  const middle = line.lastIndexOf('](', linkEnd)
  if (middle < 0) return null
  const address = line.slice(middle + 2, linkEnd).trim()
  if (classifyAddress(address) !== 'page') return null
  return {
    link: toWrittenLink(line.slice(1, middle), address),
    second: null,
    tail: isEmphasised ? line.slice(tailStart + 3, -1).trim() || null : null,
  }
}

function parseWebLine(line: string): LinkLine | null {
  const first = readLink(line)
  if (!first) return null
  const rest = line.slice(first.end)
  const second = SECOND_LINK.test(rest) ? readLink(rest.slice(rest.indexOf('['))) : null
  return { link: first.link, second: second?.link ?? null, tail: null }
}

/** Read the link that begins with the first character. `end` is the offset behind it. */
function readLink(line: string): { link: WrittenLink; end: number } | null {
  const middle = findTextEnd(line)
  if (middle < 0) return null
  const close = findAddressEnd(line, middle + 2)
  if (close < 0) return null
  const address = stripTitle(line.slice(middle + 2, close))
  return { link: toWrittenLink(line.slice(1, middle), address), end: close + 1 }
}

function toWrittenLink(text: string, address: string): WrittenLink {
  const kind = classifyAddress(address)
  const target = kind === 'page' ? toPageTarget(address) : null
  return { text: toPlainLine(text), address, kind, target }
}

/** Where `](` ends the text of the link at the start; where brackets do not balance, the first. */
function findTextEnd(line: string): number {
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const character = line[at]
    if (character === '[') depth++
    else if (character === ']' && --depth <= 0 && line[at + 1] === '(') return at
  }
  return line.indexOf('](')
}

/** The parenthesis that ends an address, which may hold balanced ones; else the last of the line. */
function findAddressEnd(line: string, start: number): number {
  let depth = 1
  for (let at = start; at < line.length; at++) {
    const character = line[at]
    if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at
  }
  const last = line.lastIndexOf(')')
  return last >= start ? last : -1
}

function stripTitle(address: string): string {
  const trimmed = address.trim()
  if (trimmed.startsWith('<') && trimmed.endsWith('>')) return trimmed.slice(1, -1)
  const title = trimmed.search(/\s["'(]/u)
  return title > 0 ? trimmed.slice(0, title) : trimmed
}

function stripSuffix(address: string): string {
  const path = stripTitle(address)
  const end = path.search(/[?#]/u)
  return end < 0 ? path : path.slice(0, end)
}

function decodeAddress(address: string): string {
  if (!address.includes('%')) return address
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
