import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ListsByEvent,
  invertLists,
} from '../../../../src-main/index/columns/lists-by-event.ts'

function toLists(lists: number[][]): ListsByEvent {
  const starts = [0]
  for (const list of lists) starts.push(starts.at(-1)! + list.length)
  return { starts: Uint32Array.from(starts), values: Uint32Array.from(lists.flat()) }
}

describe('invertLists', () => {
  it('tells who has each value, in order, as often as it has it', () => {
    const { starts, values } = invertLists(toLists([[2, 0], [], [2, 2, 1]]), 4)
    expect([...starts]).toEqual([0, 1, 2, 5, 5])
    expect([...values]).toEqual([0, 2, 0, 2, 2])
  })

  it('is its own reverse, but for the order within a list', () => {
    const anyLists = fc.array(fc.array(fc.nat(9), { maxLength: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(anyLists, (lists) => {
        const back = invertLists(invertLists(toLists(lists), 10), lists.length)
        const sorted = toLists(lists.map((list) => list.toSorted((a, b) => a - b)))
        expect(back).toEqual(sorted)
      }),
    )
  })
})
