// @vitest-environment happy-dom
import type { OpenArchive } from '#shared/contract.ts'
import { AnnalsError } from '#shared/errors.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { joinMain } from './join-main.ts'

const ARCHIVE: OpenArchive = {
  path: '/archive',
  name: 'archive',
  importing: null,
  changedPages: 0,
  isWatched: true,
  isMissing: false,
}
const started: { acceptLoss: boolean }[] = []
let refusal: Error | null = null
const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  startImport: (options) => {
    started.push(options)
    return refusal === null ? Promise.resolve() : Promise.reject(refusal)
  },
})
const { useArchiveStore } = await import('../../../src-renderer/stores/archive.ts')

describe('useArchiveStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    started.length = 0
    refusal = null
  })

  it('says nothing of changed pages that were dismissed until there are more', async () => {
    const archive = useArchiveStore()
    archive.follow(ARCHIVE)
    await renderer.onPagesChanged(12)
    expect(archive.newsPages).toBe(12)
    archive.dismissPages()
    expect(archive.newsPages).toBe(0)
    await renderer.onPagesChanged(13)
    expect(archive.newsPages).toBe(13)
  })

  it('hears of new changes after the dismissed ones were taken in', async () => {
    const archive = useArchiveStore()
    archive.follow({ ...ARCHIVE, changedPages: 12 })
    archive.dismissPages()
    await renderer.onPagesChanged(0)
    await renderer.onPagesChanged(2)
    expect(archive.newsPages).toBe(2)
  })

  it('knows which pages are gone where an import was refused for it, until it is tried again', async () => {
    const archive = useArchiveStore()
    archive.follow(ARCHIVE)
    await renderer.onImportFailed({
      code: 'ARCHIVE_VANISHED',
      message: 'Most pages are gone.',
      details: { path: '/archive', known: 5000, gone: 4812 },
    })
    expect(archive.vanished).toEqual({ path: '/archive', known: 5000, gone: 4812 })
    await archive.startImport({ acceptLoss: true })
    expect(started).toEqual([{ acceptLoss: true }])
    expect(archive.vanished).toBeNull()
  })

  it('shows at once that an import begins, unless it is refused', async () => {
    const archive = useArchiveStore()
    archive.follow(ARCHIVE)
    const begun = archive.startImport()
    expect(archive.isImporting).toBe(true)
    await begun
    expect(archive.isImporting).toBe(true)

    archive.follow({ ...ARCHIVE, path: '/other' })
    refusal = new AnnalsError('IMPORT_RUNNING', 'Running.')
    await expect(archive.startImport()).rejects.toThrow('Running.')
    expect(archive.isImporting).toBe(false)
  })
})
