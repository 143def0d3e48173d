import { describe, expect, it } from 'vitest'
import { BlockPool } from '../../../../src-main/index/import/block-pool.ts'
import { readNumbers } from '../../../../src-main/index/packed-numbers.ts'

describe('BlockPool', () => {
  it('gives out blocks that are empty and do not touch one another', () => {
    const pool = new BlockPool()
    const sizes = [0, 1, 7, 12, 5000, 4000, 100_000, 3]
    const blocks = sizes.map((bytes) => pool.take(bytes))
    expect(blocks.map(({ length }) => length)).toEqual(sizes)
    for (const [index, block] of blocks.entries()) {
      expect(block.every((byte) => byte === 0)).toBe(true)
      block.fill(index + 1)
    }
    for (const [index, block] of blocks.entries()) {
      expect(block.every((byte) => byte === index + 1)).toBe(true)
    }
  })

  it('leaves what it gave out as it is when it begins anew', () => {
    const pool = new BlockPool()
    const before = pool.packNumbers(new Set([5, 2 ** 32 - 1]))
    pool.begin()
    pool.packNumbers(new Set([9]))
    expect([...readNumbers(before)]).toEqual([5, 2 ** 32 - 1])
  })

  it('packs numbers where a view on them can begin', () => {
    const pool = new BlockPool()
    pool.take(3)
    const packed = pool.packNumbers(new Set([1, 2, 3]))
    expect(packed.byteOffset % 4).toBe(0)
  })
})
