// @vitest-environment happy-dom
import type { ChangesRequest, EventChange } from '#shared/changes.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { joinMain } from './join-main.ts'

/** Long enough for a busy machine. */
const SOON = { timeout: 10_000 }

function changeOf(index: number, isAnnotated = false): EventChange {
  const text = { date: null, title: `Event ${index}`, topic: null, summary: '', sources: [] }
  const event = { id: `e${index}`, formerId: null, date: null, title: text.title }
  return { kind: 'added', ...event, before: null, after: text, isAnnotated }
}

const main = { changes: [] as EventChange[], asked: [] as ChangesRequest[] }
const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  listChanges: (request) => {
    main.asked.push(request)
    const found = main.changes.filter(
      ({ kind, isAnnotated }) =>
        (request.kind === null || request.kind === kind) && (!request.onlyAnnotated || isAnnotated),
    )
    return Promise.resolve({
      at: '2026-01-01T00:00:00Z',
      counts: { added: main.changes.length, changed: 0, removed: 0, moved: 0 },
      annotated: 0,
      total: found.length,
      changes: found.slice(request.offset, request.offset + request.limit),
    })
  },
})
const { useChangesStore } = await import('../../../src-renderer/stores/changes.ts')
const ALL = { kind: null, onlyAnnotated: false }

describe('useChangesStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    main.changes = Array.from({ length: 250 }, (_, index) => changeOf(index))
    main.asked = []
  })

  it('opens the first of what is asked for', async () => {
    const store = useChangesStore()
    await store.ask(ALL)
    expect(store.opened?.id).toBe('e0')
    await store.ask({ kind: 'removed', onlyAnnotated: false })
    expect(store.total).toBe(0)
    expect(store.opened).toBeNull()
  })

  it('opens a change whose page is not loaded yet', async () => {
    const store = useChangesStore()
    await store.ask(ALL)
    await store.open(240)
    expect(store.opened?.id).toBe('e240')
  })

  it('keeps the change that is read when marks put it elsewhere', async () => {
    const store = useChangesStore()
    await store.ask(ALL)
    await store.open(7)
    main.changes = [changeOf(7, true), ...main.changes.filter(({ id }) => id !== 'e7')]
    await renderer.onNotebookChanged(null)
    await vi.waitFor(() => {
      expect(store.openedIndex).toBe(0)
    }, SOON)
    expect(store.opened).toEqual(changeOf(7, true))
  })

  it('asks again for nothing it has', async () => {
    const store = useChangesStore()
    await store.ask(ALL)
    await store.ask({ ...ALL })
    expect(main.asked).toHaveLength(1)
  })
})
