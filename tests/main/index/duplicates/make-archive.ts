import type { ReportText } from '../../../../src-main/index/duplicates/report-text.ts'
import { dateAfter, makeReport } from './make-reports.ts'

/** A report of a made archive with the group it belongs to. */
export interface KnownReport {
  report: ReportText
  /** The same for reports that are one. */
  group: number
}

/** Whole numbers below a bound, the same for the same seed. */
type Draw = (bound: number) => number

/** The multiplier and increment of a common linear congruential generator. */
export function makeDraw(seed: number): Draw {
  let state = seed >>> 0
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

const SYLLABLES = ['ba', 'den', 'ki', 'lor', 'mu', 'nes', 'pa', 'rin', 'so', 'tul', 've', 'zan']
const CHARACTERS = Array.from({ length: 400 }, (_, place) => String.fromCodePoint(0x5200 + place))
const WORDS = 400
const NAMES = 120

const pick = <Item>(draw: Draw, items: readonly Item[]): Item => items[draw(items.length)]!
const capitalise = (word: string) => word[0]!.toUpperCase() + word.slice(1)

/** A sentence in parts, so that it can be changed without changing what it says. */
interface Sentence {
  words: string[]
  /** Places of names and numbers among the words. */
  names: number[]
  number: number
  isChinese: boolean
}

interface Vocabulary {
  words: string[]
  names: string[]
}

function makeVocabulary(draw: Draw, isChinese: boolean): Vocabulary {
  const make = (parts: readonly string[], from: number) =>
    Array.from({ length: from + draw(2) }, () => pick(draw, parts)).join('')
  const list = (length: number, from: number) => {
    const words = new Set<string>()
    while (words.size < length) words.add(make(isChinese ? CHARACTERS : SYLLABLES, from))
    return [...words]
  }
  const names = list(NAMES, isChinese ? 3 : 5)
  return { words: list(WORDS, 2), names: isChinese ? names : names.map(capitalise) }
}

function makeSentence(draw: Draw, { words, names }: Vocabulary, isChinese: boolean): Sentence {
  const sentence: Sentence = {
    words: Array.from({ length: 16 + draw(8) }, () => pick(draw, words)),
    ...{ names: [2, 7, 11], number: 13, isChinese },
  }
  const first = draw(NAMES)
  for (const [rank, place] of sentence.names.entries()) {
    sentence.words[place] = names[(first + rank * 7) % NAMES]!
  }
  sentence.words[sentence.number] = String(2 + draw(5000))
  return sentence
}

function write({ words, isChinese }: Sentence): string {
  return isChinese ? `${words.join('')}。` : `${capitalise(words.join(' '))}.`
}

type Variation = (sentence: Sentence, draw: Draw, vocabulary: Vocabulary) => string

/** Ways to say the same; two of them change different places. */
const REWORDINGS: Variation[] = [
  write,
  (sentence) => `“${write(sentence)}”`,
  (sentence, draw, { words }) =>
    write({ ...sentence, words: sentence.words.toSpliced(9, 0, pick(draw, words)) }),
  (sentence) => write({ ...sentence, words: sentence.words.toSpliced(14, 1) }),
  ({ words, ...rest }) => write({ ...rest, words: [...words.slice(4), ...words.slice(0, 4)] }),
  (sentence, draw, { words }) =>
    sentence.isChinese
      ? write({ ...sentence, words: sentence.words.toSpliced(7, 0, words[0]!) })
      : write({ ...sentence, words: sentence.words.with(5, pick(draw, words)) }),
]

/** Ways to say something else in nearly the same words. */
const LOOKALIKES: Variation[] = [
  ({ words, number, ...rest }, draw) =>
    write({ ...rest, number, words: words.with(number, String(6000 + draw(3000))) }),
  ({ words, ...rest }, draw, { names }) => {
    const others = names.filter((name) => !words.includes(name))
    return write({ ...rest, words: words.with(pick(draw, rest.names), pick(draw, others)) })
  },
  ({ words, names, ...rest }) => {
    const [one = 0, other = 0] = names
    return write({
      ...{ ...rest, names },
      words: words.with(one, words[other]!).with(other, words[one]!),
    })
  },
]

/** An archive with reworded copies of some reports and lookalikes of others. */
export function makeKnownArchive(seed: number, days: number): KnownReport[] {
  const draw = makeDraw(seed)
  const vocabularies = [makeVocabulary(draw, false), makeVocabulary(draw, true)]
  const archive: KnownReport[] = []
  let group = 0
  const add = (title: string, day: number, of: number) => {
    const report = makeReport(archive.length, title, dateAfter(day))
    archive.push({ report, group: of })
  }
  for (let day = 0; day < days; day++) {
    for (let place = 0; place < 6; place++) {
      const isChinese = draw(3) === 0
      const vocabulary = vocabularies[Number(isChinese)]!
      const sentence = makeSentence(draw, vocabulary, isChinese)
      const own = group++
      add(write(sentence), day, own)
      const first = draw(REWORDINGS.length)
      for (let copy = draw(3); copy > 0; copy--) {
        const reword = REWORDINGS[(first + copy) % REWORDINGS.length]!
        add(reword(sentence, draw, vocabulary), day, own)
      }
      if (draw(2) === 0) add(pick(draw, LOOKALIKES)(sentence, draw, vocabulary), day, group++)
      if (draw(4) === 0) add(write(sentence), day + 10 * days, group++)
    }
  }
  return archive.sort((one, other) =>
    one.report.date! < other.report.date! ? -1 : Number(one.report.date! > other.report.date!),
  )
}

const TOWNS = [
  'Kirkuk',
  'Mosul',
  'Basra',
  'Aleppo',
  'Idlib',
  'Homs',
  'Kabul',
  'Herat',
  'Quetta',
  'Lahore',
]
const FORMULAS: ((number: number, town: string) => string)[] = [
  (number, town) => `At least ${number} people are killed in a bomb attack on a market in ${town}.`,
  (number, town) =>
    `Police in ${town} arrest ${number} people during protests over the price of bread.`,
  (number, town) =>
    `An earthquake of magnitude ${number / 10} shakes ${town} and the villages around it.`,
  (number, town) => `${town}一处市场发生炸弹袭击，造成至少${number}人死亡，多人受伤。`,
]

/** Reports of one day that differ in nothing but a number or a town; none is like another. */
export function makeFormulas(count: number): ReportText[] {
  return Array.from({ length: count }, (_, place) => {
    const formula = FORMULAS[place % FORMULAS.length]!
    const rest = Math.floor(place / FORMULAS.length)
    const number = 11 + Math.floor(rest / TOWNS.length)
    return makeReport(place, formula(number, TOWNS[rest % TOWNS.length]!))
  })
}
