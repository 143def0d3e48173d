// @vitest-environment happy-dom
import type { Annotation } from '#shared/notebook.ts'
import type { AnnotationSearchRequest } from '#shared/search.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { joinMain } from './join-main.ts'

/** Long enough for a busy machine. */
const SOON = { timeout: 10_000 }

function annotationOf(index: number): Annotation {
  return {
    id: `a${index}`,
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    event: { id: `e${index % 100}`, date: null, title: `Event ${index % 100}`, text: '' },
    note: `Note ${index}`,
    tags: [],
    selector: null,
    colour: null,
    state: 'open',
  }
}

const main = { notes: [] as Annotation[], asked: [] as AnnotationSearchRequest[], idsAsked: 0 }
const find = ({ query }: AnnotationSearchRequest) =>
  main.notes.filter(({ note }) => note.includes(query))
const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  searchAnnotations: (request) => {
    main.asked.push(request)
    const found = find(request)
    return Promise.resolve({
      query: request.query,
      parts: [],
      total: found.length,
      statusCounts: { exact: 0, moved: 0, unsure: 0, orphan: 0 },
      hits: found
        .slice(request.offset, request.offset + request.limit)
        .map((annotation) => ({ annotation, status: null })),
    })
  },
  searchAnnotationIds: (request) => {
    main.idsAsked += 1
    return Promise.resolve(find(request).map(({ id }) => id))
  },
})
const { useNoteSearchStore } = await import('../../../src-renderer/stores/note-search.ts')
const ALL = { query: '', status: null, sort: 'modified' } as const

describe('useNoteSearchStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    main.notes = Array.from({ length: 50_000 }, (_, index) => annotationOf(index))
    main.asked = []
    main.idsAsked = 0
  })

  it('loads what is seen of 50,000 notes and no more', async () => {
    const store = useNoteSearchStore()
    await store.ask(ALL)
    await store.ensure(49_990, 49_999)
    expect(store.total).toBe(50_000)
    expect(store.hitAt(49_999)?.annotation.id).toBe('a49999')
    expect(store.hitAt(25_000)).toBeNull()
    expect(main.asked).toHaveLength(2)
  })

  it('names the rows of a range, whether they are loaded or not', async () => {
    const store = useNoteSearchStore()
    await store.ask(ALL)
    expect(await store.idsBetween(3, 5)).toEqual(['a3', 'a4', 'a5'])
    expect(main.idsAsked).toBe(0)
    const all = await store.idsBetween(0, 49_999)
    expect(all).toHaveLength(50_000)
    expect(main.idsAsked).toBe(1)
  })

  it('finds the events of notes that are not loaded, each once', async () => {
    const store = useNoteSearchStore()
    await store.ask(ALL)
    expect(await store.eventsOf(['a5', 'a105', 'a7'])).toEqual(['e5', 'e7'])
  })

  it('follows the notebook, and looks at the row that took the place of one that is gone', async () => {
    const store = useNoteSearchStore()
    await store.ask(ALL)
    store.activeIndex = 2
    expect(store.active?.annotation.id).toBe('a2')
    main.notes = main.notes.filter(({ id }) => id !== 'a2')
    await renderer.onNotebookChanged(null)
    await vi.waitFor(() => {
      expect(store.active?.annotation.id).toBe('a3')
    }, SOON)
    expect(store.total).toBe(49_999)
  })

  it('asks nothing again that is answered, and begins anew for another question', async () => {
    const store = useNoteSearchStore()
    await store.ask(ALL)
    store.activeIndex = 4
    await store.ask({ ...ALL })
    expect(main.asked).toHaveLength(1)
    await store.ask({ ...ALL, query: 'Note 49' })
    expect(store.activeIndex).toBe(0)
    expect(store.answered?.query).toBe('Note 49')
  })
})
