import { SEARCH_SORTS, type SearchSort } from '../search.ts'

interface SortRow {
  /** For a person: what comes first. */
  detail: string
  /** "sorted" + "by relevance". */
  sorted: string
  /** What else may be typed for it. */
  synonyms: readonly string[]
}

/** The orders that `sort:` can name. */
export const SORT_ROWS: Readonly<Record<SearchSort, SortRow>> = {
  date: {
    detail: 'newest first',
    sorted: 'by date, newest first',
    synonyms: ['newest', 'date-descending'],
  },
  'date-ascending': {
    detail: 'oldest first',
    sorted: 'by date, oldest first',
    synonyms: ['oldest'],
  },
  relevance: {
    detail: 'those that answer best first',
    sorted: 'by relevance',
    synonyms: ['relevant'],
  },
  linked: {
    detail: 'those with the most relations to others first',
    sorted: 'by number of relations',
    synonyms: ['links', 'relations'],
  },
}

/** @returns `null` where there is no such order; case does not matter. */
export function findSort(text: string): SearchSort | null {
  const name = text.trim().toLowerCase()
  return (
    SEARCH_SORTS.find((sort) => sort === name || SORT_ROWS[sort].synonyms.includes(name)) ?? null
  )
}
