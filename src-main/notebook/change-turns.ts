/**
 * Whose turn it is to change the notebook. A change is carried out at once, unless a long one, which
 * lets other things go on in between, is under way: then it waits for that.
 */
export class ChangeTurns {
  #long: Promise<void> | null = null

  /** Settles once no long change is under way; `null` where none is. */
  get free(): Promise<void> | null {
    return this.#long && this.#waitUntilFree()
  }

  /** Make a change that is carried out at once when it is called. */
  take<Result>(change: () => Promise<Result>): Promise<Result> {
    return this.free?.then(() => this.take(change)) ?? change()
  }

  /**
   * Make a long change. All others wait until it is carried out.
   *
   * @param change - Settles once it is carried out, whether or not it is saved.
   */
  async hold<Result>(change: () => Promise<Result>): Promise<Result> {
    while (this.#long) await this.#long
    const result = change()
    const end = () => undefined
    const long = result.then(end, end).then(() => {
      this.#long = null
    })
    this.#long = long
    return await result
  }

  async #waitUntilFree(): Promise<void> {
    while (this.#long) await this.#long
  }
}
