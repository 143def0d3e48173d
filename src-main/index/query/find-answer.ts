import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { ParsedQuery } from '#shared/search-query/query-tree.ts'
import { type Bitmap, countOrdinals } from './bitmap.ts'
import { asksNotebook, evaluateQuery } from './evaluate-query.ts'
import type { QueryContext } from './query-context.ts'

/** The events that a query finds. */
export interface Answer {
  parsed: ParsedQuery
  /** Tells this answer from every other one of the same state of the index. */
  key: string
  events: Bitmap
  /** How many they are. */
  count: number
}

/** Find what a query asks for; the answers of the last queries are kept. */
export function findAnswer(context: QueryContext, query: string): Answer {
  const parsed = parseQuery(query)
  const { root } = parsed
  const state = root !== null && asksNotebook(root) ? context.notebook.revision : 0
  const key = `answer ${state} ${query}`
  const find = () => evaluateQuery(context, root)
  // What a single condition finds is kept already, or is found at once.
  const isGroup = root?.kind === 'all' || root?.kind === 'any'
  const events = isGroup ? context.index.answers.getOrMake(key, find) : find()
  return { parsed, key, events, count: countOrdinals(events) }
}
