/**
 * Heights of the rows of a list, in pixels. A row that was not measured counts as high as was
 * estimated, so that a list of a million rows costs no more than the rows that were seen of it.
 */
export class RowHeights {
  readonly count: number
  readonly #estimate: number
  readonly #measured = new Map<number, number>()
  /** A Fenwick tree over how far measured heights are from the estimate. */
  readonly #differences: Float64Array

  constructor(count: number, estimate: number) {
    this.count = count
    this.#estimate = estimate
    this.#differences = new Float64Array(count + 1)
  }

  /** Of all rows together. */
  get total(): number {
    return this.startOf(this.count)
  }

  isMeasured(index: number): boolean {
    return this.#measured.has(index)
  }

  heightOf(index: number): number {
    return this.#measured.get(index) ?? this.#estimate
  }

  /** Where a row begins, counted from the beginning of the first. */
  startOf(index: number): number {
    let start = index * this.#estimate
    for (let at = index; at > 0; at -= at & -at) start += this.#differences[at] ?? 0
    return start
  }

  /** The row that stands at an offset; the last one, where none reaches so far. */
  indexAt(offset: number): number {
    let index = 0
    let start = 0
    for (let step = highestBit(this.count); step > 0; step >>= 1) {
      const next = index + step
      if (next > this.count) continue
      const nextStart = start + step * this.#estimate + (this.#differences[next] ?? 0)
      if (nextStart > offset) continue
      index = next
      start = nextStart
    }
    return Math.max(0, Math.min(index, this.count - 1))
  }

  /** @returns whether the row is higher or lower than was thought. */
  measure(index: number, height: number): boolean {
    const difference = height - this.heightOf(index)
    this.#measured.set(index, height)
    if (difference === 0) return false
    for (let at = index + 1; at <= this.count; at += at & -at) {
      this.#differences[at] = (this.#differences[at] ?? 0) + difference
    }
    return true
  }
}

function highestBit(number: number): number {
  return number > 0 ? 2 ** Math.floor(Math.log2(number)) : 0
}
