import { ANCHOR_STATUSES, type AnchorStatus } from '#shared/anchor.ts'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { AnnotationSearchRequest, AnnotationSort, InterpretedPart } from '#shared/search.ts'
import { type Bitmap, addOrdinal, hasOrdinal, makeBitmap } from '../bitmap.ts'
import type { QueryContext } from '../query-context.ts'
import { AnnotationList } from './annotation-list.ts'
import { AnnotationOrders } from './annotation-order.ts'
import { evaluateAnnotations } from './evaluate-annotations.ts'

/** Ids that are given at once at most. */
export const MAX_ANNOTATION_IDS = 50_000

/** An annotation that was found, with where its mark stands; `null` where it marks no words. */
export interface FoundAnnotation {
  id: string
  status: AnchorStatus | null
}

/** An answer about annotations, without what they say. */
export interface FoundAnnotations {
  query: string
  parts: InterpretedPart[]
  /** Exact count of all annotations that match. */
  total: number
  /** Of those that match whatever their status, how many stand how. */
  statusCounts: Record<AnchorStatus, number>
  hits: FoundAnnotation[]
}

/** All that is kept between searches for annotations while nothing changes. */
interface Kept {
  list: AnnotationList
  /** Places in order, by sort. */
  orders: Map<AnnotationSort, Uint32Array>
  /** What the last query found. */
  answer: { query: string; found: Bitmap } | null
}

/** Searches the researcher's own annotations in the one search language. */
export class AnnotationSearch {
  readonly #orders = new AnnotationOrders()
  #kept: Kept | null = null
  #state = ''

  /** @throws SEARCH_SUPERSEDED */
  search(context: QueryContext, request: AnnotationSearchRequest): FoundAnnotations {
    const parsed = parseQuery(request.query)
    const { list, places, statusCounts } = this.#find(context, request)
    const hits = Array.from(
      places.subarray(request.offset, request.offset + request.limit),
      (place) => {
        const { id = '' } = list.annotations[place] ?? {}
        return { id, status: context.anchors.statusOf(id) }
      },
    )
    const { parts } = interpretQuery(parsed)
    return { query: request.query, parts, total: places.length, statusCounts, hits }
  }

  /** Ids of all that match, in the order asked for, at most {@link MAX_ANNOTATION_IDS}. */
  searchIds(context: QueryContext, request: AnnotationSearchRequest): string[] {
    const { list, places } = this.#find(context, request)
    const all = places.subarray(0, MAX_ANNOTATION_IDS)
    return Array.from(all).flatMap((place) => list.annotations[place]?.id ?? [])
  }

  #find(context: QueryContext, { query, status, sort }: AnnotationSearchRequest) {
    const { anchors } = context
    anchors.bringUpToDate(context)
    const { list, answer, orders } = this.#refresh(context)
    const found =
      answer?.query === query
        ? answer.found
        : evaluateAnnotations(context, list, parseQuery(query).root)
    if (this.#kept) this.#kept.answer = { query, found }
    const order = orders.get(sort) ?? this.#orders.list(list.annotations, sort, anchors)
    orders.set(sort, order)

    const counts = Object.fromEntries(ANCHOR_STATUSES.map((name) => [name, 0]))
    const wanted = status === null ? found : makeBitmap(list.size)
    for (const place of list.placesIn(found)) {
      const stands = anchors.statusOf(list.annotations[place]?.id ?? '')
      if (stands === null) continue
      counts[stands] = (counts[stands] ?? 0) + 1
      if (stands === status) addOrdinal(wanted, place)
    }
    return {
      list,
      places: order.filter((place) => hasOrdinal(wanted, place)),
      statusCounts: counts as Record<AnchorStatus, number>,
    }
  }

  /** What is kept is of one state of notebook, index and anchors. */
  #refresh({ index, notebook, anchors }: QueryContext): Kept {
    const { number } = index.lists.getOrMake('annotations', () => ({ number: ++states }))
    const state = [number, notebook.revision, anchors.revision].join(' ')
    if (this.#kept === null || state !== this.#state) {
      this.#state = state
      this.#kept = { list: new AnnotationList(index, notebook), orders: new Map(), answer: null }
    }
    return this.#kept
  }
}

let states = 0
