import type { DayCount, YearCount } from '#shared/browse.ts'
import { defineStore } from 'pinia'
import { markRaw, ref, shallowReactive, shallowRef, watch } from 'vue'
import { rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { createNameList } from './name-list.ts'

/** The ways into the archive: dates, entities, sources, each with counts. */
export const useBrowseStore = defineStore('browse', () => {
  const archive = useArchiveStore()
  /** Newest first; `null` until the first answer. */
  const years = shallowRef<YearCount[] | null>(null)
  const error = shallowRef<unknown>(null)
  const way = ref<'dates' | 'entities' | 'sources' | 'collections'>('dates')
  /** Years and months that are open: `2008`, `2008-06`. */
  const expanded = ref<string[]>([])
  /** Days of the months that were looked into, by `2008-06`. */
  const days = shallowReactive(new Map<string, DayCount[]>())
  // Raw, or the store would unwrap the refs in them.
  const entities = markRaw(createNameList((request) => rpc.listEntities(request)))
  const sources = markRaw(createNameList((request) => rpc.listSources(request)))

  async function loadYears() {
    const path = archive.archive?.path
    if (path === undefined) return
    try {
      const loaded = await rpc.listYears()
      if (path !== archive.archive?.path) return
      years.value = loaded.toSorted((a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity))
      error.value = null
    } catch (thrown) {
      error.value = thrown
    }
  }

  async function loadDays(year: number, month: number) {
    const path = archive.archive?.path
    const loaded = await rpc.listDays(year, month).catch(() => null)
    if (loaded === null || path !== archive.archive?.path) return
    days.set(monthKey(year, month), loaded)
  }

  async function follow() {
    await loadYears()
    await Promise.all(
      [...days.keys()].map((key) => loadDays(Number(key.slice(0, -3)), Number(key.slice(-2)))),
    )
    for (const list of [entities, sources]) if (list.total.value !== null) await list.refresh()
  }

  watch(
    () => archive.archive?.path,
    () => {
      years.value = null
      days.clear()
      expanded.value = []
      for (const list of [entities, sources]) {
        list.clear()
        list.filter.value = ''
      }
    },
  )
  watch(() => archive.contentVersion, follow)

  return { years, error, way, expanded, days, entities, sources, loadYears, loadDays }
})

/** 2008, 6 → `2008-06`. */
export function monthKey(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}
