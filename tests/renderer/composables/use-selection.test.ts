import { describe, expect, it } from 'vitest'
import { useSelection } from '../../../src-renderer/composables/use-selection.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']

function selectFrom(limit = 10) {
  return useSelection((first, last) =>
    Promise.resolve(IDS.slice(first, Math.min(last + 1, first + limit))),
  )
}

describe('useSelection', () => {
  it('selects and unselects a row', () => {
    const { selected, toggle } = selectFrom()
    toggle(1, 'b')
    expect([...selected.value]).toEqual(['b'])
    toggle(1, 'b')
    expect(selected.value.size).toBe(0)
  })

  it('extends from the anchor in both directions', async () => {
    const { selected, toggle, extendTo } = selectFrom()
    toggle(2, 'c')
    await extendTo(4)
    expect([...selected.value]).toEqual(['c', 'd', 'e'])
    await extendTo(1)
    expect([...selected.value]).toEqual(['b', 'c'])
  })

  it('says how many rows it could select', async () => {
    const { selectAll } = selectFrom(3)
    expect(await selectAll(IDS.length)).toBe(3)
    expect(await selectAll(0)).toBe(0)
  })
})
