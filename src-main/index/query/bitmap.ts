/**
 * A set of ordinals, which are the places of events among all events of an archive in order of row
 * id. Bit `ordinal % 32`, counted from the lowest, of word `ordinal >>> 5` says whether the ordinal is
 * in it. All bitmaps of an archive have the same number of words, and no bit beyond the last
 * ordinal is ever set.
 */
export type Bitmap = Uint32Array

/** An empty set. @param size - How many ordinals there are. */
export function makeBitmap(size: number): Bitmap {
  return new Uint32Array((size + 31) >>> 5)
}

/** The set of all ordinals from `start` up to, but without, `end`. */
export function makeRange(size: number, start: number, end: number): Bitmap {
  const bitmap = makeBitmap(size)
  if (start >= end) return bitmap
  const first = start >>> 5
  const last = (end - 1) >>> 5
  bitmap.fill(0xffffffff, first, last + 1)
  bitmap[first] = wordAt(bitmap, first) & upperBits(start)
  bitmap[last] = wordAt(bitmap, last) & lowerBits(end)
  return bitmap
}

export function addOrdinal(bitmap: Bitmap, ordinal: number): void {
  const at = ordinal >>> 5
  bitmap[at] = wordAt(bitmap, at) | (1 << (ordinal & 31))
}

export function hasOrdinal(bitmap: Bitmap, ordinal: number): boolean {
  return ((wordAt(bitmap, ordinal >>> 5) >>> (ordinal & 31)) & 1) === 1
}

/** Ordinals in both sets. */
export function intersect(a: Bitmap, b: Bitmap): Bitmap {
  const result = new Uint32Array(a.length)
  for (let at = 0; at < a.length; at++) result[at] = wordAt(a, at) & wordAt(b, at)
  return result
}

/** Ordinals in either set. */
export function unite(a: Bitmap, b: Bitmap): Bitmap {
  const result = new Uint32Array(a.length)
  for (let at = 0; at < a.length; at++) result[at] = wordAt(a, at) | wordAt(b, at)
  return result
}

/** Ordinals of `a` that are not in `b`. */
export function subtract(a: Bitmap, b: Bitmap): Bitmap {
  const result = new Uint32Array(a.length)
  for (let at = 0; at < a.length; at++) result[at] = wordAt(a, at) & ~wordAt(b, at)
  return result
}

export function isEmpty(bitmap: Bitmap): boolean {
  return bitmap.every((word) => word === 0)
}

/** How many ordinals from `start` up to, but without, `end` are in a set; without them, all. */
export function countOrdinals(bitmap: Bitmap, start = 0, end = bitmap.length * 32): number {
  if (start >= end) return 0
  const first = start >>> 5
  const last = (end - 1) >>> 5
  if (first === last) return countBits(wordAt(bitmap, first) & upperBits(start) & lowerBits(end))
  let count = countBits(wordAt(bitmap, first) & upperBits(start))
  for (let at = first + 1; at < last; at++) count += countBits(wordAt(bitmap, at))
  return count + countBits(wordAt(bitmap, last) & lowerBits(end))
}

/** The lowest ordinal from `start` on, or -1. */
export function findNext(bitmap: Bitmap, start: number): number {
  let at = start >>> 5
  if (at >= bitmap.length) return -1
  let word = wordAt(bitmap, at) & upperBits(start)
  while (word === 0 && ++at < bitmap.length) word = wordAt(bitmap, at)
  return word === 0 ? -1 : at * 32 + lowestBit(word)
}

/** The highest ordinal below `end`, or -1. */
export function findPrevious(bitmap: Bitmap, end: number): number {
  let at = (end - 1) >> 5
  if (at < 0) return -1
  let word = wordAt(bitmap, at) & lowerBits(end)
  while (word === 0 && --at >= 0) word = wordAt(bitmap, at)
  return word === 0 ? -1 : at * 32 + highestBit(word)
}

/** Visit every ordinal, lowest first. */
export function forEachOrdinal(bitmap: Bitmap, visit: (ordinal: number) => void): void {
  for (let at = 0; at < bitmap.length; at++) {
    for (let word = wordAt(bitmap, at); word !== 0; word &= word - 1)
      visit(at * 32 + lowestBit(word))
  }
}

/** Up to `limit` ordinals from `start` on, lowest first, of which `offset` are passed over. */
export function listAscending(
  bitmap: Bitmap,
  offset: number,
  limit: number,
  start = 0,
): Uint32Array {
  const found: number[] = []
  let left = offset
  for (let at = start >>> 5; at < bitmap.length && found.length < limit; at++) {
    let word = wordAt(bitmap, at)
    if (at === start >>> 5) word &= upperBits(start)
    const count = countBits(word)
    if (count <= left) {
      left -= count
      continue
    }
    for (; word !== 0 && found.length < limit; word &= word - 1) {
      if (left-- <= 0) found.push(at * 32 + lowestBit(word))
    }
    left = 0
  }
  return Uint32Array.from(found)
}

/** Up to `limit` ordinals, highest first, of which `offset` are passed over. */
export function listDescending(bitmap: Bitmap, offset: number, limit: number): Uint32Array {
  const found: number[] = []
  let left = offset
  for (let at = bitmap.length - 1; at >= 0 && found.length < limit; at--) {
    let word = wordAt(bitmap, at)
    const count = countBits(word)
    if (count <= left) {
      left -= count
      continue
    }
    while (word !== 0 && found.length < limit) {
      const bit = highestBit(word)
      word &= ~(1 << bit)
      if (left-- <= 0) found.push(at * 32 + bit)
    }
    left = 0
  }
  return Uint32Array.from(found)
}

function wordAt(bitmap: Bitmap, at: number): number {
  return bitmap[at] ?? 0
}

/** The bits of the word of `start` from it upwards. */
function upperBits(start: number): number {
  return 0xffffffff << (start & 31)
}

/** The bits of the word of `end - 1` up to it. */
function lowerBits(end: number): number {
  return 0xffffffff >>> (-end & 31)
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}

function highestBit(word: number): number {
  return 31 - Math.clz32(word)
}

/** How many bits of a word are set, summed within ever wider fields of it. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
