import type { DayCount, NamePage, NameRequest, YearCount } from '#shared/browse.ts'
import type { TagCount } from '#shared/notebook.ts'
import { defineStore } from 'pinia'
import { computed, markRaw, ref, shallowReactive, shallowRef, watch } from 'vue'
import { onMainEvent, rpc } from '../rpc.ts'
import { useAppStore } from './app.ts'
import { useArchiveStore } from './archive.ts'
import { createNameList } from './name-list.ts'

/** The ways in. Which is open is remembered by its place here: new ones belong at the end. */
const WAYS = ['dates', 'entities', 'sources', 'collections', 'answer', 'tags', 'searches'] as const

export type Way = (typeof WAYS)[number]

/** The ways into the archive: dates, entities, sources, tags, each with counts. */
export const useBrowseStore = defineStore('browse', () => {
  const app = useAppStore()
  const archive = useArchiveStore()
  /** Newest first; `null` until the first answer. */
  const years = shallowRef<YearCount[] | null>(null)
  const error = shallowRef<unknown>(null)
  /** The way in that is open. */
  const way = computed<Way>({
    get: () => WAYS[app.layout['way'] ?? 0] ?? 'dates',
    set: (chosen) => app.rememberLayout('way', WAYS.indexOf(chosen)),
  })
  /** Years and months that are open: `2008`, `2008-06`. */
  const expanded = ref<string[]>([])
  /** Days of the months that were looked into, by `2008-06`. */
  const days = shallowReactive(new Map<string, DayCount[]>())
  // Raw, or the store would unwrap the refs in them.
  const entities = markRaw(createNameList((request) => rpc.listEntities(request)))
  const sources = markRaw(createNameList((request) => rpc.listSources(request)))
  const tags = markRaw(createNameList(async (request) => pageTags(await rpc.listTags(), request)))

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

  async function followNotebook() {
    if (tags.total.value !== null) await tags.refresh()
  }

  watch(
    () => archive.archive?.path,
    () => {
      years.value = null
      days.clear()
      expanded.value = []
      for (const list of [entities, sources, tags]) {
        list.clear()
        list.filter.value = ''
      }
    },
  )
  watch(() => archive.contentVersion, follow)
  onMainEvent('onNotebookChanged', followNotebook)

  return { years, error, way, expanded, days, entities, sources, tags, loadYears, loadDays }
})

/** What a request for names finds among the tags of the notebook. */
function pageTags(
  tags: readonly TagCount[],
  { filter, sort, offset, limit }: NameRequest,
): NamePage {
  const wanted = foldName(filter)
  const names = tags
    .map(({ tag, count }) => ({ name: tag, count }))
    .filter(({ name }) => foldName(name).includes(wanted))
  if (sort === 'name') names.sort((one, other) => one.name.localeCompare(other.name))
  return { total: names.length, names: names.slice(offset, offset + limit) }
}

function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** 2008, 6 → `2008-06`. */
export function monthKey(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}
