// @vitest-environment happy-dom
import type { OpenArchive } from '#shared/contract.ts'
import type { ImportReport } from '#shared/import.ts'
import type { SavedSearchNews, SavedSearchSummary } from '#shared/saved-search.ts'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { joinMain } from './join-main.ts'

/** Long enough for a busy machine. */
const SOON = { timeout: 10_000 }

const ARCHIVE: OpenArchive = {
  path: '/archive',
  name: 'archive',
  importing: null,
  changedPages: 0,
  isWatched: true,
  isMissing: false,
}
const REPORT: ImportReport = {
  archive: '/archive',
  files: 2,
  events: 2,
  days: 1,
  sources: 0,
  relations: 0,
  relationsResolved: 0,
  entities: 0,
  revisions: 0,
  problems: [],
  added: 0,
  changed: 0,
  removed: 0,
  unchanged: 2,
  changes: { added: 0, changed: 0, removed: 0, moved: 0 },
  fingerprint: 'f'.repeat(64),
  durationMs: 1,
  cancelled: false,
}

function searchNamed(id: string, name: string, at = '2026-01-01T00:00:00Z'): SavedSearchSummary {
  const seen = { at, archive: 'a'.repeat(64), total: 2 }
  const question = { query: name, sort: 'date' as const, isFolded: true }
  return { id, created: at, modified: at, name, ...question, seen, isFollowed: true }
}

function newsOf(id: string, total: number): SavedSearchNews {
  return { id, total, isSameArchive: false, events: { added: [], removed: [], changed: [] } }
}

/** What the main process has and was asked. */
const main = {
  searches: [] as SavedSearchSummary[],
  report: null as ImportReport | null,
  compared: [] as string[],
  compare: (id: string): Promise<SavedSearchNews> => Promise.resolve(newsOf(id, 3)),
}
const renderer = joinMain({
  getImportReport: () => Promise.resolve(main.report),
  listSavedSearches: () => Promise.resolve(main.searches),
  compareSavedSearch: (id) => {
    main.compared.push(id)
    return main.compare(id)
  },
})
const { useArchiveStore } = await import('../../../src-renderer/stores/archive.ts')
const { useSavedSearchesStore } = await import('../../../src-renderer/stores/saved-searches.ts')

/** An archive that is open and read, with two saved searches. */
async function openStore() {
  const archive = useArchiveStore()
  const searches = useSavedSearchesStore()
  archive.follow(ARCHIVE)
  await searches.refresh()
  await vi.waitFor(() => {
    expect(archive.isWhole).toBe(main.report !== null)
  }, SOON)
  return { archive, searches }
}

const looking: (() => void)[] = []

/** Look at the news until the test has ended. */
function look(searches: ReturnType<typeof useSavedSearchesStore>) {
  looking.push(searches.follow())
}

describe('useSavedSearchesStore', () => {
  afterEach(() => {
    for (const stop of looking.splice(0)) stop()
  })

  beforeEach(() => {
    setActivePinia(createPinia())
    main.searches = [searchNamed('2', 'Talks'), searchNamed('1', 'Aid')]
    main.report = REPORT
    main.compared = []
    main.compare = (id) => Promise.resolve(newsOf(id, 3))
  })

  it('lists by name', async () => {
    const { searches } = await openStore()
    expect(searches.list.map(({ name }) => name)).toEqual(['Aid', 'Talks'])
  })

  it('compares only while somebody looks, one after another', async () => {
    const { searches } = await openStore()
    expect(main.compared).toEqual([])
    const held = Promise.withResolvers<SavedSearchNews>()
    main.compare = () => held.promise
    look(searches)
    await vi.waitFor(() => {
      expect(main.compared).toEqual(['1'])
    }, SOON)
    expect(searches.comparing).toBe('1')
    main.compare = (id) => Promise.resolve(newsOf(id, 5))
    held.resolve(newsOf('1', 4))
    await vi.waitFor(() => {
      expect(searches.newsOf('2')?.total).toBe(5)
    }, SOON)
    expect(searches.newsOf('1')?.total).toBe(4)
  })

  it('waits for an import to end, and then compares anew', async () => {
    main.report = null
    const { searches } = await openStore()
    look(searches)
    await renderer.onImportProgress({
      phase: 'reading',
      filesSeen: 2,
      filesToRead: 2,
      filesRead: 1,
      events: 1,
      problems: 0,
      remainingMs: null,
    })
    expect(main.compared).toEqual([])
    await renderer.onImportEnded(REPORT)
    await vi.waitFor(() => {
      expect(main.compared).toEqual(['1', '2'])
    }, SOON)
  })

  it('drops what was found out about an earlier state of the archive', async () => {
    const { searches } = await openStore()
    const held = Promise.withResolvers<SavedSearchNews>()
    main.compare = () => held.promise
    look(searches)
    await vi.waitFor(() => {
      expect(main.compared).toEqual(['1'])
    }, SOON)
    main.compare = (id) => Promise.resolve(newsOf(id, 9))
    await renderer.onImportEnded({ ...REPORT })
    held.resolve(newsOf('1', 4))
    await vi.waitFor(() => {
      expect(searches.newsOf('1')?.total).toBe(9)
    }, SOON)
  })

  it('forgets the news of a search that was looked at', async () => {
    const { searches } = await openStore()
    look(searches)
    await vi.waitFor(() => {
      expect(searches.newsOf('2')?.total).toBe(3)
    }, SOON)
    main.searches = [searchNamed('1', 'Aid'), searchNamed('2', 'Talks', '2026-02-02T00:00:00Z')]
    main.compare = () => new Promise(() => {})
    await searches.refresh()
    expect(searches.newsOf('2')).toBeNull()
    expect(searches.newsOf('1')?.total).toBe(3)
  })

  it('keeps why a comparison failed, and goes on with the next', async () => {
    const { searches } = await openStore()
    main.compare = (id) =>
      id === '1' ? Promise.reject(new Error('no')) : Promise.resolve(newsOf(id, 3))
    look(searches)
    await vi.waitFor(() => {
      expect(searches.newsOf('2')?.total).toBe(3)
    }, SOON)
    expect(searches.failureOf('1')).toBeInstanceOf(Error)
  })
})
