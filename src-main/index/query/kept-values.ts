/** Keeps what was made, each thing under a name of its own. */
export class KeptValues {
  readonly #values = new Map<string, unknown>()

  /** The value kept under a name, or else the one that is made now. A name is always of one type. */
  getOrMake<Value extends object>(name: string, make: () => Value): Value {
    const known = this.#values.get(name) as Value | undefined
    if (known) return known
    const made = make()
    this.#values.set(name, made)
    return made
  }

  clear(): void {
    this.#values.clear()
  }
}
