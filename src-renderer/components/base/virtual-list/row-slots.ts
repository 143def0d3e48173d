/**
 * Gives rows that come into view the elements of those that left it, so that scrolling changes
 * words instead of making elements.
 */
export class RowSlots {
  #slots = new Map<number, number>()

  /** @returns a slot for each row; a row that was there keeps its own. */
  assign(indexes: readonly number[]): number[] {
    const free = new Set(this.#slots.values())
    for (const index of indexes) free.delete(this.#slots.get(index) ?? -1)
    const unused = [...free]
    let next = Math.max(-1, ...this.#slots.values()) + 1
    const slots = indexes.map((index) => this.#slots.get(index) ?? unused.pop() ?? next++)
    this.#slots = new Map(indexes.map((index, place) => [index, slots[place] ?? 0]))
    return slots
  }
}
