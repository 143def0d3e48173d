import type { ChangeKind, ChangePage, EventChange } from '#shared/changes.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { type ListPage, createPagedList } from './paged-list.ts'

const PAGE_SIZE = 100

/** Which changes are listed. */
export interface ChangeFilter {
  /** `null` lists all kinds. */
  kind: ChangeKind | null
  onlyAnnotated: boolean
}

interface ChangeListPage extends ListPage<EventChange> {
  page: ChangePage
}

/** What the last update of the archive did to its events. */
export const useChangesStore = defineStore('changes', () => {
  const archive = useArchiveStore()
  const filter = shallowRef<ChangeFilter>({ kind: null, onlyAnnotated: false })
  /** The change that is read, and its place in the list. */
  const opened = shallowRef<EventChange | null>(null)
  const openedIndex = ref(0)

  const list = createPagedList<EventChange, ChangeListPage>(PAGE_SIZE, async (offset, limit) => {
    const page = await rpc.listChanges({ ...filter.value, offset, limit })
    return { total: page.total, rows: page.changes, page }
  })
  /** What is said of all changes; `null` until the first answer. */
  const summary = computed(() => list.firstPage.value?.page ?? null)

  /** List the changes asked for, the first of them open. What is listed already stays as it is. */
  async function ask(next: ChangeFilter) {
    const isSame =
      next.kind === filter.value.kind && next.onlyAnnotated === filter.value.onlyAnnotated
    if (isSame && list.total.value !== null) return
    filter.value = next
    await begin()
  }

  async function begin() {
    await list.reset()
    opened.value = list.rowAt(0)
    openedIndex.value = 0
  }

  /** Read a change; a place whose page is not loaded yet is loaded first. */
  async function open(index: number) {
    openedIndex.value = index
    await list.ensure(index, index)
    if (openedIndex.value === index) opened.value = list.rowAt(index) ?? opened.value
  }

  /** Marks may have changed; what is read stays open, wherever it stands now. */
  async function refresh() {
    if (list.total.value === null) return
    await list.refresh()
    const key = opened.value && keyOf(opened.value)
    for (const [index, change] of list.loadedRows()) {
      if (keyOf(change) !== key) continue
      opened.value = change
      openedIndex.value = index
    }
  }

  function clear() {
    filter.value = { kind: null, onlyAnnotated: false }
    list.clear()
    opened.value = null
  }

  watch(() => archive.archive?.path, clear)
  onMainEvent('onImportEnded', () => {
    if (list.total.value !== null) void begin()
  })
  onMainEvent('onNotebookChanged', () => void refresh())

  return {
    filter,
    summary,
    opened,
    openedIndex,
    total: list.total,
    isLoading: list.isLoading,
    error: list.error,
    changeAt: list.rowAt,
    ensure: list.ensure,
    retry: begin,
    ask,
    open,
  }
})

/** What tells one change from another. */
function keyOf({ kind, id }: EventChange): string {
  return `${kind} ${id}`
}
