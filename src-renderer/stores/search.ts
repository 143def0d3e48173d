import type { EventHit, EventId } from '#shared/event.ts'
import type { SearchAnswer, Suggestions } from '#shared/search.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { onMainEvent, rpc } from '../rpc.ts'
import { createAnswerShape } from './answer-shape.ts'
import { useArchiveStore } from './archive.ts'
import { type ListPage, createPagedList } from './paged-list.ts'
import type { Question } from './saved-searches.ts'

const PAGE_SIZE = 50
/** Rows beyond those seen that are loaded ahead, in either direction. */
const ROWS_AHEAD = 30
/** How many events one selection may hold. */
export const SELECTION_LIMIT = 5000
/** As many rows as one answer may have. */
const MAX_ROWS = 500
const MAX_SUGGESTIONS = 10
/** After answers that took no longer, every key may ask: they are there before the next one. */
const QUICK_MS = 100
const MAX_PAUSE_MS = 150

const BEGINNING: Question = { query: '', sort: 'date', isFolded: true }

interface HitPage extends ListPage<EventHit> {
  question: Question
  answer: SearchAnswer
}

/** The question to the archive that is open, and its answer. */
export const useSearchStore = defineStore('search', () => {
  const archive = useArchiveStore()
  const question = shallowRef(BEGINNING)
  /** Whether the list shows its beginning: only then it may change by itself. */
  const isAtTop = ref(true)
  /** Count of all rows by now, where the list was left as it is; else `null`. */
  const laterTotal = ref<number | null>(null)
  /** How long what is typed waits for more before it is asked: as long as answers take, or not at all. */
  const pauseMs = ref(0)
  let lastTookMs = 0

  const list = createPagedList<EventHit, HitPage>(PAGE_SIZE, async (offset, limit) => {
    const asked = question.value
    const answer = await rpc.search({ ...asked, offset, limit })
    return { total: answer.total, rows: answer.hits, question: asked, answer }
  })
  const shape = createAnswerShape()
  const answer = computed(() => list.firstPage.value?.answer ?? null)
  /** The question that is answered by what is shown, or `null`. */
  const answered = computed(() => list.firstPage.value?.question ?? null)
  const newCount = computed(() =>
    laterTotal.value === null ? 0 : Math.max(0, laterTotal.value - (list.total.value ?? 0)),
  )

  /** Ask. What is shown stays until the answer is there. */
  async function ask(next: Question) {
    const { query, sort, isFolded } = question.value
    const isSame = next.query === query && next.sort === sort && next.isFolded === isFolded
    if (isSame && list.total.value !== null) return
    question.value = next
    await begin()
  }

  async function begin() {
    const asked = question.value
    const startedMs = performance.now()
    laterTotal.value = null
    await list.reset()
    if (asked !== question.value) return
    followPace(performance.now() - startedMs)
    await shape.ask(asked.query)
  }

  /** One slow answer among quick ones is no reason to wait. */
  function followPace(tookMs: number) {
    const usualMs = Math.min(tookMs, lastTookMs)
    lastTookMs = tookMs
    pauseMs.value = usualMs < QUICK_MS ? 0 : Math.min(usualMs, MAX_PAUSE_MS)
  }

  /** These rows are seen now; rows that are only passed need no others ahead. */
  function see(first: number, last: number, isPassing: boolean) {
    const ahead = isPassing ? 0 : ROWS_AHEAD
    list.see(Math.max(0, first - ahead), last + ahead)
  }

  /** Follow the archive without moving what the researcher looks at. */
  async function follow() {
    if (list.total.value === null) return
    const asked = question.value
    if (isAtTop.value) await refresh()
    else {
      const peek = await rpc.search({ ...asked, offset: 0, limit: 1 }).catch(() => null)
      if (peek === null || asked !== question.value) return
      if (peek.total === list.total.value) await refresh()
      else laterTotal.value = peek.total
    }
    if (asked === question.value) await shape.ask(asked.query)
  }

  async function refresh() {
    laterTotal.value = null
    await list.refresh()
  }

  /** Ids of the rows from one place to another, both included, at most {@link SELECTION_LIMIT}. */
  async function idsBetween(first: number, last: number): Promise<EventId[]> {
    const limit = Math.min(last - first + 1, SELECTION_LIMIT)
    const hasCopies = answer.value?.events !== answer.value?.total
    if (!hasCopies) return await rpc.searchIds({ ...question.value, offset: first, limit })
    const ids: EventId[] = []
    while (ids.length < limit) {
      const rows = Math.min(limit - ids.length, MAX_ROWS)
      const request = { ...question.value, offset: first + ids.length, limit: rows }
      const { hits } = await rpc.search(request)
      if (hits.length === 0) break
      ids.push(...hits.map(({ id }) => id))
    }
    return ids
  }

  /** @returns the place of the row that an event is in, among the rows loaded, or `null`. */
  function indexOf(id: EventId): number | null {
    for (const [index, hit] of list.loadedRows()) {
      if (hit.id === id || hit.copies.some((copy) => copy.id === id)) return index
    }
    return null
  }

  /** What could be written where the caret stands. */
  async function suggest(query: string, caretUtf16: number): Promise<Suggestions> {
    return await rpc.suggest({ query, caretUtf16, limit: MAX_SUGGESTIONS })
  }

  watch(
    () => archive.archive?.path,
    () => {
      question.value = BEGINNING
      laterTotal.value = null
      list.clear()
      shape.clear()
    },
  )
  watch(() => archive.contentVersion, follow)
  onMainEvent('onNotebookChanged', () => {
    if (question.value.query !== '') void follow()
    else void shape.ask('')
  })

  return {
    answered,
    isAtTop,
    pauseMs,
    answer,
    shape: shape.shape,
    newCount,
    total: list.total,
    isLoading: list.isLoading,
    error: list.error,
    hitAt: list.rowAt,
    see,
    ensure: list.ensure,
    retry: begin,
    ask,
    showLater: begin,
    idsBetween,
    indexOf,
    suggest,
  }
})
