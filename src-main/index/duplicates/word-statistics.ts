import { HASH_BITS, KIND_BITS, WORD_KIND, type WordArena } from './word-arena.ts'

const PLACE_BITS = 16
const SHIFT = HASH_BITS - PLACE_BITS
/** After so many texts, some of them say enough about capitals. */
const ENOUGH_TEXTS = 2000
const SAMPLE_MASK = 31
/** A word that so much more often stands without a capital is no name, though a headline gave it one. */
const PLAIN_RATIO = 2

/** What the texts so far tell of words. */
export class WordStatistics {
  /** Words of one place are counted together, so that the counts stay near the processor. */
  readonly #counts = new Uint32Array(1 << PLACE_BITS)
  /** How often words have stood with a capital and without. */
  readonly #cases = new Map<number, { capital: number; plain: number }>()
  #texts = 0

  /** Learn from texts that belong to one day. @param starts - Where each begins, and where the last ends. */
  learn(words: WordArena, starts: readonly number[]): void {
    const isSampling = this.#texts > ENOUGH_TEXTS
    this.#texts += starts.length - 1
    const { features } = words
    for (const [place, start] of starts.entries()) {
      const end = starts[place + 1] ?? start
      // By the words themselves, so that the order of texts makes no difference.
      const isSample = !isSampling || ((features[start] ?? 0) & SAMPLE_MASK) === 0
      for (let at = start; at < end; at++) {
        const slot = (features[at] ?? 0) >>> SHIFT
        this.#counts[slot] = (this.#counts[slot] ?? 0) + 1
      }
      if (isSample) this.#learnCases(words, start, end)
    }
  }

  /** About how often something has been met that texts are compared by. */
  count(feature: number): number {
    return this.#counts[feature >>> SHIFT] ?? 0
  }

  /** Whether a word that is written with a capital is a name. */
  isName(hash: number): boolean {
    const cases = this.#cases.get(hash)
    return !cases || cases.plain <= cases.capital * PLAIN_RATIO
  }

  #learnCases({ hashes, kinds }: WordArena, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const kind = (kinds[at] ?? 0) & KIND_BITS
      if (kind !== WORD_KIND.name && kind !== WORD_KIND.plain) continue
      const hash = hashes[at] ?? 0
      let cases = this.#cases.get(hash)
      if (!cases) this.#cases.set(hash, (cases = { capital: 0, plain: 0 }))
      if (kind === WORD_KIND.name) cases.capital++
      else cases.plain++
    }
  }
}
