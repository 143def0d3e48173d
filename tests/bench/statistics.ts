/** A measure that was taken several times. */
export interface Sample {
  median: number
  lowest: number
  highest: number
}

/**
 * A value below which a share of all lie.
 *
 * @param share - 0.5 for the median; by nearest rank, so that the value was really measured.
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('There is nothing to take a percentile of.')
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

/** Median and range of repeated runs. */
export function sample(values: readonly number[]): Sample {
  return {
    median: percentile(values, 0.5),
    lowest: Math.min(...values),
    highest: Math.max(...values),
  }
}

/** Part by part, so that noise that lasts hits both sides of each ratio. */
export function ratios(values: readonly number[], bases: readonly number[]): number[] {
  return values.map((value, index) => value / bases[index]!)
}
