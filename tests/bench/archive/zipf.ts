import type { Random } from './random.ts'

const SLOTS = 2 ** 20

/** Keeps the commonest word near the share that “the” has in English headlines. */
const MANDELBROT_OFFSET = 1.8

/**
 * Draws ranks as words of a language fall: rank r in proportion to 1 / (r + 1.8). A table of equal
 * slots makes a draw one look-up.
 *
 * @param count - How many ranks, at most 65,535; ranks are 0 … count − 1, commonest first.
 */
export function zipfSampler(count: number): (random: Random) => number {
  let sum = 0
  for (let rank = 1; rank <= count; rank += 1) sum += 1 / (rank + MANDELBROT_OFFSET)
  const slots = new Uint16Array(SLOTS)
  let rank = 0
  let reached = 1 / (1 + MANDELBROT_OFFSET) / sum
  for (let slot = 0; slot < SLOTS; slot += 1) {
    while ((slot + 0.5) / SLOTS > reached && rank < count - 1) {
      rank += 1
      reached += 1 / (rank + 1 + MANDELBROT_OFFSET) / sum
    }
    slots[slot] = rank
  }
  return (random) => slots[random.nextUint32() >>> 12]!
}
