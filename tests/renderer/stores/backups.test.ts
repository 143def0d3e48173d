// @vitest-environment happy-dom
import type { BackupComparison, BackupVersion } from '#shared/backup.ts'
import { AnnalsError } from '#shared/errors.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useToasts } from '../../../src-renderer/composables/use-toasts.ts'
import { joinMain } from './join-main.ts'
import { statusOf } from './notebook-status.ts'

const SOON = { timeout: 10_000 }

function version(id: string): BackupVersion {
  return {
    ...{ id, document: 'annotations/2008-06.json', title: 'Notes on June 2008', at: '2026-01-01' },
    ...{ bytes: 1, isBeforeMigration: false, isReadable: true },
  }
}

/** How the versions differ, and which answers wait. */
const main = {
  difference: 'gone' as 'gone' | 'same',
  waiting: new Map<string, Promise<void>>(),
  restored: [] as unknown[],
}

const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  getNotebookStatus: () => Promise.resolve(statusOf({ undo: 'Something' })),
  listBackups: () => Promise.resolve([version('new'), version('old')]),
  compareBackup: async (id): Promise<BackupComparison> => {
    await main.waiting.get(id)
    if (id === 'gone') throw new AnnalsError('BACKUP_NOT_FOUND', 'It made room.')
    const record = {
      kind: 'annotation',
      id: 'a',
      title: 'Fuel',
      before: 'Fuel',
      now: null,
    } as const
    return {
      version: version(id),
      records: [{ ...record, difference: main.difference }],
      addedSince: 0,
    }
  },
  restoreBackup: (...given) => {
    if (given[0] === 'old') throw new AnnalsError('NOTEBOOK_LOCKED', 'It is open elsewhere.')
    main.restored.push(given)
    main.difference = 'same'
    return Promise.resolve(1)
  },
})
const { useBackupsStore } = await import('../../../src-renderer/stores/backups.ts')

const toastTitles = () => useToasts().toasts.value.map(({ title }) => title)
const RECORDS = [{ kind: 'annotation' as const, id: 'a' }]

describe('useBackupsStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    const { toasts, dismissToast } = useToasts()
    for (const { id } of [...toasts.value]) dismissToast(id)
    Object.assign(main, { difference: 'gone', waiting: new Map(), restored: [] })
  })

  it('lists the versions and compares the one that is open', async () => {
    const backups = useBackupsStore()
    await backups.refresh()
    expect(backups.versions?.map(({ id }) => id)).toEqual(['new', 'old'])
    await backups.open('new')
    expect(backups.comparison?.records).toMatchObject([{ difference: 'gone' }])
    await backups.open('gone')
    expect(backups.comparison).toBeNull()
    expect(backups.compareError).toMatchObject({ code: 'BACKUP_NOT_FOUND' })
    await backups.open(null)
    expect(backups.compareError).toBeNull()
  })

  it('shows the version opened last, whichever answer comes last', async () => {
    const backups = useBackupsStore()
    let answer: () => void = () => undefined
    main.waiting.set('old', new Promise((resolve) => (answer = resolve)))
    const slow = backups.open('old')
    await backups.open('new')
    answer()
    await slow
    expect(backups.comparison?.version.id).toBe('new')
  })

  it('restores records of the open version, and compares it anew', async () => {
    const backups = useBackupsStore()
    expect(await backups.restore(RECORDS)).toBe(false)
    await backups.open('new')
    expect(await backups.restore(RECORDS)).toBe(true)
    expect(main.restored).toEqual([['new', RECORDS]])
    expect(backups.comparison?.records).toMatchObject([{ difference: 'same' }])
    expect(toastTitles()).toEqual(['1 record brought back'])
  })

  it('says why nothing was restored', async () => {
    const backups = useBackupsStore()
    await backups.open('old')
    expect(await backups.restore(RECORDS)).toBe(false)
    expect(toastTitles()).toEqual(['It is open elsewhere.'])
  })

  it('compares anew when the notebook changes, and shows none of another archive', async () => {
    const backups = useBackupsStore()
    await backups.refresh()
    await backups.open('new')
    main.difference = 'same'
    await renderer.onNotebookChanged(null)
    await vi.waitFor(() => {
      expect(backups.comparison?.records).toMatchObject([{ difference: 'same' }])
    }, SOON)
    await renderer.onArchiveChanged(null)
    expect(backups.versions).toBeNull()
    expect(backups.comparison).toBeNull()
  })
})
