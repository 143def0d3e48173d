import fc from 'fast-check'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { CLUSTER, foldName, foldText, foldWithOrigins } from '../../../src-main/index/fold-text.ts'
import { SCHEMA } from '../../../src-main/index/schema.ts'

const anyText = fc.string({ unit: 'binary' })
const mixedText = fc
  .array(
    fc.constantFrom(
      'a',
      'É',
      'e\u0301',
      '傳',
      '传',
      'ß',
      'か\u3099',
      'ｶﾞ',
      '한',
      '\u1112\u1161\u11ab',
      ' ',
      ',',
      '"',
      '\0',
      'ﬁ',
      '\u{2F81A}',
      '\u{20000}',
      'ม',
      '\u0E48',
      'مُ',
      'ـ',
      '½',
      '\u200F',
      '\uD800',
    ),
  )
  .map((pieces) => pieces.join(''))

describe('foldText', () => {
  it.each([
    ['Éa naïve Łódź Straße', 'ea naive lodz strasse'],
    ['COVID疫情 傳播，核武器！', 'covid 疫 情 传 播 核 武 器'],
    ['薴 苧 苎', '苎 苎 苎'],
    ['ﬁve ＡＢＣ ½', 'five abc 1 2'],
    ['ｶﾞが か\u3099', 'ガ が が'],
    ['한국 \u1112\u1161\u11ab', '한 국 한'],
    ['ภาษา', 'ภ า ษ า'],
    ['مُحَمَّد كتـــاب أحمد', 'محمد كتاب احمد'],
    ['שָׁלוֹם', 'שלום'],
    ['Ἀθῆναι ΣΟΦΟΣ σοφός', 'αθηναι σοφοσ σοφοσ'],
    ['Ёлка й', 'елка й'],
    ['हिन्दी', 'हिन्दी'],
    ["Japan's U.S. co-op", 'japan s u s co op'],
    ['co\u00ADop', 'coop'],
    ['a\0b "c*" (d) -e', 'a b c d e'],
    ['𠀀a', '𠀀 a'],
    ['— … 😀', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('is the same for traditional and simplified Chinese', () => {
    expect(foldText('國際電臺報導：經濟制裁')).toBe(foldText('国际电台报导：经济制裁'))
  })

  it('leaves nothing but words with one space between, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), (text) => {
        expect(foldText(text)).toMatch(/^(?:[\p{L}\p{N}\p{M}\p{Co}]+(?: (?!$)|$))*$/u)
      }),
    )
  })

  it('does not change what is folded already', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('is cut by the text index into the same words', () => {
    const database = new DatabaseSync(':memory:')
    database.exec(SCHEMA)
    database.exec("CREATE VIRTUAL TABLE words USING fts5vocab(event_text, 'instance')")
    const texts = [
      'Éa naïve 疫情 傳播',
      'हिन्दी भाषा',
      'مُحَمَّد',
      'ภาษาไทย',
      'ガ が 한국',
      'Ἀθῆναι й x²',
    ]
    for (const text of texts) {
      database.exec('DELETE FROM event_text')
      database.prepare('INSERT INTO event_text (rowid, title) VALUES (1, ?)').run(foldText(text))
      const words = database.prepare('SELECT term FROM words ORDER BY offset').all()
      expect(words.map(({ term }) => term).join(' ')).toBe(foldText(text))
    }
    database.close()
  })

  it('folds ten megabytes of Chinese in well under five seconds', () => {
    const text = '國際電臺報導，經濟制裁 sanctions. '.repeat(100_000)
    const startedMs = performance.now()
    foldText(text)
    expect(performance.now() - startedMs).toBeLessThan(5000)
  })
})

describe('foldWithOrigins', () => {
  it('gives the same text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), (text) => {
        expect(foldWithOrigins(text).text).toBe(foldText(text))
      }),
    )
  })

  it('leads every unit back to the character it was made from', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), (text) => {
        const { text: folded, originsUtf16 } = foldWithOrigins(text)
        expect(originsUtf16).toHaveLength(folded.length)
        for (const { 0: character, index } of folded.matchAll(/\S/gu)) {
          const cluster = new RegExp(CLUSTER, 'suy')
          cluster.lastIndex = originsUtf16[index]!
          expect(foldText(cluster.exec(text)![0])).toContain(character)
        }
      }),
    )
  })

  it('rises', () => {
    const { originsUtf16 } = foldWithOrigins('e\u0301a ﬁ 傳播 x')
    expect([...originsUtf16]).toEqual([...originsUtf16].sort((a, b) => a - b))
  })
})

describe('foldName', () => {
  it.each([
    ['  North\tKorea ', 'north korea'],
    ['Côte d’Ivoire', 'cote d’ivoire'],
    ['傳播學', '传播学'],
    ['U.S. (state)', 'u.s. (state)'],
    ['ＮＡＴＯ', 'nato'],
    ['+++', '+++'],
  ])('folds %j to %j', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })
})
