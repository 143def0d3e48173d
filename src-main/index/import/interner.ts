/** Gives every name a number that stays the same, from 1 on, so that names travel once. */
export class Interner {
  readonly #numbers = new Map<string, number>()
  #fresh: string[] = []

  numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#numbers.size + 1
    const own = copyString(name)
    this.#numbers.set(own, number)
    this.#fresh.push(own)
    return number
  }

  /** Names met since the last call, in the order of their numbers. */
  takeFresh(): string[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }
}

/** {@link Interner} of lists of names, which it knows as JSON arrays. */
export class ListInterner extends Interner {
  /** Lists that many share, so that they need not be written to be recognised. */
  readonly #shared = new Map<readonly string[], number>()

  numberOfList(names: readonly string[]): number {
    const known = this.#shared.get(names)
    if (known !== undefined) return known
    const number = this.numberOf(JSON.stringify(names))
    if (this.#shared.size >= MAX_SHARED) this.#shared.clear()
    this.#shared.set(names, number)
    return number
  }
}

const MAX_SHARED = 50_000

/** A string of its own: a part of a page's text would keep the whole text in memory. */
export function copyString(text: string): string {
  // In UTF-8, letters of ASCII take one byte afterwards; half a pair of surrogates would be lost.
  const encoding = text.isWellFormed() ? 'utf8' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}
