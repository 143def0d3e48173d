import { type FoldedCharacter, foldCharacter } from './fold-character.ts'

/** A folded text that remembers where it came from. */
export interface FoldedText {
  /** As {@link foldText} gives it. */
  text: string
  /** For every UTF-16 unit of `text`, the UTF-16 offset of the character it was made from. */
  originsUtf16: Uint32Array
}

const UNITS = 0x10000
const SPACE = 0x20

/** Kinds of UTF-16 units, as the table below holds them. */
const KIND = { unknown: 0, separator: 1, dropped: 2, word: 3, alone: 4, long: 5 } as const

/** Filled as characters are met: nearly all of them fold to a single unit. */
const kinds = new Uint8Array(UNITS)
const foldedUnits = new Uint16Array(UNITS)
/** The others: beyond the basic plane, or folded to several units. */
const longCharacters = new Map<number, FoldedCharacter>()

/** Reused between calls, since an import folds tens of thousands of texts. */
let output = new Uint16Array(1 << 16)
let origins = new Uint32Array(0)

/**
 * A text as it is indexed and searched: words in lower case, without accents, Chinese characters
 * simplified one by one, every character of a script without word spaces a word of its own; one
 * space between words, nothing else. Empty where a text has neither letters nor digits.
 */
export function foldText(text: string): string {
  return readOutput(fold(text.normalize('NFKC'), false))
}

/** {@link foldText} with the way back to the original, for marking matches. */
export function foldWithOrigins(text: string): FoldedText {
  const normal = text.normalize('NFKC')
  const clusters = normal === text ? null : normaliseClusters(text)
  const length = fold(clusters?.text ?? text, true)
  const originsUtf16 = origins.slice(0, length)
  if (clusters) {
    originsUtf16.forEach((origin, index) => {
      originsUtf16[index] = clusters.originsUtf16[origin] ?? 0
    })
  }
  return { text: readOutput(length), originsUtf16 }
}

/**
 * A name as it is compared and filtered: lower case, no accents, simplified, white space collapsed;
 * punctuation stays.
 */
export function foldName(name: string): string {
  let folded = ''
  for (const character of name.normalize('NFKC')) {
    const { kind, folded: letters } = lookUp(character.codePointAt(0) ?? SPACE)
    folded += kind === 'separator' ? character : letters
  }
  return folded.replace(/\s+/gu, ' ').trim()
}

/** A character with the marks on it; a run of Korean letters, which composes to syllables. */
export const CLUSTER = /[\u1100-\u11FF]+|.[\p{M}\uFF9E\uFF9F]*/gsu

function normaliseClusters(text: string) {
  let normal = ''
  const originsUtf16: number[] = []
  for (const match of text.matchAll(CLUSTER)) {
    normal += match[0].normalize('NFKC')
    while (originsUtf16.length < normal.length) originsUtf16.push(match.index)
  }
  return { text: normal, originsUtf16 }
}

function lookUp(codePoint: number): FoldedCharacter {
  const known = longCharacters.get(codePoint)
  if (known) return known
  const character = foldCharacter(String.fromCodePoint(codePoint))
  longCharacters.set(codePoint, character)
  return character
}

/** Enter a unit into the table. */
function learn(unit: number): number {
  const { kind, folded } = lookUp(unit)
  const isSingle = folded.length <= 1
  foldedUnits[unit] = isSingle ? folded.charCodeAt(0) : 0
  return (kinds[unit] = isSingle ? KIND[kind] : KIND.long)
}

/** Fold a text in NFKC into `output`. @returns the number of units written. */
function fold(text: string, wantsOrigins: boolean): number {
  // A character becomes at most a space and two units.
  if (output.length < text.length * 3) output = new Uint16Array(text.length * 4)
  if (wantsOrigins && origins.length < output.length) origins = new Uint32Array(output.length)
  let length = 0
  let isApart = false
  let index = 0

  const write = (unit: number) => {
    if (wantsOrigins) origins[length] = index
    output[length++] = unit
  }

  while (index < text.length) {
    const unit = text.charCodeAt(index)
    const isSurrogate = (unit & 0xf800) === 0xd800
    const kind = isSurrogate ? KIND.long : kinds[unit] || learn(unit)
    let width = 1
    if (kind === KIND.word || kind === KIND.alone) {
      if ((isApart || kind === KIND.alone) && length > 0) write(SPACE)
      write(foldedUnits[unit] ?? SPACE)
      isApart = kind === KIND.alone
    } else if (kind === KIND.separator) {
      isApart = true
    } else if (kind === KIND.long) {
      const codePoint = text.codePointAt(index) ?? SPACE
      const { kind: longKind, folded } = lookUp(codePoint)
      width = codePoint < UNITS ? 1 : 2
      if (longKind === 'separator') isApart = true
      if (longKind === 'word' || longKind === 'alone') {
        if ((isApart || longKind === 'alone') && length > 0) write(SPACE)
        for (let at = 0; at < folded.length; at++) write(folded.charCodeAt(at))
        isApart = longKind === 'alone'
      }
    }
    index += width
  }
  return length
}

function readOutput(length: number): string {
  return Buffer.from(output.buffer, 0, length * 2).toString('utf16le')
}
