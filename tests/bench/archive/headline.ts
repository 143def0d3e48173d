import { Random, deriveSeed } from './random.ts'
import { type Vocabulary, capitalise } from './vocabulary.ts'
import { zipfSampler } from './zipf.ts'

const SLUG_LENGTH = 140
const CHINESE_SLUG_LENGTH = 60
const PUNCTUATION = /[^\p{L}\p{N}]+/gu

/** A headline and the file name made of it, without `.md`. */
export interface Headline {
  title: string
  slug: string
}

/** Writes running text of an archive's vocabulary. */
export interface Writer {
  /** A sentence of so many words. */
  sentence: (random: Random, words: number) => string
  chineseSentence: (random: Random, words: number) => string
  /** The headline of an event: the same for the same number, wherever it is quoted. */
  headline: (event: number, entities: number[]) => Headline
}

/** Make the writer of a seed. */
export function makeWriter(seed: number, vocabulary: Vocabulary): Writer {
  const { words, chineseWords, entities: names, firstChineseEntity } = vocabulary
  const drawWord = zipfSampler(words.length)
  const drawChineseWord = zipfSampler(chineseWords.length)

  function fill(random: Random, count: number, named: number[]): string {
    let text = ''
    for (let place = 0; place < count; place += 1) {
      const name = named[place / 4]
      const token =
        name !== undefined
          ? names[name]!
          : random.chance(0.02)
            ? String(random.between(2, 2000))
            : words[drawWord(random)]!
      text += place === 0 ? capitalise(token) : (random.chance(0.07) ? ', ' : ' ') + token
    }
    return `${text}.`
  }

  function fillChinese(random: Random, count: number, named: number[]): string {
    let text = ''
    for (let place = 0; place < count; place += 1) {
      const name = named[place / 3]
      text += name !== undefined ? names[name]! : chineseWords[drawChineseWord(random)]!
      if (random.chance(0.1)) text += '，'
    }
    return `${text}。`
  }

  return {
    sentence: (random, count) => fill(random, count, []),
    chineseSentence: (random, count) => fillChinese(random, count, []),
    headline(event, entities) {
      const random = new Random(deriveSeed(seed, 3, event))
      const isChinese = entities[0]! >= firstChineseEntity
      // The smaller of two draws makes short headlines common and long ones rare, as in life.
      const extra = Math.min(random.below(41), random.below(41))
      if (isChinese) {
        const title = fillChinese(random, 10 + extra, entities)
        return { title, slug: makeSlug(title).slice(0, CHINESE_SLUG_LENGTH) }
      }
      const title = fill(random, 16 + extra, entities)
      return { title, slug: makeSlug(title.toLowerCase()).slice(0, SLUG_LENGTH) }
    },
  }
}

function makeSlug(title: string): string {
  return title.replace(PUNCTUATION, '-').replace(/-$/, '')
}
