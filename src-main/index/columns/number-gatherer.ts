const FIRST_CAPACITY = 1 << 14

/** Gathers numbers one by one without an object for each. */
export class NumberGatherer<Numbers extends Uint8Array | Uint32Array | Float64Array> {
  readonly #make: (length: number) => Numbers
  #numbers: Numbers
  #length = 0

  /** @param make - Makes an array of the wanted kind. */
  constructor(make: (length: number) => Numbers) {
    this.#make = make
    this.#numbers = make(FIRST_CAPACITY)
  }

  get length(): number {
    return this.#length
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = this.#make(this.#length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#length++] = number
  }

  /** All numbers so far. */
  take(): Numbers {
    return this.#numbers.subarray(0, this.#length) as Numbers
  }
}
