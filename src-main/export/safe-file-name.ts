const MAX_BYTES = 200

/** Forbidden on Windows, or with a meaning in the links of note programs. */
const RESERVED = /[<>:"/\\|?*#^[\]]/g
/** Controls, lone surrogates and invisible formatting, but not the joiners that some scripts and emoji need. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/gu
/** Devices on Windows, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=[. ]|$)/i

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * A name without extension that every file system takes: NFC, at most 200 bytes in UTF-8, one
 * segment, visible.
 *
 * @param fallback - Taken where nothing of `name` is left; itself safe.
 */
export function safeFileName(name: string, fallback = 'untitled'): string {
  const text = name
    .normalize('NFC')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(RESERVED, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(DEVICE, '_$&')
  return cut(text, MAX_BYTES) || fallback
}

/**
 * Safe names for all of `names`, in order; what differs from an earlier one in nothing but case
 * gets `-2`, `-3`…
 *
 * @param taken - Names that must not be used.
 */
export function uniqueFileNames(names: string[], taken: string[] = []): string[] {
  const used = new Set(taken.map(fold))
  const nextNumbers = new Map<string, number>()
  return names.map((name) => {
    const base = safeFileName(name)
    let candidate = base
    let number = nextNumbers.get(fold(base)) ?? 2
    while (used.has(fold(candidate))) {
      const suffix = `-${number++}`
      candidate = `${cut(base, MAX_BYTES - suffix.length)}${suffix}`
    }
    nextNumbers.set(fold(base), number)
    used.add(fold(candidate))
    return candidate
  })
}

/** The longest beginning of whole characters within a number of bytes, without dots and spaces at the end. */
function cut(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return trimEnd(text)
  let bytes = 0
  let end = 0
  for (const { segment, index } of graphemes.segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > maxBytes) break
    end = index + segment.length
  }
  return trimEnd(text.slice(0, end))
}

function trimEnd(text: string): string {
  return text.replace(/[. ]+$/, '')
}

/** Upper case joins what any file system might hold for one name (ß and SS). */
function fold(name: string): string {
  return name.normalize('NFKC').toUpperCase()
}
