import { listConditions } from '#shared/search-query/list-conditions.ts'
import type { SearchSort } from '#shared/search.ts'
import { type AnswerOrder, DATE_ORDER, ascendingOrder, listedOrder } from './answer-order.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { type Bitmap, countOrdinals, hasOrdinal } from './bitmap.ts'
import type { Answer } from './find-answer.ts'
import { foldAnswer } from './fold-answer.ts'
import { readLinkOrder } from './link-order.ts'
import { listWeighedWords } from './match-text.ts'
import type { QueryContext } from './query-context.ts'
import { rankEvents } from './rank-events.ts'
import { readGroups } from './report-groups.ts'

const MAX_COPIES = 20

/** The rows of an answer. */
export interface AnswerRows {
  /** How many they are. */
  total: number
  /** Ordinals of rows in the order asked for. */
  list(offset: number, limit: number): Uint32Array
  /** The other events of the answer that are folded into a row, newest first. */
  copiesOf(row: number): number[]
}

/** Put an answer into rows. @param isFolded - Whether events that report the same share one. */
export function findRows(
  context: QueryContext,
  answer: Answer,
  sort: SearchSort,
  isFolded: boolean,
): AnswerRows {
  const order = orderAnswer(context, answer, sort)
  const groups = isFolded ? readGroups(context.index) : null
  if (groups === null) return toRows(answer.events, order, () => [])
  const rows = context.index.answers.getOrMake(`rows by ${sort} of ${answer.key}`, () =>
    foldAnswer(answer.events, groups, order),
  )
  return toRows(rows, order, (row) =>
    Array.from(groups.membersOf(row))
      .filter((ordinal) => ordinal !== row && hasOrdinal(answer.events, ordinal))
      .reverse()
      .slice(0, MAX_COPIES),
  )
}

function toRows(rows: Bitmap, order: AnswerOrder, copiesOf: AnswerRows['copiesOf']): AnswerRows {
  const list = (offset: number, limit: number) => order.list(rows, offset, limit)
  return { total: countOrdinals(rows), list, copiesOf }
}

function orderAnswer(context: QueryContext, answer: Answer, sort: SearchSort): AnswerOrder {
  const { index } = context
  switch (sort) {
    case 'date':
      return DATE_ORDER
    case 'date-ascending':
      return ascendingOrder(readOrdinals(index).undated)
    case 'linked':
      return readLinkOrder(index) ?? DATE_ORDER
    case 'relevance': {
      const words = listWeighedWords(listConditions(answer.parsed.root))
      if (words === null) return DATE_ORDER
      const ranked = index.answers.getOrMake(`ranking of ${answer.key}`, () =>
        rankEvents(context, answer, words),
      )
      return listedOrder(ranked, readOrdinals(index).size)
    }
  }
}
