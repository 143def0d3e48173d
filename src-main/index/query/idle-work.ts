/** How long nothing must have happened: whoever types or scrolls rests for shorter than that. */
const IDLE_MS = 1000
/** How long whatever comes meanwhile may have to wait. */
const SLICE_MS = 8
/** Between slices: on a machine with few cores, half of one stays free for what is on the screen. */
const PAUSE_MS = 8

/** Does work in small steps while nothing else is to be done. */
export class IdleWork {
  readonly #step: () => boolean
  readonly #idleMs: number
  #timer: NodeJS.Timeout | null = null

  /** @param step - Does a little; @returns whether there is more to do. */
  constructor(step: () => boolean, idleMs = IDLE_MS) {
    this.#step = step
    this.#idleMs = idleMs
  }

  /** Something else happens: go on only when it is quiet again. */
  postpone(): void {
    this.#schedule(this.#idleMs)
  }

  #schedule(delayMs: number): void {
    if (this.#timer) clearTimeout(this.#timer)
    // Whoever waits for something else must not wait for this.
    this.#timer = setTimeout(() => {
      const endMs = performance.now() + SLICE_MS
      let hasMore = true
      while (hasMore && performance.now() < endMs) hasMore = this.#step()
      if (hasMore) this.#schedule(PAUSE_MS)
    }, delayMs).unref()
  }
}
