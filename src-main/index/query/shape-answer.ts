import type { AnswerShape, ShapeRequest } from '#shared/search.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { findAnswer } from './find-answer.ts'
import { listFacets } from './list-facets.ts'
import { makeHistogram } from './make-histogram.ts'
import type { QueryContext } from './query-context.ts'

/** What the whole answer of a query looks like. */
export function shapeAnswer(context: QueryContext, { query, limit }: ShapeRequest): AnswerShape {
  const { events, count } = findAnswer(context, query)
  context.checkpoint()
  const histogram = makeHistogram(events, readOrdinals(context.index))
  return { query, events: count, histogram, facets: listFacets(context, events, limit) }
}

/** The shape while there is no index. */
export function shapeNothing({ query }: ShapeRequest): AnswerShape {
  const histogram = { unit: 'year', bars: [], imprecise: 0, undated: 0 } as const
  return { query, events: 0, histogram: { ...histogram, bars: [] }, facets: null }
}
