import type { TextSelector } from '../notebook.ts'
import { MAX_EXACT_PLACES } from './anchor-bounds.ts'
import { isWithinWord } from './word-borders.ts'

/**
 * Where the very words of a selector stand, in order. Where its words were whole ones, so are these:
 * "10" is not found in "110" nor in "2,010".
 *
 * @returns UTF-16 offsets, and whether there are more of them than are looked at.
 */
export function findExactPlaces(
  text: string,
  { exact, prefix, suffix }: Pick<TextSelector, 'exact' | 'prefix' | 'suffix'>,
): { starts: number[]; isCut: boolean } {
  const original = prefix + exact + suffix
  const mayCutStart = isWithinWord(original, prefix.length)
  const mayCutEnd = isWithinWord(original, prefix.length + exact.length)
  const starts: number[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const isWhole =
      (mayCutStart || !isWithinWord(text, at)) &&
      (mayCutEnd || !isWithinWord(text, at + exact.length))
    if (!isWhole) continue
    if (starts.length >= MAX_EXACT_PLACES) return { starts, isCut: true }
    starts.push(at)
  }
  return { starts, isCut: false }
}
