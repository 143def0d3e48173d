/** What was seen last is shown no longer than so, wherever the bar is by now. */
const MAX_HELD_MS = 250

/**
 * The places a list has come by while its bar is dragged. Rows of a place are there only some
 * milliseconds later, when the bar is elsewhere: the newest place whose rows are there is shown.
 */
export class HeldPlaces {
  #passed: { top: number; atMs: number }[] = []

  /** The list stands elsewhere now. */
  pass(top: number, nowMs: number): void {
    this.#passed = this.#passed.filter(({ atMs }) => nowMs - atMs <= MAX_HELD_MS)
    this.#passed.push({ top, atMs: nowMs })
  }

  /** @returns the newest place that is ready, or `null`. What was passed before it is forgotten. */
  newestReady(isReady: (top: number) => boolean): number | null {
    const index = this.#passed.findLastIndex(({ top }) => isReady(top))
    if (index < 0) return null
    this.#passed = this.#passed.slice(index)
    return this.#passed[0]?.top ?? null
  }

  clear(): void {
    this.#passed = []
  }
}
