import { describe, expect, it, vi } from 'vitest'
import { AnnalsError } from '../../../src-shared/errors.ts'
import { createPagedList } from '../../../src-renderer/stores/paged-list.ts'

interface Row {
  name: string
}

/** A list over `rows` that notes what it was asked for and can be held back. */
function listOver(rows: Row[], pageSize = 2) {
  const asked: number[] = []
  const state = { rows, hold: null as Promise<void> | null, fails: false }
  const list = createPagedList<Row>(pageSize, async (offset, limit) => {
    asked.push(offset)
    const answer = state.rows.slice(offset, offset + limit).map((row) => ({ ...row }))
    const total = state.rows.length
    await state.hold
    if (state.fails) throw new Error('The disk is gone.')
    return { total, rows: answer }
  })
  return { list, asked, state }
}

const FIVE = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }))

describe('createPagedList', () => {
  it('loads only the pages that are seen, each once', async () => {
    const { list, asked } = listOver(FIVE)
    await list.reset()
    await Promise.all([list.ensure(2, 4), list.ensure(2, 4)])
    expect(asked).toEqual([0, 2, 4])
    expect(list.total.value).toBe(5)
    expect(list.rowAt(4)).toEqual({ name: 'e' })
  })

  it('asks only for the pages still seen when their turn comes', async () => {
    const rows = Array.from({ length: 40 }, (_, place) => ({ name: String(place) }))
    const { list, asked, state } = listOver(rows)
    await list.reset()
    let release = () => {}
    state.hold = new Promise((resolve) => (release = resolve))
    for (let first = 2; first < 40; first += 2) list.see(first, first + 1)
    expect(asked).toEqual([0, 2, 4])
    release()
    await vi.waitFor(() => expect(list.rowAt(39)).toEqual({ name: '39' }))
    expect(asked).toEqual([0, 2, 4, 38])
  })

  it('forgets the pages farthest from what is seen before it holds too many', async () => {
    const rows = Array.from({ length: 300 }, (_, place) => ({ name: String(place) }))
    const { list } = listOver(rows)
    await list.reset()
    await list.ensure(0, 299)
    const held = [...list.loadedRows()].map(([index]) => index)
    expect(held).toHaveLength(200)
    await list.ensure(0, 1)
    expect(list.rowAt(0)).toEqual({ name: '0' })
  })

  it('takes a superseded request for no error', async () => {
    const list = createPagedList<Row>(2, () =>
      Promise.reject(new AnnalsError('SEARCH_SUPERSEDED', 'A newer search took its place.')),
    )
    await list.reset()
    expect(list.error.value).toBeNull()
    expect(list.isLoading.value).toBe(false)
  })

  it('has no row where the page is not loaded', async () => {
    const { list } = listOver(FIVE)
    await list.reset()
    expect(list.rowAt(3)).toBeNull()
  })

  it('drops an answer to an earlier question', async () => {
    const { list, state } = listOver(FIVE)
    let release = () => {}
    state.hold = new Promise((resolve) => (release = resolve))
    const early = list.reset()
    state.hold = null
    state.rows = [{ name: 'new' }]
    await list.reset()
    release()
    await early
    expect(list.total.value).toBe(1)
    expect(list.rowAt(0)).toEqual({ name: 'new' })
  })

  it('shows what it has until the first answer to a new question is there', async () => {
    const { list, state } = listOver(FIVE)
    await list.reset()
    state.rows = [{ name: 'new' }]
    const pending = list.reset()
    expect(list.rowAt(0)).toEqual({ name: 'a' })
    await pending
    expect(list.rowAt(0)).toEqual({ name: 'new' })
    expect(list.rowAt(1)).toBeNull()
  })

  it('keeps the objects of rows that a refresh did not change', async () => {
    const { list, state } = listOver(FIVE)
    await list.reset()
    const before = list.rowAt(0)
    state.rows = [{ name: 'a' }, { name: 'changed' }]
    await list.refresh()
    expect(list.rowAt(0)).toBe(before)
    expect(list.rowAt(1)).toEqual({ name: 'changed' })
  })

  it('forgets pages out of sight when it refreshes', async () => {
    const { list } = listOver(FIVE)
    await list.reset()
    await list.ensure(2, 3)
    await list.ensure(4, 4)
    await list.refresh()
    expect(list.rowAt(2)).toBeNull()
    expect(list.rowAt(4)).toEqual({ name: 'e' })
  })

  it('keeps its rows and the error when a refresh fails', async () => {
    const { list, state } = listOver(FIVE)
    await list.reset()
    state.fails = true
    await list.refresh()
    expect(list.rowAt(0)).toEqual({ name: 'a' })
    expect(list.error.value).toBeInstanceOf(Error)
    state.fails = false
    await list.refresh()
    expect(list.error.value).toBeNull()
    expect(list.isLoading.value).toBe(false)
  })

  it('names the places of the rows it has', async () => {
    const { list } = listOver(FIVE)
    await list.reset()
    await list.ensure(4, 4)
    expect([...list.loadedRows()].map(([index, row]) => `${index}${row.name}`)).toEqual([
      '0a',
      '1b',
      '4e',
    ])
  })

  it('is empty after it was cleared, whatever is still on its way', async () => {
    const { list } = listOver(FIVE)
    const pending = list.reset()
    list.clear()
    await pending
    expect(list.total.value).toBeNull()
    expect(list.rowAt(0)).toBeNull()
  })
})
