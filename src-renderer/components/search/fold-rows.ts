/** A row of the results: of an answer's row the row itself, or one of the copies folded into it. */
export interface RowPlace {
  /** Place in the answer. */
  index: number
  /** Place among the copies, or -1 for the row itself. */
  copy: number
}

/**
 * The row after a row, or before it; at an end of the list, the same.
 *
 * @param total - Rows of the answer.
 * @param copiesShownAt - How many copies stand open under a row.
 */
export function stepRow(
  { index, copy }: RowPlace,
  step: 1 | -1,
  total: number,
  copiesShownAt: (index: number) => number,
): RowPlace {
  if (step === 1) {
    if (copy + 1 < copiesShownAt(index)) return { index, copy: copy + 1 }
    return index + 1 < total ? { index: index + 1, copy: -1 } : { index, copy }
  }
  if (copy >= 0) return { index, copy: copy - 1 }
  return index > 0 ? { index: index - 1, copy: copiesShownAt(index - 1) - 1 } : { index, copy }
}
