import type { EventHit, EventId } from '#shared/event.ts'
import type { SearchAnswer, SearchSort } from '#shared/search.ts'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { type ListPage, createPagedList } from './paged-list.ts'

const PAGE_SIZE = 100
/** How many events one selection may hold. */
export const SELECTION_LIMIT = 5000

interface HitPage extends ListPage<EventHit> {
  answer: SearchAnswer
}

/** The question to the archive that is open, and its answer. */
export const useSearchStore = defineStore('search', () => {
  const archive = useArchiveStore()
  const query = ref('')
  const sort = ref<SearchSort>('date')
  /** Whether the list shows its beginning: only then it may change by itself. */
  const isAtTop = ref(true)
  /** Count of all matches by now, where the list was left as it is; else `null`. */
  const laterTotal = ref<number | null>(null)

  const list = createPagedList<EventHit, HitPage>(PAGE_SIZE, async (offset, limit) => {
    const answer = await rpc.search({ query: query.value, sort: sort.value, offset, limit })
    return { total: answer.total, rows: answer.hits, answer }
  })
  const answer = computed(() => list.firstPage.value?.answer ?? null)
  const newCount = computed(() =>
    laterTotal.value === null ? 0 : Math.max(0, laterTotal.value - (list.total.value ?? 0)),
  )

  /** Ask. What is shown stays until the answer is there. */
  async function ask(nextQuery: string, nextSort: SearchSort) {
    const isSame = nextQuery === query.value && nextSort === sort.value
    if (isSame && list.total.value !== null) return
    query.value = nextQuery
    sort.value = nextSort
    laterTotal.value = null
    await list.reset()
  }

  async function showLater() {
    laterTotal.value = null
    await list.reset()
  }

  /** Follow the archive without moving what the researcher looks at. */
  async function follow() {
    if (list.total.value === null) return
    if (isAtTop.value) {
      laterTotal.value = null
      await list.refresh()
      return
    }
    const peek = await rpc
      .search({ query: query.value, sort: sort.value, offset: 0, limit: 1 })
      .catch(() => null)
    if (peek === null) return
    if (peek.total === list.total.value) await list.refresh()
    else laterTotal.value = peek.total
  }

  /** Ids of matches from one place to another, both included, at most {@link SELECTION_LIMIT}. */
  async function idsBetween(first: number, last: number): Promise<EventId[]> {
    const limit = Math.min(last - first + 1, SELECTION_LIMIT)
    return await rpc.searchIds({ query: query.value, sort: sort.value, offset: first, limit })
  }

  /** @returns the place of an event among the rows loaded, or `null`. */
  function indexOf(id: EventId): number | null {
    for (const [index, hit] of list.loadedRows()) if (hit.id === id) return index
    return null
  }

  watch(
    () => archive.archive?.path,
    () => {
      query.value = ''
      laterTotal.value = null
      list.clear()
    },
  )
  watch(() => archive.contentVersion, follow)
  onMainEvent('onNotebookChanged', () => {
    if (query.value !== '') void follow()
  })

  return {
    query,
    sort,
    isAtTop,
    answer,
    newCount,
    total: list.total,
    isLoading: list.isLoading,
    error: list.error,
    hitAt: list.rowAt,
    ensure: list.ensure,
    retry: list.reset,
    ask,
    showLater,
    idsBetween,
    indexOf,
  }
})
