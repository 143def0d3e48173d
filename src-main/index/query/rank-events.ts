import { readOrdinals } from './archive-ordinals.ts'
import { countOrdinals, forEachOrdinal, intersect, listAscending } from './bitmap.ts'
import type { Answer } from './find-answer.ts'
import { findWords } from './leaves/find-text.ts'
import type { WeighedWords } from './match-text.ts'
import type { QueryContext } from './query-context.ts'
import { sortByScore } from './sort-by-score.ts'

/** Weights of the columns of the text index: headline, topic, summary, entities, sources. */
const WEIGHTS = '10, 4, 1, 4, 0'

/** Weighing takes about a microsecond per event, so more than this would be felt at every key. */
const MAX_WEIGHED = 2000

/**
 * The ordinals of an answer, most relevant first. Where there are too many to weigh them all, those
 * with the most, and the rarest, of the words in their headline come first; events of the same weight
 * newest first.
 */
export function rankEvents(
  context: QueryContext,
  answer: Answer,
  words: WeighedWords,
): Uint32Array {
  return answer.count <= MAX_WEIGHED
    ? weighEvents(context, answer, words)
    : rankByHeadline(context, answer, words)
}

function weighEvents({ index }: QueryContext, answer: Answer, words: WeighedWords): Uint32Array {
  const ordinals = readOrdinals(index)
  const ids = Array.from(listAscending(answer.events, 0, answer.count), (ordinal) =>
    ordinals.idOf(ordinal),
  )
  const ranked = index.numbers(
    // With the plus, the text index is read once, and not asked for one event after the other.
    `SELECT rowid AS id FROM event_text
     WHERE event_text MATCH ? AND rowid BETWEEN ? AND ?
     AND +rowid IN (SELECT value FROM json_each(?))
     ORDER BY bm25(event_text, ${WEIGHTS}), rowid DESC`,
    ...[words.match, ids[0] ?? 0, ids.at(-1) ?? 0, JSON.stringify(ids)],
  )
  return Uint32Array.from(ranked, (id) => ordinals.find(id))
}

function rankByHeadline(context: QueryContext, answer: Answer, words: WeighedWords): Uint32Array {
  const { size } = readOrdinals(context.index)
  const scores = new Uint32Array(size)
  for (const term of words.terms) {
    const titled = findWords(context, 'title', term)
    const rarity = Math.max(1, Math.round(Math.log2(size / Math.max(1, countOrdinals(titled)))))
    forEachOrdinal(intersect(titled, answer.events), (ordinal) => {
      scores[ordinal] = (scores[ordinal] ?? 0) + rarity
    })
  }
  return sortByScore(answer.events, scores)
}
