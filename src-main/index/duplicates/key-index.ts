const HEADS = 1 << 16

/** Finds the latest reports that have a key. */
export class KeyIndex {
  /** The place of the latest entry of each chain, counted from 1; 0 where there is none. */
  readonly #heads = new Int32Array(HEADS)
  #keys = new Int32Array(1 << 12)
  #ordinals = new Uint32Array(1 << 12)
  #next = new Int32Array(1 << 12)
  #length = 0

  /** @param ordinal - Not below any that was added before. */
  add(key: number, ordinal: number): void {
    if (this.#length === this.#keys.length) this.#grow()
    const place = this.#length++
    const head = key & (HEADS - 1)
    this.#keys[place] = key
    this.#ordinals[place] = ordinal
    this.#next[place] = this.#heads[head] ?? 0
    this.#heads[head] = place + 1
  }

  /**
   * The reports that have a key and are not before `first`.
   *
   * @param found - Filled with ordinals, latest first.
   * @returns how many there are, at most as many as fit.
   */
  find(key: number, first: number, found: Uint32Array): number {
    let count = 0
    let place = (this.#heads[key & (HEADS - 1)] ?? 0) - 1
    while (place >= 0 && count < found.length) {
      const ordinal = this.#ordinals[place] ?? 0
      if (ordinal < first) break
      if (this.#keys[place] === key) found[count++] = ordinal
      place = (this.#next[place] ?? 0) - 1
    }
    return count
  }

  /** Forget what is before `first`. */
  dropBefore(first: number): void {
    const length = this.#length
    this.#heads.fill(0)
    this.#length = 0
    for (let place = 0; place < length; place++) {
      const ordinal = this.#ordinals[place] ?? 0
      if (ordinal >= first) this.add(this.#keys[place] ?? 0, ordinal)
    }
  }

  #grow(): void {
    const size = this.#length * 2
    const keys = new Int32Array(size)
    const ordinals = new Uint32Array(size)
    const next = new Int32Array(size)
    keys.set(this.#keys)
    ordinals.set(this.#ordinals)
    next.set(this.#next)
    this.#keys = keys
    this.#ordinals = ordinals
    this.#next = next
  }
}
