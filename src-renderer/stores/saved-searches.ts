import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { SavedSearchSummary } from '#shared/saved-search.ts'
import type { SearchSort } from '#shared/search.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { savedSearches as words } from '../locales/en/saved-searches.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { coalesce } from './coalesce.ts'
import { useNotebookStore } from './notebook.ts'
import { createSearchNews } from './search-news.ts'

/** What a saved search asks. */
export interface Question {
  query: string
  sort: SearchSort
  isFolded: boolean
}

/** The questions kept in the notebook, and what is new, gone or changed in their answers. */
export const useSavedSearchesStore = defineStore('saved-searches', () => {
  const archive = useArchiveStore()
  const notebook = useNotebookStore()
  const { addToast } = useToasts()
  /** By name. */
  const list = shallowRef<SavedSearchSummary[]>([])
  /** Whether the list has been read at all. */
  const isLoaded = ref(false)
  /** Why the list could not be read, or `null`. */
  const error = shallowRef<unknown>(null)
  /** The question that waits for a name; `null` while nothing is to be saved. */
  const saving = shallowRef<Question | null>(null)
  const news = createSearchNews({
    list: () => list.value,
    canCompare: () => archive.isWhole,
    compare: (id) => rpc.compareSavedSearch(id),
  })

  const refresh = coalesce(async () => {
    try {
      const before = list.value
      const searches = await rpc.listSavedSearches()
      list.value = searches.toSorted((one, other) => one.name.localeCompare(other.name))
      error.value = null
      news.followList(before)
    } catch (thrown) {
      list.value = []
      error.value = archive.archive && thrown
    }
    isLoaded.value = true
  })

  /** @returns the saved search, or `null` where there is none. */
  function find(id: string | null): SavedSearchSummary | null {
    return list.value.find((search) => search.id === id) ?? null
  }

  /** @returns one that asks the same already, or `null`. */
  function findSame({ query }: Question): SavedSearchSummary | null {
    return list.value.find((search) => search.query.trim() === query.trim()) ?? null
  }

  /** Ask under which name a question is to be kept. */
  function openSaver(question: Question) {
    if (notebook.readOnly) {
      addToast({ kind: 'error', title: words.readOnly, description: notebook.readOnly.message })
    } else {
      saving.value = question
    }
  }

  function closeSaver() {
    saving.value = null
  }

  /** @returns whether it was kept. */
  async function create(name: string, question: Question): Promise<boolean> {
    const made = await notebook.report(() => rpc.createSavedSearch({ name, ...question }))
    if (!made) return false
    await refresh()
    await notebook.offerUndo(words.saved(made.name))
    return true
  }

  async function rename(id: string, name: string) {
    await notebook.report(() => rpc.updateSavedSearch(id, { name }))
    await refresh()
  }

  /** Take what it finds now as known. */
  async function markSeen(id: string) {
    const marked = await notebook.report(() => rpc.markSavedSearchSeen(id))
    if (marked) await refresh()
  }

  /** @returns whether it is gone. */
  async function remove(id: string): Promise<boolean> {
    const name = find(id)?.name ?? ''
    const isDone = await notebook.report(async () => {
      await rpc.deleteSavedSearch(id)
      return true
    })
    if (isDone) await notebook.offerUndo(words.deleted(name))
    await refresh()
    return isDone ?? false
  }

  watch(
    () => archive.archive?.path,
    () => {
      news.forgetAll()
      closeSaver()
    },
  )
  watch(() => archive.isWhole && archive.report, news.followArchive)
  onMainEvent('onNotebookChanged', () => void refresh())
  onMainEvent('onArchiveChanged', () => void refresh())
  void refresh()

  return {
    list,
    isLoaded,
    error,
    saving: computed(() => saving.value),
    comparing: news.comparing,
    newsOf: news.newsOf,
    failureOf: news.failureOf,
    follow: news.follow,
    compareAgain: (id: string) => news.want([id]),
    find,
    findSame,
    refresh,
    openSaver,
    closeSaver,
    create,
    rename,
    markSeen,
    remove,
  }
})
