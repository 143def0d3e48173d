// @vitest-environment happy-dom
import { AnnalsError } from '#shared/errors.ts'
import type { RecordName, TrashItem } from '#shared/trash.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useToasts } from '../../../src-renderer/composables/use-toasts.ts'
import { joinMain } from './join-main.ts'
import { statusOf } from './notebook-status.ts'

const SOON = { timeout: 10_000 }

function deleted(id: string): TrashItem {
  return { kind: 'claim', id, deleted: '2026-01-01', title: id, event: null, size: 0 }
}

/** The trash as the main process has it, and how often it was read. */
const main = { items: [] as TrashItem[], reads: 0, isLocked: false }

async function take(records: RecordName[]): Promise<void> {
  if (main.isLocked) throw new AnnalsError('NOTEBOOK_LOCKED', 'It is open elsewhere.')
  const ids = new Set(records.map(({ id }) => id))
  main.items = main.items.filter(({ id }) => !ids.has(id))
  await Promise.resolve()
}

const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  getNotebookStatus: () => Promise.resolve(statusOf({ undo: 'Something' })),
  listTrash: () => {
    main.reads += 1
    return Promise.resolve(main.items)
  },
  restoreFromTrash: take,
  deleteForGood: take,
})
const { useTrashStore } = await import('../../../src-renderer/stores/trash.ts')

const toastTitles = () => useToasts().toasts.value.map(({ title }) => title)

describe('useTrashStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    const { toasts, dismissToast } = useToasts()
    for (const { id } of [...toasts.value]) dismissToast(id)
    Object.assign(main, { items: [deleted('a'), deleted('b')], reads: 0, isLocked: false })
  })

  it('is read only while somebody looks', async () => {
    const trash = useTrashStore()
    await renderer.onNotebookChanged(null)
    expect(main.reads).toBe(0)
    const leave = trash.follow()
    await vi.waitFor(() => {
      expect(trash.items?.map(({ id }) => id)).toEqual(['a', 'b'])
    }, SOON)
    main.items = [deleted('c')]
    await renderer.onNotebookChanged(null)
    await vi.waitFor(() => {
      expect(trash.items?.map(({ id }) => id)).toEqual(['c'])
    }, SOON)
    leave()
    const { reads } = main
    await renderer.onNotebookChanged(null)
    expect(main.reads).toBe(reads)
  })

  it('restores and deletes for good, and offers to undo both', async () => {
    const trash = useTrashStore()
    expect(await trash.restore([{ kind: 'claim', id: 'a' }])).toBe(true)
    expect(trash.items?.map(({ id }) => id)).toEqual(['b'])
    expect(toastTitles()).toEqual(['1 thing restored'])
    expect(await trash.deleteForGood([{ kind: 'claim', id: 'b' }])).toBe(true)
    expect(trash.items).toEqual([])
    expect(toastTitles()).toEqual(['1 thing deleted for good'])
    expect(useToasts().toasts.value[0]?.action?.label).toBe('Undo')
  })

  it('keeps all where it cannot be changed, and says why', async () => {
    main.isLocked = true
    const trash = useTrashStore()
    expect(await trash.deleteForGood([{ kind: 'claim', id: 'a' }])).toBe(false)
    expect(trash.items).toHaveLength(2)
    expect(toastTitles()).toEqual(['It is open elsewhere.'])
  })

  it('forgets what it has read of another archive', async () => {
    const trash = useTrashStore()
    await trash.refresh()
    expect(trash.items).toHaveLength(2)
    await renderer.onArchiveChanged(null)
    expect(trash.items).toBeNull()
  })
})
