/** What a word is, as far as its letters tell. */
export const WORD_KIND = {
  /** In lower case. */
  plain: 1,
  /** With a capital: a name, or the first word of a sentence. */
  name: 2,
  /** In a script without capitals, where any word may be a name. */
  uncased: 3,
  number: 4,
  /** A character of a script that is written without spaces. */
  alone: 5,
} as const

/** The kind of a word is in these bits; what else is known of it in the others. */
export const KIND_BITS = 7
/** Begins a sentence, so that a capital says nothing. */
export const IS_INITIAL = 8
/** A capitalised word of capitals only: an abbreviation, perhaps. */
export const IS_CAPITALS = 16
/** Follows the character before it without anything between. */
export const IS_JOINED = 32

/** Words of many texts, one after the other, as numbers. */
export class WordArena {
  /** The folded word. */
  hashes: Int32Array
  /**
   * What two texts are compared by: the word; of a script without spaces, the character with the
   * next one. 0 for the last character of a run.
   */
  features: Int32Array
  kinds: Uint8Array
  /** The first UTF-16 unit of the folded word. */
  initials: Uint16Array
  length = 0

  /** @param size - How many words there is room for at first. */
  constructor(size: number) {
    this.hashes = new Int32Array(size)
    this.features = new Int32Array(size)
    this.kinds = new Uint8Array(size)
    this.initials = new Uint16Array(size)
  }

  push(hash: number, kind: number, initial: number): void {
    if (this.length === this.hashes.length) this.#grow()
    const place = this.length++
    this.hashes[place] = hash
    this.kinds[place] = kind
    this.initials[place] = initial
    if ((kind & IS_JOINED) === 0) {
      this.features[place] = hash
      return
    }
    this.features[place] = 0
    this.features[place - 1] = mixHashes(this.hashes[place - 1] ?? 0, hash)
  }

  /** Forget the first words. */
  drop(count: number): void {
    for (const words of [this.hashes, this.features, this.kinds, this.initials]) {
      words.copyWithin(0, count, this.length)
    }
    this.length -= count
  }

  #grow(): void {
    const size = this.length * 2
    this.hashes = enlarge(new Int32Array(size), this.hashes)
    this.features = enlarge(new Int32Array(size), this.features)
    this.kinds = enlarge(new Uint8Array(size), this.kinds)
    this.initials = enlarge(new Uint16Array(size), this.initials)
  }
}

function enlarge<Words extends { set(words: Words): void }>(larger: Words, words: Words): Words {
  larger.set(words)
  return larger
}

/** A number for two that stand in this order; never 0. */
function mixHashes(first: number, second: number): number {
  return finishHash(Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ second)
}

/** Where the hash of a word begins. */
export const EMPTY_HASH = 0x811c9dc5

/** The hash of a word that goes on by a unit (FNV-1a). */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/**
 * Spread what tells words apart over all bits (the end of MurmurHash3).
 *
 * @returns 1 to 2^30 − 1, which V8 keeps without allocating memory.
 */
export function finishHash(hash: number): number {
  let spread = hash ^ (hash >>> 16)
  spread = Math.imul(spread, 0x85ebca6b)
  spread ^= spread >>> 13
  spread = Math.imul(spread, 0xc2b2ae35)
  return (spread ^ (spread >>> 16)) & HASH_MASK || 1
}

/** Bits of a finished hash. */
export const HASH_BITS = 30
const HASH_MASK = 2 ** HASH_BITS - 1

/** The hash of a folded word, as an arena holds it. */
export function hashWord(word: string): number {
  let hash = EMPTY_HASH
  for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at))
  return finishHash(hash)
}
