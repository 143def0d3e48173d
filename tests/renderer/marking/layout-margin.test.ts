import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarginCard, layoutMargin } from '../../../src-renderer/marking/layout-margin.ts'

const GAP = 8

function card(id: string, wantedTop: number, height = 40): MarginCard {
  return { id, wantedTop, height }
}

const anyCards = fc
  .array(fc.tuple(fc.nat(2000), fc.integer({ min: 10, max: 300 })), { minLength: 1 })
  .map((rows) =>
    rows
      .toSorted(([one], [other]) => one - other)
      .map(([top, height], index) => card(`c${index}`, top, height)),
  )

describe('layoutMargin', () => {
  it('leaves cards that have room where they want to stand', () => {
    const cards = [card('a', 10), card('b', 100), card('c', 300)]
    expect(layoutMargin(cards, { top: 0, gap: GAP, activeId: null })).toEqual([10, 100, 300])
  })

  it('lets later cards give way downwards', () => {
    const cards = [card('a', 10), card('b', 20), card('c', 30)]
    expect(layoutMargin(cards, { top: 0, gap: GAP, activeId: null })).toEqual([10, 58, 106])
  })

  it('gives the active card its place, and lets those before it give way upwards', () => {
    const cards = [card('a', 90), card('b', 95), card('c', 100), card('d', 105)]
    expect(layoutMargin(cards, { top: 0, gap: GAP, activeId: 'c' })).toEqual([4, 52, 100, 148])
  })

  it('lets no card overlap another nor rise above the top, whichever is active', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(), fc.nat(500), (cards, chosen, top) => {
        const activeId = cards[chosen % cards.length]!.id
        const tops = layoutMargin(cards, { top, gap: GAP, activeId })
        expect(tops[0]).toBeGreaterThanOrEqual(top)
        for (const [index, own] of tops.entries()) {
          const before = tops[index - 1]
          if (before === undefined) continue
          expect(own).toBeGreaterThanOrEqual(before + cards[index - 1]!.height + GAP)
        }
      }),
    )
  })

  it('moves the active card only as far as the cards above it need', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(), (cards, chosen) => {
        const place = chosen % cards.length
        const tops = layoutMargin(cards, { top: 0, gap: GAP, activeId: cards[place]!.id })
        const needed = cards.slice(0, place).reduce((sum, { height }) => sum + height + GAP, 0)
        expect(tops[place]).toBe(Math.max(cards[place]!.wantedTop, needed))
      }),
    )
  })
})
