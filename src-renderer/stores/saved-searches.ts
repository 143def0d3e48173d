import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import type { SavedSearchSummary } from '#shared/saved-search.ts'
import type { SearchSort } from '#shared/search.ts'
import { savedSearches as words } from '../locales/en/saved-searches.ts'
import { rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { createNamedList } from './named-list.ts'
import { useNotebookStore } from './notebook.ts'
import { createQuestion } from './question.ts'
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
  const named = createNamedList<SavedSearchSummary>({
    read: () => rpc.listSavedSearches(),
    rename: (id, name) => rpc.updateSavedSearch(id, { name }),
    remove: (id) => rpc.deleteSavedSearch(id),
    deleted: words.deleted,
    onRead: (before) => {
      news.followList(before)
    },
  })
  const { list, refresh } = named
  const news = createSearchNews({
    list: () => list.value,
    canCompare: () => archive.isWhole,
    compare: (id) => rpc.compareSavedSearch(id),
  })
  const saver = createQuestion<Question>()

  /** @returns one that asks the same already, or `null`. */
  function findSame({ query }: Question): SavedSearchSummary | null {
    return list.value.find((search) => search.query.trim() === query.trim()) ?? null
  }

  /** @returns whether it was kept. */
  async function create(name: string, question: Question): Promise<boolean> {
    const made = await notebook.report(() => rpc.createSavedSearch({ name, ...question }))
    if (!made) return false
    await refresh()
    await notebook.offerUndo(words.saved(made.name))
    return true
  }

  /** Take what it finds now as known. */
  async function markSeen(id: string) {
    const marked = await notebook.report(() => rpc.markSavedSearchSeen(id))
    if (marked) await refresh()
  }

  watch(() => archive.archive?.path, news.forgetAll)
  watch(() => archive.isWhole && archive.report, news.followArchive)

  return {
    ...named,
    /** The question that waits for a name; `null` while nothing is to be saved. */
    saving: computed(() => saver.subject.value),
    comparing: news.comparing,
    newsOf: news.newsOf,
    failureOf: news.failureOf,
    follow: news.follow,
    compareAgain: (id: string) => news.want([id]),
    findSame,
    openSaver: saver.ask,
    closeSaver: saver.dismiss,
    create,
    markSeen,
  }
})
