import { setImmediate } from 'node:timers/promises'

/** How long a slice may take. */
const SLICE_MS = 4

/** Runs tasks of many small steps, letting others have their turn every few milliseconds. */
export class Slices {
  #end = 0

  async run<Result>(task: Generator<undefined, Result>): Promise<Result> {
    for (;;) {
      if (performance.now() >= this.#end) {
        await setImmediate()
        this.#end = performance.now() + SLICE_MS
      }
      const { done, value } = task.next()
      if (done) return value
    }
  }
}
