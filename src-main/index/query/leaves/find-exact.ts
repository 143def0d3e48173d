import type { TermNode } from '#shared/search-query/query-tree.ts'
import { type Bitmap, countOrdinals, intersect, unite } from '../bitmap.ts'
import { findEntitiesWith } from '../find-names.ts'
import type { QueryContext } from '../query-context.ts'
import { exactWordTest } from './exact-words.ts'
import { findOwners } from './find-named.ts'
import { findWords } from './find-text.ts'
import { verifyEvents } from './verify-events.ts'

/** Texts of an event that a field looks into; its entities are looked at by name. */
const TEXTS = {
  text: 'title, topic, summary, body',
  title: 'title',
  topic: 'topic',
} as const

/**
 * Events that have the words of a term just as they are written.
 *
 * @param field - Where it looks.
 * @param within - Other events need not be looked at: their texts have to be read.
 */
export function findExact(
  context: QueryContext,
  field: keyof typeof TEXTS,
  term: TermNode,
  within: Bitmap,
): Bitmap {
  const { answers } = context.index
  const key = `exact ${field} ${term.value}`
  const candidates = findWords(context, field, term)
  const wanted = intersect(candidates, within)
  const isWhole = answers.has(key) || countOrdinals(wanted) === countOrdinals(candidates)
  const find = () => verify(context, field, term.value, wanted)
  return isWhole ? answers.getOrMake(key, find) : find()
}

function verify(
  context: QueryContext,
  field: keyof typeof TEXTS,
  value: string,
  candidates: Bitmap,
): Bitmap {
  const hasWords = exactWordTest(value)
  const inTexts = verifyEvents(context, candidates, TEXTS[field], (texts) =>
    texts.some((text) => text !== null && hasWords(text)),
  )
  if (field !== 'text') return inTexts
  const entities = findEntitiesWith(context.index, value, hasWords)
  return unite(inTexts, intersect(candidates, findOwners(context, 'entities', entities)))
}
