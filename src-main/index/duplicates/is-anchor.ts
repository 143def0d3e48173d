import { KIND_BITS, WORD_KIND } from './word-arena.ts'

/** Whether a word that is written with a capital is a name. */
export type IsName = (hash: number) => boolean

/** Whether a word is a number or a name, which say what a report is about. */
export function isAnchor(kind: number, hash: number, isName: IsName): boolean {
  const letters = kind & KIND_BITS
  return letters === WORD_KIND.number || (letters === WORD_KIND.name && isName(hash))
}
