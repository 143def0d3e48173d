import { foldCharacter } from '../fold-character.ts'

/** What a UTF-16 unit does to the words around it; letters in the order of `WORD_KIND`. */
export const UNIT = {
  separator: 1,
  dropped: 2,
  lower: 3,
  upper: 4,
  uncased: 5,
  digit: 6,
  /** A character of a script that is written without spaces. */
  alone: 7,
  /** Half a character, or one that folds to several units. */
  long: 8,
  sentenceEnd: 9,
  /** A stop, or a comma and its like, which may be part of a number. */
  point: 10,
} as const

const SENTENCE_END = /^[!?:;"“«„(\[\n。！？：；「『（؟]$/u
const POINT = /^[.,'’\u00A0\u2009\u202F]$/u
const DIGIT = /^\p{Nd}$/u
const SURROGATE = /^[\uD800-\uDFFF]$/u
const ZERO = 0x30

const KIND_SHIFT = 16
const FOLDED_BITS = 0xffff
/**
 * The kind of each UTF-16 unit and what it folds to, for {@link kindOf} and {@link foldedOf}; 0 for
 * those not met yet, which {@link lookUpUnit} enters.
 */
export const units = new Int32Array(0x10000)

const BEYOND_END = UNIT.separator << KIND_SHIFT

/** A unit as {@link kindOf} and {@link foldedOf} read it; beyond the end of a text, a separator. */
export function lookUpUnit(text: string, at: number): number {
  if (at >= text.length) return BEYOND_END
  const unit = text.charCodeAt(at)
  return units[unit] || learnUnit(unit)
}

export function kindOf(entry: number): number {
  return entry >>> KIND_SHIFT
}

export function foldedOf(entry: number): number {
  return entry & FOLDED_BITS
}

/** Whether a unit is a letter of a script with word spaces. */
export function isLetterKind(kind: number): boolean {
  return kind >= UNIT.lower && kind <= UNIT.uncased
}

/** The kind of a letter of a script with word spaces. */
export function kindOfLetter(character: string): number {
  const lower = character.toLowerCase()
  if (lower !== character) return UNIT.upper
  return lower === lower.toUpperCase() ? UNIT.uncased : UNIT.lower
}

function learnUnit(unit: number): number {
  const character = String.fromCharCode(unit)
  const kind = findKind(character)
  const folded =
    kind === UNIT.digit
      ? ZERO + valueOfDigit(unit)
      : foldCharacter(character).folded.charCodeAt(0) || 0
  return (units[unit] = (kind << KIND_SHIFT) | folded)
}

function findKind(character: string): number {
  if (POINT.test(character)) return UNIT.point
  if (SENTENCE_END.test(character)) return UNIT.sentenceEnd
  if (DIGIT.test(character)) return UNIT.digit
  const { kind, folded } = foldCharacter(character)
  if (SURROGATE.test(character) || folded.length > 1) return UNIT.long
  if (kind === 'separator') return UNIT.separator
  if (kind === 'dropped') return UNIT.dropped
  return kind === 'alone' ? UNIT.alone : kindOfLetter(character)
}

/** Digits of every script stand in rows of ten. */
function valueOfDigit(unit: number): number {
  let value = 0
  while (DIGIT.test(String.fromCharCode(unit - value - 1))) value++
  return value % 10
}
