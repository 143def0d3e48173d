import { foldText } from '../fold-text.ts'
import { readOrdinals } from './archive-ordinals.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

const SAMPLED_EVENTS = 400
const EVENTS_PER_STEP = 20
/** Of a long text, the beginning is sampled. */
const SAMPLED_CHARACTERS = 2000

/** What is in so small a part of the events is found quickly whenever it is asked for. */
const LEAST_SHARE = { word: 0.03, beginning: 0.1 }

const LETTER = /^[\p{L}\p{N}]$/u

/** What many events of an archive have. */
interface CommonWords {
  /** Folded, commonest first. */
  words: string[]
  /** The first letters of words that have more. */
  beginnings: string[]
}

/** Find the commonest words of an archive by a sample of its events, in small steps. */
export function* sampleWords(index: IndexSnapshot): Generator<void, CommonWords> {
  const words = new Map<string, number>()
  const beginnings = new Map<string, number>()
  const ordinals = readOrdinals(index)
  const sampled = Math.min(ordinals.size, SAMPLED_EVENTS)
  for (let at = 0; at < sampled; at++) {
    if (at % EVENTS_PER_STEP === 0) yield
    const ordinal = Math.floor((at * ordinals.size) / sampled)
    const own = wordsOf(index, ordinals.idOf(ordinal))
    countEach(words, own)
    countEach(beginnings, new Set(Array.from(own, beginningOf)))
  }
  return {
    words: listCommon(words, sampled * LEAST_SHARE.word),
    beginnings: listCommon(beginnings, sampled * LEAST_SHARE.beginning),
  }
}

function wordsOf(index: IndexSnapshot, id: number): Set<string> {
  const sql = `SELECT title || ' ' || coalesce(topic, '') || ' ' || substr(summary, 1, ?) AS text
    FROM event WHERE id = ?`
  const [row] = index.all<{ text: string }>(sql, SAMPLED_CHARACTERS, id)
  return new Set(foldText(row?.text ?? '').split(' '))
}

/** Empty where a word has no more than its first letter. */
function beginningOf(word: string): string {
  const [first = '', second] = word
  return LETTER.test(first) && second !== undefined ? first : ''
}

function countEach(counts: Map<string, number>, texts: Iterable<string>): void {
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
}

/** Those counted often enough, most first. */
function listCommon(counts: Map<string, number>, least: number): string[] {
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([, a], [, b]) => b - a)
    .map(([text]) => text)
}
