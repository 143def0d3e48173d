// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { setTimeout } from 'node:timers/promises'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventHit } from '../../../src-shared/event.ts'
import type { SearchAnswer, SearchRequest } from '../../../src-shared/search.ts'
import { joinMain } from './join-main.ts'

const REPORTS = 1200

/** Every third report has two copies. */
function hitAt(index: number): EventHit {
  const row = (id: string) => ({ id, date: null, title: id, topic: null })
  const copies = index % 3 === 0 ? [row(`${index}a`), row(`${index}b`)] : []
  return { ...row(String(index)), copies, snippet: null }
}

const searched: SearchRequest[] = []
const shaped: string[] = []
/** How long an answer takes, in milliseconds. */
let lateMs = 0

function answer(request: SearchRequest): SearchAnswer {
  const { query, sort, offset, limit, isFolded } = request
  const rows = Math.max(0, Math.min(limit, REPORTS - offset))
  return {
    query,
    sort,
    interpreted: '',
    parts: [],
    total: REPORTS,
    events: isFolded ? REPORTS + 800 : REPORTS,
    hits: Array.from({ length: rows }, (_, place) => hitAt(offset + place)),
    durationMs: 1,
  }
}

joinMain({
  search: (request) => {
    searched.push(request)
    const answered = answer(request)
    return lateMs === 0 ? Promise.resolve(answered) : setTimeout(lateMs, answered)
  },
  searchIds: ({ offset, limit }) =>
    Promise.resolve(Array.from({ length: limit }, (_, place) => `id ${offset + place}`)),
  shapeAnswer: ({ query }) => {
    shaped.push(query)
    const histogram = { unit: 'year' as const, bars: [], imprecise: 0, undated: REPORTS }
    return Promise.resolve({ query, events: REPORTS, histogram, facets: null })
  },
})
const { useSearchStore } = await import('../../../src-renderer/stores/search.ts')

describe('useSearchStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    searched.length = 0
    shaped.length = 0
    lateMs = 0
  })

  it('asks for the shape once the rows are there, and of the newest question only', async () => {
    const search = useSearchStore()
    const first = search.ask({ query: 'fuel', sort: 'date', isFolded: true })
    const second = search.ask({ query: 'fuel aid', sort: 'date', isFolded: true })
    await flushPromises()
    expect(search.answer?.query).toBe('fuel aid')
    expect(shaped).toEqual([])
    await Promise.all([first, second])
    expect(shaped).toEqual(['fuel aid'])
    expect(search.shape?.query).toBe('fuel aid')
  })

  it('asks the same question again only where it differs in something', async () => {
    const search = useSearchStore()
    await search.ask({ query: 'fuel', sort: 'date', isFolded: true })
    await search.ask({ query: 'fuel', sort: 'date', isFolded: true })
    expect(searched).toHaveLength(1)
    await search.ask({ query: 'fuel', sort: 'date', isFolded: false })
    expect(searched).toHaveLength(2)
  })

  it('loads the pages around what is seen before they are reached', async () => {
    const search = useSearchStore()
    await search.ask({ query: '', sort: 'date', isFolded: true })
    search.see(0, 12, false)
    expect(searched).toHaveLength(1)
    search.see(15, 27, false)
    await vi.waitFor(() => expect(search.hitAt(60)?.id).toBe('60'))
  })

  it('lets every key ask while answers come at once, and fewer where they do not', async () => {
    const search = useSearchStore()
    await search.ask({ query: 'f', sort: 'date', isFolded: true })
    expect(search.pauseMs).toBe(0)
    lateMs = 130
    await search.ask({ query: 'fu', sort: 'date', isFolded: true })
    await search.ask({ query: 'fue', sort: 'date', isFolded: true })
    expect(search.pauseMs).toBeGreaterThan(100)
    lateMs = 0
    await search.ask({ query: 'fuel', sort: 'date', isFolded: true })
    expect(search.pauseMs).toBe(0)
  })

  it('finds the row that a folded event is in', async () => {
    const search = useSearchStore()
    await search.ask({ query: '', sort: 'date', isFolded: true })
    expect(search.indexOf('6b')).toBe(6)
    expect(search.indexOf('nowhere')).toBeNull()
  })

  it('names the events of rows, not of what is folded into them', async () => {
    const search = useSearchStore()
    await search.ask({ query: '', sort: 'date', isFolded: true })
    const ids = await search.idsBetween(2, 1103)
    expect(ids).toHaveLength(1102)
    expect([ids[0], ids[1], ids.at(-1)]).toEqual(['2', '3', '1103'])
  })

  it('names the events of rows at once where nothing is folded', async () => {
    const search = useSearchStore()
    await search.ask({ query: '', sort: 'date', isFolded: false })
    expect(await search.idsBetween(2, 3)).toEqual(['id 2', 'id 3'])
  })
})
