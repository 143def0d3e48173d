/** Where something like a pattern ends. */
export interface ApproximateEnd {
  /** UTF-16 offset behind the last unit. */
  endUtf16: number
  /** Units that must be put in, left out or replaced to make the pattern of it. */
  errors: number
}

const BITS = 32

/**
 * Where a text has something like a pattern, best first; of those that end within half a pattern of
 * one another only the best, the last one of those that are as good.
 *
 * Myers' bit-parallel algorithm: a column of the table of edit distances is kept as the differences
 * between its rows, 32 of them in a number, so that each unit of the text costs a few operations per 32
 * units of the pattern.
 *
 * @param pattern - Not empty.
 * @param maxErrors - What needs more is left out.
 * @param most - So many are returned at most.
 */
export function searchApproximately(
  text: string,
  pattern: string,
  maxErrors: number,
  most: number,
): ApproximateEnd[] {
  const found: ApproximateEnd[] = []
  const column = new Column(pattern)
  for (let at = 0; at < text.length; at++) {
    const errors = column.advance(text.charCodeAt(at))
    if (errors > maxErrors) continue
    const end = { endUtf16: at + 1, errors }
    const last = found.at(-1)
    if (!last || end.endUtf16 - last.endUtf16 > pattern.length / 2) found.push(end)
    else if (errors <= last.errors) found[found.length - 1] = end
  }
  return found.sort((a, b) => a.errors - b.errors).slice(0, most)
}

/** The column of the table that belongs to one unit of the text. */
class Column {
  /** For each unit of the pattern, the rows where it stands. */
  readonly #rows = new Map<number, Int32Array>()
  readonly #none: Int32Array
  /** Rows that are one more, and one less, than the row above. */
  readonly #more: Int32Array
  readonly #less: Int32Array
  readonly #lastBit: number
  /** The last row: errors of the whole pattern, ending here. */
  #errors: number

  constructor(pattern: string) {
    const blocks = Math.ceil(pattern.length / BITS)
    this.#none = new Int32Array(blocks)
    this.#more = new Int32Array(blocks).fill(-1)
    this.#less = new Int32Array(blocks)
    this.#lastBit = 1 << ((pattern.length - 1) % BITS)
    this.#errors = pattern.length
    for (let row = 0; row < pattern.length; row++) {
      const unit = pattern.charCodeAt(row)
      const rows = this.#rows.get(unit) ?? new Int32Array(blocks)
      rows[Math.floor(row / BITS)] = (rows[Math.floor(row / BITS)] ?? 0) | (1 << (row % BITS))
      this.#rows.set(unit, rows)
    }
  }

  /** Go on by one unit of the text. @returns the errors of the pattern, ending there. */
  advance(unit: number): number {
    const same = this.#rows.get(unit) ?? this.#none
    const last = same.length - 1
    // Nothing above the first row: a match may begin anywhere.
    let step = 0
    for (let block = 0; block <= last; block++) {
      step = this.#advanceBlock(
        block,
        same[block] ?? 0,
        step,
        block === last ? this.#lastBit : 1 << 31,
      )
    }
    this.#errors += step
    return this.#errors
  }

  /**
   * @param above - By how much the row above the block differs from the column before: -1, 0, 1.
   * @returns the same of the block's last row.
   */
  #advanceBlock(block: number, same: number, above: number, lastBit: number): number {
    const more = this.#more[block] ?? 0
    const less = this.#less[block] ?? 0
    const isSameOrLess = same | less
    const matches = above < 0 ? same | 1 : same
    const across = (((matches & more) + more) ^ more) | matches
    let moreAcross = less | ~(across | more)
    let lessAcross = more & across
    const step = (moreAcross & lastBit ? 1 : 0) - (lessAcross & lastBit ? 1 : 0)
    moreAcross = (moreAcross << 1) | (above > 0 ? 1 : 0)
    lessAcross = (lessAcross << 1) | (above < 0 ? 1 : 0)
    this.#more[block] = lessAcross | ~(isSameOrLess | moreAcross)
    this.#less[block] = moreAcross & isSameOrLess
    return step
  }
}
