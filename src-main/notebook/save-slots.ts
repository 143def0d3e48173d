/**
 * Documents that are written at the same time. Each takes the main process a few milliseconds, and
 * those of many that are ready at once would add up.
 */
const MOST_AT_ONCE = 2

/** Lets documents be written a few at a time, in the order in which they ask. */
export class SaveSlots {
  #free = MOST_AT_ONCE
  readonly #waiting: (() => void)[] = []

  /** Write once it is this one's turn. */
  async run(write: () => Promise<void>): Promise<void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      await write()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }
}
