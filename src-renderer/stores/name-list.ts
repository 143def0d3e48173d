import type { NameCount, NamePage, NameRequest } from '#shared/browse.ts'
import { ref } from 'vue'
import { createPagedList } from './paged-list.ts'

const PAGE_SIZE = 200

/** A list of names (entities, sources) that can be filtered and sorted. */
export function createNameList(fetchNames: (request: NameRequest) => Promise<NamePage>) {
  const filter = ref('')
  const sort = ref<NameRequest['sort']>('count')

  const list = createPagedList<NameCount>(PAGE_SIZE, async (offset, limit) => {
    const page = await fetchNames({ filter: filter.value, sort: sort.value, offset, limit })
    return { total: page.total, rows: page.names }
  })

  async function setFilter(text: string) {
    filter.value = text
    await list.reset()
  }

  async function setSort(next: NameRequest['sort']) {
    sort.value = next
    await list.reset()
  }

  return { ...list, filter, sort, setFilter, setSort }
}

export type NameList = ReturnType<typeof createNameList>
