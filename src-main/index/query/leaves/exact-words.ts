import { foldCharacter } from '../../fold-character.ts'
import { characterBefore } from '../character-before.ts'

const WORDS = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const BETWEEN = String.raw`[^\p{L}\p{N}\p{M}\p{Co}]+`
const IN_WORD = /^[\p{L}\p{N}\p{M}\p{Co}]$/u
/** Formatting that is not seen; the zero-width space does part words. */
const INVISIBLE = /(?!\u200B)\p{Cf}/gu

/**
 * A test whether a text has words just as they are written: case, accents and script count, but not
 * how Unicode composes them nor what stands between them.
 */
export function exactWordTest(words: string): (text: string) => boolean {
  const parts = normalise(words).match(WORDS)
  if (!parts) return () => false
  const pattern = new RegExp(parts.join(BETWEEN), 'gu')
  return (text) => hasWholeWords(normalise(text), pattern)
}

function hasWholeWords(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length
    const isWhole =
      !goesOn(characterBefore(text, match.index), match[0]) &&
      !goesOn(String.fromCodePoint(text.codePointAt(end) ?? SPACE), characterBefore(text, end))
    if (isWhole) return true
    const [first = ''] = match[0]
    pattern.lastIndex = match.index + first.length
  }
  return false
}

const SPACE = 0x20

/** Whether two characters that stand together are of one word. */
function goesOn(one: string, other: string): boolean {
  return [one, other].every((character) => {
    const [first = ' '] = character
    return IN_WORD.test(first) && foldCharacter(first).kind !== 'alone'
  })
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '')
}
