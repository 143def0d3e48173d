import { ByteKeys, makeByteKeyStore } from '#shared/byte-keys.ts'
import type { PageRelation, WrittenPath } from '#shared/page.ts'
import { splitNames } from './name-list.ts'
import { type LinkLine, type WrittenLink, parseLinkLine } from './page-links.ts'

/** What follows the link of an item: text between two underscores. */
interface ItemTail {
  text: string | null
  names: string[]
}

const CODES = { lineFeed: 10, space: 32, open: 40, close: 41, dot: 46, slash: 47 } as const
const BRACKETS = { open: 0x5b, close: 0x5d } as const
const UNDERSCORE = 0x5f
const NINE_DIGITS = 9
const NO_TAIL: ItemTail = { text: null, names: [] }

/** Bytes that stand for themselves in the address of a page, as 1. */
const ADDRESS_BYTES = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(code >= 0x80 || /[\w/.,~-]/u.test(String.fromCharCode(code))),
)

/**
 * An item of a list as nearly all are written: `1. [text](/path.md) _Context: A, B_`. It is a place
 * in the bytes of its page until its text is asked for, which must be before they change.
 */
export class PlainItem implements LinkLine, PageRelation, WrittenPath {
  readonly kind = 'item'
  readonly number: number
  readonly bytes: Uint8Array
  /** Of the path, without its first slash and its extension. */
  readonly start: number
  readonly end: number
  readonly second = null
  readonly #textStart: number
  readonly #tail: ItemTail

  constructor(
    number: number,
    bytes: Uint8Array,
    places: { textStart: number; start: number; end: number },
    tail: ItemTail,
  ) {
    this.number = number
    this.bytes = bytes
    this.start = places.start
    this.end = places.end
    this.#textStart = places.textStart
    this.#tail = tail
  }

  get line(): this {
    return this
  }

  get path(): this {
    return this
  }

  get tail(): string | null {
    return this.#tail.text
  }

  get entities(): string[] {
    return this.#tail.names
  }

  get link(): WrittenLink {
    const written = readText(this.bytes, this.#textStart, this.end + '.md)'.length)
    const line = parseLinkLine(written)
    if (!line) throw new Error(`That is no link to a page: ${written.slice(0, 200)}`)
    return line.link
  }

  get target(): string {
    return this.link.target ?? ''
  }

  get title(): string {
    return this.link.text
  }
}

/**
 * Read the item that begins a line.
 *
 * @returns `null` where the line is anything else, or an item that is written in another way.
 */
export function readPlainItem(bytes: Uint8Array, lineStart: number): PlainItem | null {
  let at = lineStart
  let number = 0
  for (; isDigit(bytes[at] ?? 0); at++) number = number * 10 + (bytes[at] ?? 0) - 0x30
  if (at === lineStart || at - lineStart > NINE_DIGITS) return null
  const textStart = at + 2
  if (bytes[at] !== CODES.dot || bytes[at + 1] !== CODES.space) return null
  if (bytes[textStart] !== BRACKETS.open) return null
  at = textStart + 1
  for (let byte = bytes[at]; byte !== BRACKETS.close; byte = bytes[++at]) {
    if (byte === CODES.lineFeed || byte === undefined) return null
  }
  if (bytes[at + 1] !== CODES.open || bytes[at + 2] !== CODES.slash) return null
  const start = at + 3
  if (bytes[start] === CODES.slash) return null
  at = start
  while (ADDRESS_BYTES[bytes[at] ?? 0] === 1) at++
  const end = at - '.md'.length
  if (bytes[at] !== CODES.close || end < start || !isExtension(bytes, end)) return null
  const tail = readTail(bytes, at + 1)
  return tail && new PlainItem(number, bytes, { textStart, start, end }, tail)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isExtension(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === CODES.dot && bytes[at + 1] === 0x6d && bytes[at + 2] === 0x64
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === CODES.lineFeed || byte === undefined
}

function readTail(bytes: Uint8Array, at: number): ItemTail | null {
  if (isLineEnd(bytes[at])) return NO_TAIL
  if (bytes[at] !== CODES.space || bytes[at + 1] !== UNDERSCORE) return null
  const start = at + 2
  let end = start
  for (let byte = bytes[end]; byte !== UNDERSCORE; byte = bytes[++end]) {
    if (isLineEnd(byte)) return null
  }
  return isLineEnd(bytes[end + 1]) ? recallTail(bytes, start, end) : null
}

const MAX_TAILS = 32_768
const MAX_TAIL_BYTES = 2 ** 21

/** The same few tails end many items. */
let tailKeys: ByteKeys | null = null
let tails: ItemTail[] = []

function recallTail(bytes: Uint8Array, start: number, end: number): ItemTail {
  tailKeys ??= new ByteKeys(makeByteKeyStore(MAX_TAILS, MAX_TAIL_BYTES, false))
  const place = tailKeys.find(bytes, start, end)
  const known = tails[place]
  if (known) return known
  const text = readText(bytes, start, end).trim() || null
  const tail = { text, names: text === null ? [] : splitNames(text) }
  if (tailKeys.add(bytes, start, end) < 0) {
    tailKeys = null
    tails = []
  } else tails.push(tail)
  return tail
}

function readText(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString()
}
