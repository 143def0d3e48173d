import { hashWord } from './word-arena.ts'

/**
 * Numbers as words of languages with capitals, from one up, folded; a name shows itself by its
 * capital, a number has to be known. Of scripts without capitals every word counts like a name. What
 * is an article as well, or another common word in English, is left out.
 */
const WORDS = {
  english: `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty`,
  german: `_ zwei drei vier funf sechs sieben acht neun zehn elf zwolf`,
  french: `_ deux trois quatre cinq six sept huit neuf dix onze douze`,
  spanish: `_ dos tres cuatro cinco seis siete ocho nueve diez _ doce`,
  portuguese: `_ dois tres quatro cinco seis sete oito nove dez onze doze`,
  italian: `_ _ tre quattro cinque sei sette otto nove dieci undici dodici`,
  dutch: `_ twee drie vier vijf zes zeven acht negen tien elf twaalf`,
  russian: `_ два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать`,
} as const

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'
const LARGE = Object.entries({
  ...{ thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  ...{ dozen: 12, dozens: 12, hundred: 100, hundreds: 100, thousand: 1000, thousands: 1000 },
  ...{ million: 1e6, millions: 1e6, billion: 1e9, billions: 1e9 },
})

const NONE = '_'

const PLACES = 1 << 14
/** Whether a number may have a hash that ends like this: most words need no look at the map. */
const mayBeNumber = new Uint8Array(PLACES)
const numbers = new Map<number, number>()

for (const words of [...Object.values(WORDS), ORDINALS]) {
  for (const [place, word] of words.split(/\s+/u).entries()) {
    if (word !== NONE) enter(word, place + 1)
  }
}
for (const [word, value] of LARGE) enter(word, value)

function enter(word: string, value: number): void {
  const hash = hashWord(word)
  mayBeNumber[hash & (PLACES - 1)] = 1
  numbers.set(hash, hashWord(String(value)))
}

/** The hash of the digits of a number that is written as a word, or 0 for other words. */
export function findNumber(hash: number): number {
  return mayBeNumber[hash & (PLACES - 1)] === 1 ? (numbers.get(hash) ?? 0) : 0
}
