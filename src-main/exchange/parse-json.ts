import { exchangeUnreadable } from './exchange-unreadable.ts'

/** Annotations nest a dozen levels deep. */
const MOST_LEVELS = 100

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/**
 * Read JSON that came from elsewhere: strict UTF-8 (a byte order mark is passed over), and not so
 * deep that reading it would exhaust the stack.
 *
 * @param path - Where the bytes come from, for the message.
 * @throws EXCHANGE_UNREADABLE
 */
export function parseJson(bytes: Uint8Array, path: string): unknown {
  const depth = measureDepth(bytes)
  if (depth > MOST_LEVELS) {
    throw exchangeUnreadable(path, `it nests more than ${MOST_LEVELS} levels deep`)
  }
  try {
    return JSON.parse(decodeText(bytes, path))
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw exchangeUnreadable(path, `it is not JSON: ${error.message}`, error)
    }
    throw error
  }
}

function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.length === 0) throw exchangeUnreadable(path, 'it is empty')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw exchangeUnreadable(path, 'it is not UTF-8', error)
  }
}

/** Levels of lists and objects, whether or not the rest is JSON. */
function measureDepth(bytes: Uint8Array): number {
  let depth = 0
  let deepest = 0
  let isText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (isText) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) isText = false
    } else if (byte === QUOTE) isText = true
    else if (OPENING.has(byte)) deepest = Math.max(deepest, ++depth)
    else if (CLOSING.has(byte)) depth--
  }
  return deepest
}
