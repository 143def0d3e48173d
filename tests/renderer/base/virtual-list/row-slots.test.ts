import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowSlots } from '../../../../src-renderer/components/base/virtual-list/row-slots.ts'

describe('RowSlots', () => {
  it('lets rows keep their slots, and gives those of rows that left to those that come', () => {
    const slots = new RowSlots()
    expect(slots.assign([0, 1, 2])).toEqual([0, 1, 2])
    expect(slots.assign([1, 2, 3])).toEqual([1, 2, 0])
    expect(slots.assign([50, 51, 52]).toSorted()).toEqual([0, 1, 2])
  })

  it('gives no slot to two rows,', () => {
    const windows = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), {
      minLength: 1,
    })
    fc.assert(
      fc.property(windows, (all) => {
        const slots = new RowSlots()
        for (const [first, length] of all) {
          const given = slots.assign(Array.from({ length }, (_, place) => first + place))
          expect(new Set(given).size).toBe(length)
        }
      }),
    )
  })
})
