import { isUtf8 } from 'node:buffer'

const CARRIAGE_RETURN = 0x0d

/** What the bytes of a page say. */
export interface DecodedPage {
  text: string
  /** Whether some bytes said nothing and became U+FFFD. */
  isDamaged: boolean
}

/**
 * Bytes to text: UTF-8, or UTF-16 where a byte order mark says so. Line ends become `\n`.
 *
 * @returns `null` for binary data, which is what has a NUL in it.
 */
export function decodePage(bytes: Buffer): DecodedPage | null {
  const utf16 = decodeUtf16(bytes)
  if (utf16 === null ? bytes.includes(0) : utf16.includes('\0')) return null
  if (utf16 !== null) {
    return { text: normaliseLineEnds(utf16.toWellFormed()), isDamaged: !utf16.isWellFormed() }
  }
  const text = bytes.toString('utf8')
  return {
    text: normaliseLineEnds(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text),
    isDamaged: text.includes('\uFFFD') && !isUtf8(bytes),
  }
}

/**
 * {@link decodePage} without the way by a string where the bytes already are what it gives.
 *
 * @returns UTF-8 with `\n` as line end, often the very same bytes.
 */
export function readUtf8(bytes: Buffer): { text: Buffer; isDamaged: boolean } | null {
  const isPlain = !bytes.includes(0) && !bytes.includes(CARRIAGE_RETURN) && !hasMark(bytes)
  if (isPlain && isUtf8(bytes)) return { text: bytes, isDamaged: false }
  const decoded = decodePage(bytes)
  return decoded && { ...decoded, text: Buffer.from(decoded.text) }
}

function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function decodeUtf16(bytes: Buffer): string | null {
  if (bytes.length < 2) return null
  const mark = bytes.readUInt16BE(0)
  if (mark === 0xfffe) return bytes.toString('utf16le', 2)
  if (mark !== 0xfeff) return null
  const evenLength = bytes.length - (bytes.length % 2)
  return Buffer.from(bytes.subarray(2, evenLength)).swap16().toString('utf16le')
}

function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text
}
