import { setImmediate } from 'node:timers/promises'

/** How long a slice may take. */
const SLICE_MS = 3

/** Items that are seen to before it is asked whether the slice is over. */
const ITEMS_PER_PART = 50

/** Runs tasks of many small steps, letting others have their turn every few milliseconds. */
export class Slices {
  #end = 0
  readonly #beforeEach: () => Promise<void> | null

  /** @param beforeEach - What each slice waits for; `null` where there is nothing. */
  constructor(beforeEach: () => Promise<void> | null = () => null) {
    this.#beforeEach = beforeEach
  }

  async run<Result>(task: Generator<undefined, Result>): Promise<Result> {
    for (;;) {
      if (performance.now() >= this.#end) {
        await setImmediate()
        await this.#beforeEach()
        this.#end = performance.now() + SLICE_MS
      }
      const { done, value } = task.next()
      if (done) return value
    }
  }
}

/** Map items to those results that are not `null`, as a task of {@link Slices}. */
export function* collect<Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result | null,
): Generator<undefined, Result[]> {
  const results: Result[] = []
  let count = 0
  for (const item of items) {
    const result = map(item)
    if (result !== null) results.push(result)
    if (++count % ITEMS_PER_PART === 0) yield
  }
  return results
}

/** Do something with each of some items that take long, as a task of {@link Slices}. */
export function* forEach<Item>(
  items: Iterable<Item>,
  act: (item: Item) => void,
): Generator<undefined, void> {
  for (const item of items) {
    act(item)
    yield
  }
}
