/** How long nothing must have happened. */
const IDLE_MS = 100
/** How long whatever comes meanwhile may have to wait. */
const SLICE_MS = 8

/** Does work in small steps while nothing else is to be done. */
export class IdleWork {
  readonly #step: () => boolean
  #timer: NodeJS.Timeout | null = null

  /** @param step - Does a little; @returns whether there is more to do. */
  constructor(step: () => boolean) {
    this.#step = step
  }

  /** Something else happens: go on only when it is quiet again. */
  postpone(): void {
    this.#schedule(IDLE_MS)
  }

  #schedule(delayMs: number): void {
    if (this.#timer) clearTimeout(this.#timer)
    // Whoever waits for something else must not wait for this.
    this.#timer = setTimeout(() => {
      const endMs = performance.now() + SLICE_MS
      let hasMore = true
      while (hasMore && performance.now() < endMs) hasMore = this.#step()
      // A delay of nothing lets through what came meanwhile.
      if (hasMore) this.#schedule(0)
    }, delayMs).unref()
  }
}
