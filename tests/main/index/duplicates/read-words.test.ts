import { describe, expect, it } from 'vitest'
import { readWords } from '../../../../src-main/index/duplicates/read-words.ts'
import {
  IS_CAPITALS,
  IS_INITIAL,
  KIND_BITS,
  WORD_KIND,
  WordArena,
} from '../../../../src-main/index/duplicates/word-arena.ts'

function read(text: string) {
  const arena = new WordArena(2)
  readWords(text, arena)
  const { length } = arena
  const kinds = [...arena.kinds.subarray(0, length)]
  return {
    hashes: [...arena.hashes.subarray(0, length)],
    features: [...arena.features.subarray(0, length)],
    names: kinds.map((kind) => NAMES[kind & KIND_BITS]),
    initial: kinds.map((kind) => (kind & IS_INITIAL) !== 0),
    capitals: kinds.map((kind) => (kind & IS_CAPITALS) !== 0),
  }
}

const NAMES = Object.fromEntries(Object.entries(WORD_KIND).map(([name, kind]) => [kind, name]))

describe('readWords', () => {
  it.each([
    ['2,700 km', '2700km'],
    ['2’700', '2700'],
    ['٢٧٠٠', '2700'],
    ['２７００', '2700'],
    ['seven', '7'],
    ['Third', '3'],
    ['drei', '3'],
    ['U.S.', 'US'],
    ['Málaga’s café', 'MALAGA S CAFE'],
    ['Straße', 'strasse'],
    ['鹿特丹港碼頭', '鹿特丹港码头'],
    ['إضرابهم', 'اضرابهم'],
    ['co\u00ADoperate', 'cooperate'],
    ['𐐀𐐁', '𐐨𐐩'],
  ])('reads “%s” as “%s”', (one, other) => {
    expect(read(one).hashes).toEqual(read(other).hashes)
  })

  it.each([
    ['2.7', '27'],
    ['2,75', '275'],
    ['2,7000', '27000'],
    ['1 2', '12'],
    ['US', 'U S'],
  ])('keeps “%s” and “%s” apart', (one, other) => {
    expect(read(one).hashes).not.toEqual(read(other).hashes)
  })

  it('tells names, numbers, words and characters', () => {
    expect(read('the Port 12 two مرفأ 港口 ship G20').names).toEqual([
      ...['plain', 'name', 'number', 'number', 'uncased', 'alone', 'alone', 'plain', 'name'],
    ])
  })

  it('knows where sentences begin, and that initials end none', () => {
    expect(read('The U.S. Senate. A vote: Yes, J. Doe').initial).toEqual([
      ...[true, false, false, true, false, true, false, false],
    ])
  })

  it('knows abbreviations by their capitals', () => {
    expect(read('The U.K. and NATO and A Man').capitals).toEqual([
      ...[false, true, false, true, false, false, false],
    ])
  })

  it('compares characters written without spaces in pairs, as far as they stand together', () => {
    const [first, second, third] = read('港口，港').features
    expect(first).not.toBe(0)
    expect(second).toBe(0)
    expect(third).toBe(read('港').features[0])
    expect(read('港口').features[0]).not.toBe(read('口港').features[0])
  })

  it('reads nothing in what has neither letters nor digits', () => {
    expect(read(' …“!?” 😀 \uD800').hashes).toEqual([])
  })
})
