import { foldText } from '../../fold-text.ts'
import type { IndexSnapshot } from '../index-snapshot.ts'

/** A word, or what words begin with. */
interface WordPart {
  value: string
  isPrefix: boolean
}

/** Beginnings that short are split: the text index would put together too many words at once. */
const MAX_SPLIT_LETTERS = 3
/** Letters of what they are split into: small enough for steps, and few enough to ask for each. */
const PART_LETTERS = 4

const LAST_CHARACTER = '\u{10FFFF}'

/**
 * The beginning of a word as longer beginnings and whole words, which together are all words of the
 * archive that begin so; what is no short beginning of one word stays as it is.
 */
export function splitBeginning(index: IndexSnapshot, value: string): WordPart[] {
  const beginning = foldText(value)
  if (
    beginning.includes(' ') ||
    beginning === '' ||
    Array.from(beginning).length > MAX_SPLIT_LETTERS
  ) {
    return [{ value, isPrefix: true }]
  }
  const parts: WordPart[] = []
  let word = findWordFrom(index, beginning)
  while (word?.startsWith(beginning)) {
    const letters = Array.from(word)
    const isPrefix = letters.length >= PART_LETTERS
    const part = letters.slice(0, PART_LETTERS).join('')
    parts.push({ value: part, isPrefix })
    word = findWordFrom(index, part + (isPrefix ? LAST_CHARACTER : '\0'))
  }
  return parts
}

/** The first word of the text index that does not stand before a text. */
function findWordFrom(index: IndexSnapshot, text: string): string | null {
  const sql = 'SELECT term FROM temp.word_place WHERE term >= ? LIMIT 1'
  return index.all<{ term: string }>(sql, text)[0]?.term ?? null
}
