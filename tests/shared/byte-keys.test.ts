import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteKeys, makeByteKeyStore } from '#shared/byte-keys.ts'

function add(keys: ByteKeys, key: string): number {
  const bytes = Buffer.from(key)
  return keys.add(bytes, 0, bytes.length)
}

function find(keys: ByteKeys, key: string): number {
  const bytes = Buffer.from(`[${key}]`)
  return keys.find(bytes, 1, bytes.length - 1)
}

describe('ByteKeys', () => {
  it('finds what was added and nothing else, like a map', () => {
    const words = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 60 })
    fc.assert(
      fc.property(words, words, fc.boolean(), (added, others, isShared) => {
        const places = new Map<string, number>()
        const keys = new ByteKeys(makeByteKeyStore(60, 60 * 48, isShared))
        for (const word of added.map((text) => text.toWellFormed())) {
          if (find(keys, word) < 0) places.set(word, add(keys, word))
        }
        for (const word of [...added, ...others].map((text) => text.toWellFormed())) {
          expect(find(keys, word)).toBe(places.get(word) ?? -1)
        }
        for (const [word, place] of places)
          expect(Buffer.from(keys.at(place)).toString()).toBe(word)
        expect(keys.store.count).toBe(places.size)
      }),
    )
  })

  it('says when there is no room', () => {
    const keys = new ByteKeys(makeByteKeyStore(2, 5, false))
    expect(['abc', 'def', 'de', 'g'].map((key) => add(keys, key))).toEqual([0, -1, 1, -1])
    expect(['abc', 'def', 'de', 'g'].map((key) => find(keys, key))).toEqual([0, -1, 1, -1])
  })

  it('is read by whoever shares its memory', () => {
    const keys = new ByteKeys(makeByteKeyStore(2, 10, true))
    add(keys, 'abc')
    const read = new ByteKeys(structuredClone({ ...keys.store, bytes: keys.store.bytes }))
    expect([find(read, 'abc'), find(read, 'ab')]).toEqual([0, -1])
  })
})
