/** Keeps the values used last. */
export class RecentValues {
  readonly #size: number
  readonly #values = new Map<string, unknown>()

  /** @param size - Values kept at most. */
  constructor(size: number) {
    this.#size = size
  }

  has(key: string): boolean {
    return this.#values.has(key)
  }

  /** The value kept under a key, or else the one that is made now. A key is always of one type. */
  getOrMake<Value extends object | number>(key: string, make: () => Value): Value {
    const value = (this.#values.get(key) as Value | undefined) ?? make()
    this.#values.delete(key)
    this.#values.set(key, value)
    const [oldest] = this.#values.keys()
    if (this.#values.size > this.#size && oldest !== undefined) this.#values.delete(oldest)
    return value
  }

  clear(): void {
    this.#values.clear()
  }
}
