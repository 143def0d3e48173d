const UINT32 = 2 ** 32

/** A seeded stream of numbers (mulberry32): the same seed gives the same numbers everywhere. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** A whole number from 0 up to 2^32, exclusive. */
  nextUint32(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A whole number from 0 up to `limit`, exclusive. */
  below(limit: number): number {
    return Math.floor((this.nextUint32() / UINT32) * limit)
  }

  /** A whole number from `lowest` to `highest`, inclusive. */
  between(lowest: number, highest: number): number {
    return lowest + this.below(highest - lowest + 1)
  }

  /** True in `share` of the cases, 0–1. */
  chance(share: number): boolean {
    return this.nextUint32() < share * UINT32
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!
  }
}

/** The seed of a stream of its own for one thing, such as the headline of one event. */
export function deriveSeed(seed: number, purpose: number, number: number): number {
  let hash = seed ^ Math.imul(purpose + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash ^= Math.imul(number + 1, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f)
  return hash ^ (hash >>> 16)
}
