import { stripVTControlCharacters } from 'node:util'

/** Ideographs, kana, Hangul, full-width forms and emoji take two columns. */
const WIDE =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\p{Emoji}\uFE0F)/u
const NO_WIDTH = /^[\p{M}\p{Cf}]+$/u

/** Control sequences and system commands of ECMA-48, as precisely as they end: no text goes with them. */
const ESCAPE_SEQUENCE =
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B\]|\u009D)[^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)/g
const CONTROL = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Text of an archive, safe to print to a terminal: no escape sequences, no controls, nothing that
 * turns the direction of what follows. Line breaks and other white space become single spaces.
 */
export function cleanLine(text: string): string {
  return cleanParagraphs(text).replace(/\s+/g, ' ').trim()
}

/** {@link cleanLine} that keeps line breaks. */
export function cleanParagraphs(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCE, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROL, '')
}

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) {
    width += columnsOf(segment)
  }
  return width
}

/** Fill up to a width in columns; longer text stays as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

function columnsOf(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}
