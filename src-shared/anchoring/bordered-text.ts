import { PART_SEPARATOR } from '../event-text.ts'
import { CONTEXT_LENGTH, type TextSelector } from '../notebook.ts'

/** What stands between parts, and before the first and behind the last. */
export const BORDER = PART_SEPARATOR

/** The context of a selector, with the border where the text itself begins or ends. */
export function borderedContext({
  prefix,
  suffix,
  startUtf16,
}: Pick<TextSelector, 'prefix' | 'suffix' | 'startUtf16'>): { prefix: string; suffix: string } {
  return {
    prefix: startUtf16 === prefix.length ? BORDER + prefix : prefix,
    // A context that is cut at a whole character is never so much shorter than it may be.
    suffix: suffix.length < CONTEXT_LENGTH / 2 ? suffix + BORDER : suffix,
  }
}

/** So many units before a place, or all there are after a border. */
export function textBefore(text: string, startUtf16: number, length: number): string {
  const from = startUtf16 - length
  return from < 0 ? BORDER + text.slice(0, startUtf16) : text.slice(from, startUtf16)
}

/** So many units after a place, or all there are before a border. */
export function textAfter(text: string, endUtf16: number, length: number): string {
  const after = text.slice(endUtf16, endUtf16 + length)
  return after.length < length ? after + BORDER : after
}
