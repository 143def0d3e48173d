import { describe, expect, it } from 'vitest'
import { readNumbers } from '../../../src-main/index/packed-numbers.ts'

describe('readNumbers', () => {
  it('reads numbers wherever their bytes begin', () => {
    const numbers = [1, 2 ** 32 - 1, 7]
    const packed = new Uint8Array(Uint32Array.from(numbers).buffer)
    for (const offset of [0, 1, 2, 3, 4]) {
      const bytes = new Uint8Array(offset + packed.length)
      bytes.set(packed, offset)
      expect([...readNumbers(bytes.subarray(offset))]).toEqual(numbers)
    }
    expect([...readNumbers(new Uint8Array())]).toEqual([])
  })

  it('changes the bytes where it can be a view on them', () => {
    const bytes = new Uint8Array(8)
    readNumbers(bytes)[1] = 5
    expect([...bytes]).toEqual([0, 0, 0, 0, 5, 0, 0, 0])
  })
})
