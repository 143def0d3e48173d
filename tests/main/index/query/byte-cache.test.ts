import { describe, expect, it } from 'vitest'
import { ByteCache } from '../../../../src-main/index/query/byte-cache.ts'

const BYTES = Uint32Array.BYTES_PER_ELEMENT

describe('ByteCache', () => {
  it('makes what it does not have, once', () => {
    const cache = new ByteCache(100)
    const made = cache.getOrMake('a', () => Uint32Array.of(1))
    expect(cache.getOrMake('a', () => Uint32Array.of(2))).toBe(made)
    expect(cache.has('a')).toBe(true)
  })

  it('gives up what was not used for longest, within its bound', () => {
    const cache = new ByteCache(2 * BYTES)
    const make = () => new Uint32Array(1)
    for (const key of ['a', 'b', 'a', 'c']) cache.getOrMake(key, make)
    expect(['a', 'b', 'c'].map((key) => cache.has(key))).toEqual([true, false, true])
    cache.getOrMake('large', () => new Uint32Array(3))
    expect(['a', 'c', 'large'].some((key) => cache.has(key))).toBe(false)
  })

  it('keeps nothing of what could not be made', () => {
    const cache = new ByteCache(100)
    expect(() =>
      cache.getOrMake('a', () => {
        throw new Error('stopped')
      }),
    ).toThrow('stopped')
    expect([...cache.getOrMake('a', () => Uint32Array.of(7))]).toEqual([7])
  })

  it('counts anew after it was cleared', () => {
    const cache = new ByteCache(BYTES)
    cache.getOrMake('a', () => new Uint32Array(1))
    cache.clear()
    cache.getOrMake('b', () => new Uint32Array(1))
    expect([cache.has('a'), cache.has('b')]).toEqual([false, true])
  })
})
