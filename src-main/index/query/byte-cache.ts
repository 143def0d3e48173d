/** Keeps the numbers used last, within a bound of memory. */
export class ByteCache {
  readonly #maxBytes: number
  readonly #values = new Map<string, Uint32Array>()
  #bytes = 0

  /** @param maxBytes - Of the numbers kept; keys do not count. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  has(key: string): boolean {
    return this.#values.has(key)
  }

  /** The numbers kept under a key, or else those that are made now; where that throws, none are kept. */
  getOrMake(key: string, make: () => Uint32Array): Uint32Array {
    const known = this.#values.get(key)
    if (known) {
      this.#values.delete(key)
      this.#values.set(key, known)
      return known
    }
    const made = make()
    this.#values.set(key, made)
    this.#bytes += made.byteLength
    this.#shrink()
    return made
  }

  clear(): void {
    this.#values.clear()
    this.#bytes = 0
  }

  #shrink(): void {
    for (const [key, value] of this.#values) {
      if (this.#bytes <= this.#maxBytes) return
      this.#values.delete(key)
      this.#bytes -= value.byteLength
    }
  }
}
