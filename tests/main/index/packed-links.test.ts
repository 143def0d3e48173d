import { describe, expect, it } from 'vitest'
import { LINK_BYTES, PackedLinks } from '../../../src-main/index/packed-links.ts'

const FAR_FUTURE = 4_365_000_000_000

describe('PackedLinks', () => {
  it('holds contexts and targets of any size, wherever its bytes begin', () => {
    for (const offset of [0, 1, 4]) {
      const links = new PackedLinks(new Uint8Array(offset + 3 * LINK_BYTES).subarray(offset))
      links.setContext(0, 2 ** 32 - 1)
      links.setTarget(0, FAR_FUTURE)
      links.setTarget(2, 1)
      expect(links.count).toBe(3)
      expect([0, 1, 2].map((at) => [links.contextOf(at), links.targetOf(at)])).toEqual([
        [2 ** 32 - 1, FAR_FUTURE],
        [0, 0],
        [0, 1],
      ])
    }
  })

  it('knows whether one of them leads to one of some events', () => {
    const links = new PackedLinks(new Uint8Array(2 * LINK_BYTES))
    links.setTarget(1, FAR_FUTURE)
    expect(links.hasTargetIn(new Set([FAR_FUTURE, 5]))).toBe(true)
    expect(links.hasTargetIn(new Set([FAR_FUTURE + 1]))).toBe(false)
    expect(new PackedLinks(new Uint8Array()).hasTargetIn(new Set([0]))).toBe(false)
  })

  it('is little-endian: 32 bits of context, then 64 of target', () => {
    const links = new PackedLinks(new Uint8Array(LINK_BYTES))
    links.setContext(0, 0x0102)
    links.setTarget(0, 1)
    expect([...links.bytes]).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
  })
})
