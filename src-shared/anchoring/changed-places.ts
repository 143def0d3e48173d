import { characterEnd, characterStart } from '../describe-selection.ts'
import type { TextSelector } from '../notebook.ts'
import { alignPattern } from './align-pattern.ts'
import { MAX_CHANGED_PLACES, MAX_ERROR_SHARE, MAX_SEARCHED_QUOTE } from './anchor-bounds.ts'
import { BORDER, borderedContext } from './bordered-text.ts'
import { likeness } from './edit-distance.ts'
import type { FoundPlace } from './place-scorer.ts'
import { searchApproximately } from './search-approximately.ts'
import { isWithinWord, wholeWords } from './word-borders.ts'

/** Shorter words are like too many others; they are found by their context alone. UTF-16. */
const MIN_SEARCHED_QUOTE = 5

type Quote = Pick<TextSelector, 'exact' | 'prefix' | 'suffix' | 'startUtf16'>

/** A stretch of a pattern that is looked for. */
interface Stretch {
  pattern: string
  /** Offsets into the pattern. */
  from: number
  to: number
}

/**
 * Places whose words may be those of a selector, changed: found by the words, and by the words within
 * their context, which finds also what was put in the place of a short word. The same place may be
 * found twice.
 */
export function findChangedPlaces(text: string, selector: Quote): FoundPlace[] {
  const { exact } = selector
  const { prefix, suffix } = borderedContext(selector)
  if (exact.length > MAX_SEARCHED_QUOTE) return findLongQuote(text, selector)
  const stretches = [
    { pattern: prefix + exact + suffix, from: prefix.length, to: prefix.length + exact.length },
  ]
  if (exact.length >= MIN_SEARCHED_QUOTE) {
    stretches.push({ pattern: exact, from: 0, to: exact.length })
  }
  return stretches.flatMap((stretch) =>
    findStretch(text, stretch).flatMap((found) => {
      const [startUtf16, endUtf16] = tidy(text, found.start, found.end, selector)
      if (startUtf16 >= endUtf16) return []
      const quoteLikeness = likeness(exact, text.slice(startUtf16, endUtf16))
      return { startUtf16, endUtf16, quoteLikeness }
    }),
  )
}

/** A long quotation is as like as its ends are, and as its length is. */
function findLongQuote(text: string, selector: Quote): FoundPlace[] {
  const { exact } = selector
  const { prefix, suffix } = borderedContext(selector)
  const length = MAX_SEARCHED_QUOTE / 2
  const head = exact.slice(0, length)
  const tail = exact.slice(-length)
  const pattern = prefix + head
  const heads = findStretch(text, { pattern, from: prefix.length, to: pattern.length })
  const tails = findStretch(text, { pattern: tail + suffix, from: 0, to: length })
  return heads.flatMap(({ start, end: headEnd }) =>
    tails.flatMap(({ start: tailStart, end }) => {
      const [startUtf16, endUtf16] = tidy(text, start, end, selector)
      const found = endUtf16 - startUtf16
      const lengths = Math.min(found, exact.length) / Math.max(found, exact.length)
      if (lengths < 1 - MAX_ERROR_SHARE) return []
      const ends =
        likeness(head, text.slice(start, headEnd)) + likeness(tail, text.slice(tailStart, end))
      return { startUtf16, endUtf16, quoteLikeness: (lengths * ends) / 2 }
    }),
  )
}

function findStretch(text: string, { pattern, from, to }: Stretch) {
  const bordered = BORDER + text + BORDER
  const maxErrors = Math.floor(pattern.length * MAX_ERROR_SHARE)
  const ends = searchApproximately(bordered, pattern, maxErrors, MAX_CHANGED_PLACES)
  return ends.map(({ endUtf16, errors }) => {
    const windowStart = Math.max(0, endUtf16 - pattern.length - errors)
    const { start, end } = alignPattern(bordered.slice(windowStart, endUtf16), pattern, from, to)
    const shift = windowStart - BORDER.length
    return { start: Math.max(0, shift + start), end: Math.min(text.length, shift + end) }
  })
}

/** Whole characters, whole words where the quotation has such, and no space at the ends. */
function tidy(text: string, from: number, to: number, quote: Quote): [number, number] {
  const { exact, prefix, suffix } = quote
  let [start, end] = [from, to]
  while (start < end && /\s/u.test(text.charAt(start))) start++
  while (start < end && /\s/u.test(text.charAt(end - 1))) end--
  if (start >= end) return [start, end]
  const original = prefix + exact + suffix
  const [wholeStart, wholeEnd] = wholeWords(text, start, end)
  if (!isWithinWord(original, prefix.length)) start = wholeStart
  if (!isWithinWord(original, prefix.length + exact.length)) end = wholeEnd
  return [characterStart(text, start), characterEnd(text, end)]
}
