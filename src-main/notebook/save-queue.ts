/**
 * One save on its way and at most one waiting, which will hold all that changed until it starts.
 * Whoever asks for a save gets the first one that starts after the asking.
 */
export class SaveQueue {
  #running: Promise<void> | null = null
  #waiting: Promise<void> | null = null
  readonly #save: () => Promise<void>

  constructor(save: () => Promise<void>) {
    this.#save = save
  }

  /** Whether a save is on its way. */
  get isBusy(): boolean {
    return this.#running !== null
  }

  /** @returns settles as the save does that holds what is to be saved now. */
  request(): Promise<void> {
    if (this.#waiting) return this.#waiting
    if (!this.#running) return this.#start()
    const start = () => this.#start()
    this.#waiting = this.#running.then(start, start)
    return this.#waiting
  }

  /** Do something while no save is on its way; those that are asked for meanwhile wait for it. */
  async pause(task: () => Promise<void>): Promise<void> {
    while (this.#running) await this.#running.catch(() => undefined)
    await this.#run(task)
  }

  #start(): Promise<void> {
    this.#waiting = null
    return this.#run(this.#save)
  }

  #run(task: () => Promise<void>): Promise<void> {
    const run = task().finally(() => {
      if (this.#running === run) this.#running = null
    })
    this.#running = run
    return run
  }
}
