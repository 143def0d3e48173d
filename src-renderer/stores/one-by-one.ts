/** Work on things by id, one after another, so that no two of them hold others up at once. */
export interface OneByOne {
  /** Work on these as soon as possible, in this order; what waits already waits only once. */
  add: (ids: readonly string[]) => void
  /** Leave out all that waits; what runs already is still finished. */
  clear: () => void
}

/** @param work - Must not fail. */
export function createOneByOne(work: (id: string) => Promise<void>): OneByOne {
  let waiting: string[] = []
  let isRunning = false

  async function run() {
    if (isRunning) return
    isRunning = true
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await work(id)
    isRunning = false
  }

  return {
    add(ids) {
      waiting = [...new Set([...ids, ...waiting])]
      void run()
    },
    clear() {
      waiting = []
    },
  }
}
