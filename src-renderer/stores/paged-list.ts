import { AnnalsError } from '#shared/errors.ts'
import { type Ref, type ShallowRef, ref, shallowReactive, shallowRef } from 'vue'

/** Pages that are asked for at once; of the others only those still seen when their turn comes. */
const MAX_IN_FLIGHT = 2
/** Pages kept; the farthest from what is seen are forgotten first. */
const MAX_PAGES = 100

/** One answer: some rows of a list, and how long the list is. */
export interface ListPage<Row> {
  total: number
  rows: Row[]
}

/** A long list that is loaded page by page as it is seen. */
export interface PagedList<Row, Page extends ListPage<Row>> {
  /** `null` until the first answer. */
  total: Ref<number | null>
  /** The answer that brought the first rows, or `null`. */
  firstPage: ShallowRef<Page | null>
  isLoading: Ref<boolean>
  /** What the last load threw, or `null`. */
  error: ShallowRef<unknown>
  /** @returns the row, or `null` while its page is not loaded. */
  rowAt: (index: number) => Row | null
  /** These rows are seen now: their pages are loaded, those of rows seen before no longer wanted. */
  see: (first: number, last: number) => void
  /** Load the pages of these rows, and note that they are the ones seen. */
  ensure: (first: number, last: number) => Promise<void>
  /** Begin anew; what is shown stays until the first answer is there. */
  reset: () => Promise<void>
  /** Read the pages seen again; rows that did not change stay the same objects. */
  refresh: () => Promise<void>
  /** Forget everything. */
  clear: () => void
  /** The rows loaded, with their places. */
  loadedRows: () => Iterable<[index: number, row: Row]>
}

/**
 * @param fetchPage - Asks for rows; what it closes over may change before a `reset`, whose later
 * answers then replace all earlier ones. Stale answers are dropped.
 */
export function createPagedList<Row, Page extends ListPage<Row> = ListPage<Row>>(
  pageSize: number,
  fetchPage: (offset: number, limit: number) => Promise<Page>,
): PagedList<Row, Page> {
  const total = ref<number | null>(null)
  const firstPage: ShallowRef<Page | null> = shallowRef(null)
  const isLoading = ref(false)
  const error = shallowRef<unknown>(null)
  const pages = shallowReactive(new Map<number, Row[]>())
  const pending = new Map<number, Promise<void>>()
  let generation = 0
  let seen = { first: 0, last: 0 }

  async function load(page: number, onAnswer: (answer: Page) => void) {
    const asked = generation
    isLoading.value = true
    try {
      const answer = await fetchPage(page * pageSize, pageSize)
      if (asked !== generation) return
      error.value = null
      onAnswer(answer)
      settle(page)
      loadNext()
    } catch (thrown) {
      if (asked !== generation) return
      if (!isSuperseded(thrown)) error.value = thrown
      settle(page)
    }
  }

  function settle(page: number) {
    pending.delete(page)
    isLoading.value = pending.size > 0
  }

  function store(page: number, answer: Page) {
    total.value = answer.total
    if (page === 0) firstPage.value = answer
    pages.set(page, keepUnchanged(pages.get(page) ?? [], answer.rows))
    if (pages.size > MAX_PAGES) pages.delete(farthestPage())
  }

  /** How far a page lies from the middle of what is seen. */
  function distanceOf(page: number): number {
    return Math.abs(page + 0.5 - (seen.first + seen.last + 1) / 2 / pageSize)
  }

  function farthestPage(): number {
    const farther = (one: number, other: number) =>
      distanceOf(other) > distanceOf(one) ? other : one
    return [...pages.keys()].reduce(farther)
  }

  function request(page: number, onAnswer: (answer: Page) => void): Promise<void> {
    const loading = load(page, onAnswer)
    pending.set(page, loading)
    return loading
  }

  function* pagesSeen() {
    const end = Math.min(seen.last, (total.value ?? 1) - 1)
    for (let page = Math.floor(seen.first / pageSize); page * pageSize <= end; page += 1) yield page
  }

  /** The pages seen that are not there, the nearest first. */
  function listMissing(): number[] {
    const missing = [...pagesSeen()].filter((page) => !pages.has(page))
    return missing.sort((one, other) => distanceOf(one) - distanceOf(other))
  }

  function loadPage(page: number): Promise<void> {
    return pending.get(page) ?? request(page, (answer) => store(page, answer))
  }

  function loadNext() {
    for (const page of listMissing()) if (pending.size < MAX_IN_FLIGHT) void loadPage(page)
  }

  function see(first: number, last: number) {
    seen = { first, last }
    loadNext()
  }

  async function ensure(first: number, last: number) {
    seen = { first, last }
    await Promise.all(listMissing().map(loadPage))
  }

  async function reset() {
    generation += 1
    pending.clear()
    seen = { first: 0, last: 0 }
    await request(0, (answer) => {
      pages.clear()
      store(0, answer)
    })
  }

  async function refresh() {
    generation += 1
    pending.clear()
    const wanted = new Set([0, ...pagesSeen()])
    const fresh = new Map<number, Page>()
    await Promise.all([...wanted].map((page) => request(page, (a) => void fresh.set(page, a))))
    if (fresh.size !== wanted.size) return
    for (const page of pages.keys()) if (!wanted.has(page)) pages.delete(page)
    for (const [page, answer] of fresh) store(page, answer)
  }

  function clear() {
    generation += 1
    pending.clear()
    pages.clear()
    total.value = null
    firstPage.value = null
    isLoading.value = false
    error.value = null
  }

  function rowAt(index: number): Row | null {
    return pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null
  }

  function* loadedRows(): Generator<[number, Row]> {
    for (const [page, rows] of pages) {
      for (const [offset, row] of rows.entries()) yield [page * pageSize + offset, row]
    }
  }

  return {
    total,
    firstPage,
    isLoading,
    error,
    rowAt,
    see,
    ensure,
    reset,
    refresh,
    clear,
    loadedRows,
  }
}

function isSuperseded(thrown: unknown): boolean {
  return thrown instanceof AnnalsError && thrown.code === 'SEARCH_SUPERSEDED'
}

/** The new rows, but the old objects, or the old array, where nothing changed. */
function keepUnchanged<Row>(before: Row[], after: Row[]): Row[] {
  if (before.length === 0) return after
  const known = new Map(before.map((row) => [JSON.stringify(row), row]))
  const rows = after.map((row) => known.get(JSON.stringify(row)) ?? row)
  const isSame = rows.length === before.length && rows.every((row, index) => row === before[index])
  return isSame ? before : rows
}
