/** Where the memory of {@link ByteKeys} is: plain arrays, or shared ones that many threads read. */
export interface ByteKeyStore {
  /** Places of keys by their hash, one more than the place; 0 where there is none. */
  slots: Uint32Array
  hashes: Uint32Array
  /** Where the bytes of each key end; those of the next begin there. */
  ends: Uint32Array
  bytes: Uint8Array
  /** How many keys there are. */
  count: number
}

/**
 * Finds short stretches of bytes, such as paths within a page, without making strings of them: a
 * `Map` keeps every string it is asked for, which takes longer than all else a page needs.
 */
export class ByteKeys {
  readonly store: ByteKeyStore

  constructor(store: ByteKeyStore) {
    this.store = store
  }

  /** @returns the place of a key among all, from 0; -1 where there is none of these bytes. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const { slots, hashes } = this.store
    const mask = slots.length - 1
    const hash = hashBytes(bytes, start, end)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] ?? 0) - 1
      if (place < 0) return -1
      if (hashes[place] === hash && this.#holds(place, bytes, start, end)) return place
    }
  }

  /**
   * Add a key that is not there yet.
   *
   * @returns its place; -1 where there is no room for it.
   */
  add(bytes: Uint8Array, start: number, end: number): number {
    const { store } = this
    const { slots, hashes, ends, count: place } = store
    const mask = slots.length - 1
    const keyStart = ends[place - 1] ?? 0
    const keyEnd = keyStart + end - start
    if (place >= ends.length || keyEnd > store.bytes.length) return -1
    store.bytes.set(bytes.subarray(start, end), keyStart)
    ends[place] = keyEnd
    const hash = hashBytes(bytes, start, end)
    hashes[place] = hash
    let slot = hash & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = place + 1
    return (store.count = place + 1) - 1
  }

  /** The bytes of a key. */
  at(place: number): Uint8Array {
    const { bytes, ends } = this.store
    return bytes.subarray(ends[place - 1] ?? 0, ends[place])
  }

  #holds(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { ends, bytes: kept } = this.store
    let at = ends[place - 1] ?? 0
    if ((ends[place] ?? 0) - at !== end - start) return false
    for (let next = start; next < end; next++, at++) if (kept[at] !== bytes[next]) return false
    return true
  }
}

/**
 * Room for keys.
 *
 * @param keys - How many at most.
 * @param length - How many bytes they have together at most.
 * @param isShared - Whether other threads are to read it.
 */
export function makeByteKeyStore(keys: number, length: number, isShared: boolean): ByteKeyStore {
  const take = (bytes: number) => (isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes))
  const width = Uint32Array.BYTES_PER_ELEMENT
  return {
    slots: new Uint32Array(take(countSlots(keys) * width)),
    hashes: new Uint32Array(take(keys * width)),
    ends: new Uint32Array(take(keys * width)),
    bytes: new Uint8Array(take(length)),
    count: 0,
  }
}

/** How many slots so many keys need: a power of two, at most half of them taken. */
export function countSlots(keys: number): number {
  return 2 ** Math.ceil(Math.log2(keys * 2 + 2))
}

/** A hash of 32 bits that takes four bytes at a time. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start
  let at = start
  for (; at + 4 <= end; at += 4) {
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
    const high = ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    hash = mix(hash, low | high)
  }
  for (; at < end; at++) hash = mix(hash, bytes[at] ?? 0)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

function mix(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}
