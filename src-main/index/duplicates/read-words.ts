import { foldCharacter } from '../fold-character.ts'
import { UNIT, foldedOf, isLetterKind, kindOf, kindOfLetter, lookUpUnit } from './letter-table.ts'
import { findNumber } from './number-words.ts'
import {
  EMPTY_HASH,
  IS_CAPITALS,
  IS_INITIAL,
  IS_JOINED,
  WORD_KIND,
  type WordArena,
  addToHash,
  finishHash,
  hashWord,
} from './word-arena.ts'

const STOP = 0x2e
const GROUP_DIGITS = 3
const LAST_UNIT = 0xffff

/**
 * Add the words of a text to an arena: folded as they are searched, numbers without what groups
 * their digits, numbers that are words as their digits, “U.S.” as one word.
 */
export function readWords(text: string, arena: WordArena): void {
  const normal = text.normalize('NFKC')
  let flags: number = IS_INITIAL
  for (let at = 0; at < normal.length;) {
    const entry = lookUpUnit(normal, at)
    const kind = kindOf(entry)
    if (isLetterKind(kind)) {
      at = readWord(normal, at, arena, flags & IS_INITIAL)
      flags = 0
    } else if (kind === UNIT.separator) {
      flags &= ~IS_JOINED
      at++
    } else if (kind === UNIT.alone) {
      const hash = finishHash(addToHash(EMPTY_HASH, foldedOf(entry)))
      arena.push(hash, WORD_KIND.alone | (flags & IS_JOINED), foldedOf(entry))
      flags = IS_JOINED
      at++
    } else if (kind === UNIT.digit) {
      at = readNumber(normal, at, arena)
      flags = 0
    } else if (kind === UNIT.long) {
      const end = at + ((normal.codePointAt(at) ?? 0) > LAST_UNIT ? 2 : 1)
      const { kind: longKind, folded } = readLong(normal, at)
      if (longKind === 'word') at = readIrregularWord(normal, at, arena, flags & IS_INITIAL)
      else at = end
      if (longKind === 'alone') {
        arena.push(hashWord(folded), WORD_KIND.alone | (flags & IS_JOINED), folded.charCodeAt(0))
      }
      if (longKind === 'separator') flags &= ~IS_JOINED
      else if (longKind !== 'dropped') flags = longKind === 'alone' ? IS_JOINED : 0
    } else {
      if (kind !== UNIT.dropped) flags &= ~IS_JOINED
      const isStop = normal.charCodeAt(at) === STOP && !isAfterInitial(normal, at)
      if (kind === UNIT.sentenceEnd || isStop) flags |= IS_INITIAL
      at++
    }
  }
}

/** @returns where the word ends. */
function readWord(text: string, start: number, arena: WordArena, flags: number): number {
  let entry = lookUpUnit(text, start)
  let kind = kindOf(entry)
  const firstKind = kind
  const initial = foldedOf(entry)
  let hash = EMPTY_HASH
  let capitals = 0
  let at = start
  while (isLetterKind(kind) || kind === UNIT.digit) {
    hash = addToHash(hash, foldedOf(entry))
    if (kind === UNIT.upper) capitals++
    entry = lookUpUnit(text, ++at)
    kind = kindOf(entry)
  }
  const isCapitals = capitals === at - start
  const isRegular = kind !== UNIT.long && kind !== UNIT.dropped
  if (!isRegular || (isCapitals && isWithinAbbreviation(text, at))) {
    return readIrregularWord(text, start, arena, flags)
  }
  pushWord(arena, hash, firstKind, flags, at - start, isCapitals, initial)
  return at
}

/** Nearly no words have stops in them, or characters that fold to none or several. */
function readIrregularWord(text: string, start: number, arena: WordArena, flags: number): number {
  let letters = ''
  let capitals = 0
  let firstKind = 0
  let count = 0
  let at = start
  for (; at < text.length; at++) {
    let kind = kindOf(lookUpUnit(text, at))
    if (kind === UNIT.dropped) continue
    if (kind === UNIT.long) {
      const long = readLong(text, at)
      if (long.kind === 'alone' || long.kind === 'separator') break
      letters += long.folded
      kind = kindOfLetter(String.fromCodePoint(text.codePointAt(at) ?? 0))
      if ((text.codePointAt(at) ?? 0) > LAST_UNIT) at++
    } else if (isLetterKind(kind) || kind === UNIT.digit) {
      letters += String.fromCharCode(foldedOf(lookUpUnit(text, at)))
    } else if (capitals === count && isWithinAbbreviation(text, at)) {
      continue
    } else {
      break
    }
    if (count++ === 0) firstKind = kind
    if (kind === UNIT.upper) capitals++
  }
  let hash = EMPTY_HASH
  for (let place = 0; place < letters.length; place++) {
    hash = addToHash(hash, letters.charCodeAt(place))
  }
  pushWord(arena, hash, firstKind, flags, count, capitals === count, letters.charCodeAt(0))
  return at
}

function pushWord(
  arena: WordArena,
  unfinished: number,
  firstKind: number,
  flags: number,
  length: number,
  isCapitals: boolean,
  initial: number,
): void {
  const hash = finishHash(unfinished)
  const number = findNumber(hash)
  if (number !== 0) arena.push(number, WORD_KIND.number | flags, initial)
  else {
    const kind = firstKind - UNIT.lower + WORD_KIND.plain
    arena.push(hash, kind | flags | (isCapitals && length > 1 ? IS_CAPITALS : 0), initial)
  }
}

/** Whether a stop stands in “U.S.”, between single capitals. */
function isWithinAbbreviation(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === STOP &&
    isAfterInitial(text, at) &&
    kindOf(lookUpUnit(text, at + 1)) === UNIT.upper &&
    !isLetterKind(kindOf(lookUpUnit(text, at + 2)))
  )
}

/** Whether a single capital stands before: then a stop need not end a sentence. */
function isAfterInitial(text: string, at: number): boolean {
  const isCapital = at > 0 && kindOf(lookUpUnit(text, at - 1)) === UNIT.upper
  return isCapital && (at === 1 || !isLetterKind(kindOf(lookUpUnit(text, at - 2))))
}

/** @returns where the number ends. */
function readNumber(text: string, start: number, arena: WordArena): number {
  let hash = EMPTY_HASH
  let at = start
  for (; ; at++) {
    const entry = lookUpUnit(text, at)
    const kind = kindOf(entry)
    if (kind === UNIT.digit) hash = addToHash(hash, foldedOf(entry))
    else if (kind !== UNIT.point || !isDigit(text, at + 1)) break
    else if (text.charCodeAt(at) === STOP || !isGroup(text, at + 1)) hash = addToHash(hash, STOP)
  }
  arena.push(finishHash(hash), WORD_KIND.number, 0)
  return at
}

function isDigit(text: string, at: number): boolean {
  return kindOf(lookUpUnit(text, at)) === UNIT.digit
}

/** Whether just as many digits follow as stand in a group. */
function isGroup(text: string, at: number): boolean {
  for (let place = 0; place < GROUP_DIGITS; place++) if (!isDigit(text, at + place)) return false
  return !isDigit(text, at + GROUP_DIGITS)
}

function readLong(text: string, at: number) {
  return foldCharacter(String.fromCodePoint(text.codePointAt(at) ?? 0))
}
