import type { SavedSearchNews, SavedSearchSummary } from '#shared/saved-search.ts'
import { ref, shallowReactive } from 'vue'
import { createOneByOne } from './one-by-one.ts'

/** What the news of saved searches is made from. */
export interface SearchNewsSource {
  /** All saved searches as they are now. */
  list: () => readonly SavedSearchSummary[]
  /** Whether the archive can be compared with. */
  canCompare: () => boolean
  compare: (id: string) => Promise<SavedSearchNews>
}

/**
 * What is new in the answers of saved searches. They are compared only while somebody looks, one after
 * another; what was found out about an earlier state is dropped.
 */
export function createSearchNews(source: SearchNewsSource) {
  const news = shallowReactive(new Map<string, SavedSearchNews>())
  const failures = shallowReactive(new Map<string, unknown>())
  /** The saved search that is compared at the moment. */
  const comparing = ref<string | null>(null)
  const queue = createOneByOne(compare)
  let followers = 0
  /** Rises when earlier answers are out of date. */
  let state = 0

  /** What an answer is about; it differs when the search was looked at, or asks something else. */
  function questionOf(id: string): string | null {
    const search = source.list().find((known) => known.id === id)
    return search ? `${search.seen.at} ${search.query}` : null
  }

  async function compare(id: string) {
    const [askedState, asked] = [state, questionOf(id)]
    comparing.value = id
    try {
      const answer = await source.compare(id)
      if (askedState !== state || asked !== questionOf(id)) return
      news.set(id, answer)
      failures.delete(id)
    } catch (thrown) {
      if (askedState === state && asked === questionOf(id)) failures.set(id, thrown)
    } finally {
      comparing.value = null
    }
  }

  /** Compare as soon as possible, if anybody looks. */
  function want(ids: readonly string[]) {
    if (followers > 0 && source.canCompare()) queue.add(ids)
  }

  function wantAll() {
    want(source.list().map(({ id }) => id))
  }

  /** Look at the news from now on. @returns the function that ends it. */
  function follow(): () => void {
    followers += 1
    wantAll()
    return () => {
      followers -= 1
      if (followers === 0) queue.clear()
    }
  }

  /** The list has changed: news of another question, or of one that is gone, is none. */
  function followList(before: readonly SavedSearchSummary[]) {
    const questions = new Map(before.map(({ id, seen, query }) => [id, `${seen.at} ${query}`]))
    const others = source
      .list()
      .map(({ id }) => id)
      .filter((id) => questions.get(id) !== questionOf(id))
    const gone = [...questions.keys()].filter((id) => questionOf(id) === null)
    for (const id of [...others, ...gone]) {
      news.delete(id)
      failures.delete(id)
    }
    want(others)
  }

  /** The archive holds something else now: compare again; the news of before stays until then. */
  function followArchive() {
    state += 1
    wantAll()
  }

  /** Another archive, other searches. */
  function forgetAll() {
    state += 1
    queue.clear()
    news.clear()
    failures.clear()
  }

  return {
    comparing,
    newsOf: (id: string): SavedSearchNews | null => news.get(id) ?? null,
    /** Why a comparison failed, or `null`. */
    failureOf: (id: string): unknown => failures.get(id) ?? null,
    follow,
    want,
    followList,
    followArchive,
    forgetAll,
  }
}
