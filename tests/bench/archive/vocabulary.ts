import { Random, deriveSeed } from './random.ts'

const WORDS = 60_000
const ENTITIES = 20_000
const CHINESE_CHARACTERS = 3_000
const CHINESE_WORDS = 12_000
const CHINESE_ENTITIES = 1_500
const OUTLETS = 400

const ONSETS = 'b c d f g h j k l m n p r s t v w y z b d l m n r s t ch sh st tr'.split(' ')
const VOWELS = 'a e i o u a e i o u a e i o u ea io ou'.split(' ')
const CODAS = 'n r s t l m d k'.split(' ')
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fa5

/** A source that pages cite. */
interface Outlet {
  name: string
  host: string
}

/** All the words a generated archive is made of, commonest first. */
export interface Vocabulary {
  /** Lower case, a–z. */
  words: string[]
  /** Names of one to three words; the Chinese ones follow the others. */
  entities: string[]
  /** Index of the first Chinese entity. */
  firstChineseEntity: number
  /** One to three Han characters each. */
  chineseWords: string[]
  outlets: Outlet[]
}

/** Make the vocabulary of a seed. */
export function makeVocabulary(seed: number): Vocabulary {
  const random = new Random(deriveSeed(seed, 0, 0))
  const words = makeWords(random)
  const chineseWords = makeChineseWords(random)
  const latinEntities = collectUnique(ENTITIES, () => makeName(random, words))
  const chineseEntities = collectUnique(
    CHINESE_ENTITIES,
    () => random.pick(chineseWords) + random.pick(chineseWords),
  )
  const outlets = collectUnique(OUTLETS, () => random.pick(words)).map((word) => ({
    name: `${capitalise(word)} ${random.pick(['News', 'Times', 'Post', 'Agency', 'Tribune'])}`,
    host: `www.${word}.${random.pick(['com', 'org', 'co.uk', 'net'])}`,
  }))
  return {
    words,
    entities: [...latinEntities, ...chineseEntities],
    firstChineseEntity: latinEntities.length,
    chineseWords,
    outlets,
  }
}

/** `northern` → `Northern`. */
export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** As in any language, the common words are short. */
function makeWords(random: Random): string[] {
  let made = 0
  return collectUnique(WORDS, () => {
    made += 1
    const fewest = made > 3_000 ? 2 : 1
    let word = ''
    for (let syllables = random.between(fewest, fewest + 1); syllables > 0; syllables -= 1) {
      word += random.pick(ONSETS) + random.pick(VOWELS)
    }
    return random.chance(0.4) ? word + random.pick(CODAS) : word
  })
}

function makeChineseWords(random: Random): string[] {
  const characters = collectUnique(CHINESE_CHARACTERS, () =>
    String.fromCharCode(random.between(FIRST_HAN, LAST_HAN)),
  )
  return collectUnique(CHINESE_WORDS, () => {
    let word = ''
    for (let left = random.pick([1, 2, 2, 2, 3]); left > 0; left -= 1) {
      word += random.pick(characters)
    }
    return word
  })
}

function makeName(random: Random, words: string[]): string {
  const names: string[] = []
  for (let left = random.pick([1, 1, 1, 2, 2]); left > 0; left -= 1) {
    names.push(capitalise(words[random.between(400, words.length - 1)]!))
  }
  return names.join(' ')
}

function collectUnique(count: number, make: () => string): string[] {
  const found = new Set<string>()
  while (found.size < count) found.add(make())
  return [...found]
}
