import { describe, expect, it } from 'vitest'
import { HeldPlaces } from '../../../../src-renderer/components/base/virtual-list/held-places.ts'

/** A bar that is dragged by these places, one every 16 ms. */
function dragBy(...tops: number[]): HeldPlaces {
  const held = new HeldPlaces()
  for (const [frame, top] of tops.entries()) held.pass(top, frame * 16)
  return held
}

describe('HeldPlaces', () => {
  it('gives the newest place that is ready', () => {
    const held = dragBy(0, 100, 200, 300)
    expect(held.newestReady((top) => top <= 200)).toBe(200)
  })

  it('never goes back behind a place that was shown', () => {
    const held = dragBy(0, 100, 200)
    expect(held.newestReady((top) => top === 100)).toBe(100)
    expect(held.newestReady((top) => top === 0)).toBeNull()
  })

  it('gives nothing where what was ready is too long ago', () => {
    const held = dragBy(0, 100)
    held.pass(200, 300)
    expect(held.newestReady((top) => top < 200)).toBeNull()
  })

  it('gives nothing once it was cleared', () => {
    const held = dragBy(0)
    held.clear()
    expect(held.newestReady(() => true)).toBeNull()
  })
})
