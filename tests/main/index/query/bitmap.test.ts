import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bitmap,
  addOrdinal,
  countOrdinals,
  findNext,
  findPrevious,
  forEachOrdinal,
  hasOrdinal,
  intersect,
  isEmpty,
  listAscending,
  listDescending,
  makeBitmap,
  makeRange,
  subtract,
  unite,
} from '../../../../src-main/index/query/bitmap.ts'

const SIZE = 100

function toBitmap(ordinals: Iterable<number>): Bitmap {
  const bitmap = makeBitmap(SIZE)
  for (const ordinal of ordinals) addOrdinal(bitmap, ordinal)
  return bitmap
}

function toArray(bitmap: Bitmap): number[] {
  const ordinals: number[] = []
  forEachOrdinal(bitmap, (ordinal) => ordinals.push(ordinal))
  return ordinals
}

const anyOrdinals = fc
  .uniqueArray(fc.nat(SIZE - 1), { maxLength: SIZE })
  .map((ordinals) => ordinals.sort((a, b) => a - b))
const anyPlace = fc.nat(SIZE)

describe('makeRange', () => {
  it('holds just what lies in it', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (start, end) => {
        const expected = Array.from({ length: SIZE }, (_, at) => at).slice(start, end)
        expect(toArray(makeRange(SIZE, start, end))).toEqual(start < end ? expected : [])
      }),
    )
  })
})

describe('hasOrdinal', () => {
  it('tells members from others, also at the ends of words', () => {
    const bitmap = toBitmap([0, 31, 32, 99])
    const members = Array.from({ length: SIZE }, (_, at) => at).filter((at) =>
      hasOrdinal(bitmap, at),
    )
    expect(members).toEqual([0, 31, 32, 99])
  })
})

describe.each([
  ['intersect', intersect, (inOne: boolean, inOther: boolean) => inOne && inOther],
  ['unite', unite, (inOne: boolean, inOther: boolean) => inOne || inOther],
  ['subtract', subtract, (inOne: boolean, inOther: boolean) => inOne && !inOther],
])('%s', (_name, combine, isIn) => {
  it('combines two sets and leaves them as they are', () => {
    fc.assert(
      fc.property(anyOrdinals, anyOrdinals, (one, other) => {
        const [left, right] = [toBitmap(one), toBitmap(other)]
        const expected = Array.from({ length: SIZE }, (_, at) => at).filter((at) =>
          isIn(one.includes(at), other.includes(at)),
        )
        expect(toArray(combine(left, right))).toEqual(expected)
        expect([toArray(left), toArray(right)]).toEqual([one, other])
      }),
    )
  })
})

describe('countOrdinals', () => {
  it('counts all, or those within a range', () => {
    fc.assert(
      fc.property(anyOrdinals, anyPlace, anyPlace, (ordinals, start, end) => {
        const bitmap = toBitmap(ordinals)
        expect(countOrdinals(bitmap)).toBe(ordinals.length)
        expect(isEmpty(bitmap)).toBe(ordinals.length === 0)
        const within = ordinals.filter((ordinal) => ordinal >= start && ordinal < end)
        expect(countOrdinals(bitmap, start, end)).toBe(within.length)
      }),
    )
  })
})

describe('findNext', () => {
  it('finds the neighbours of a place', () => {
    fc.assert(
      fc.property(anyOrdinals, anyPlace, (ordinals, place) => {
        const bitmap = toBitmap(ordinals)
        expect(findNext(bitmap, place)).toBe(ordinals.find((one) => one >= place) ?? -1)
        expect(findPrevious(bitmap, place)).toBe(ordinals.findLast((one) => one < place) ?? -1)
      }),
    )
  })
})

describe('listAscending', () => {
  it('lists from a place on, upwards', () => {
    fc.assert(
      fc.property(anyOrdinals, fc.nat(40), fc.nat(40), anyPlace, (all, offset, limit, start) => {
        const expected = all.filter((one) => one >= start).slice(offset, offset + limit)
        expect([...listAscending(toBitmap(all), offset, limit, start)]).toEqual(expected)
      }),
    )
  })
})

describe('listDescending', () => {
  it('lists downwards', () => {
    fc.assert(
      fc.property(anyOrdinals, fc.nat(40), fc.nat(40), (all, offset, limit) => {
        const expected = all.toReversed().slice(offset, offset + limit)
        expect([...listDescending(toBitmap(all), offset, limit)]).toEqual(expected)
      }),
    )
  })
})
