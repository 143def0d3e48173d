import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/** How a character takes part in a folded text. */
type CharacterKind =
  /** Parts words: white space, punctuation, symbols, controls. */
  | 'separator'
  /** Leaves no trace: marks that writing may leave out, invisible formatting. */
  | 'dropped'
  /** Part of a word. */
  | 'word'
  /** A word of its own: a character of a script that is written without spaces. */
  | 'alone'

export interface FoldedCharacter {
  kind: CharacterKind
  /** Lower case, without accents, simplified; usually one character, empty where dropped. */
  folded: string
}

const WORD = /^[\p{L}\p{N}\p{M}\p{Co}]$/u
const SPACELESS =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u
const ACCENTED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]$/u
const OPTIONAL_MARK = /^(?=\p{M})[\p{Script=Inherited}\p{scx=Arab}\p{scx=Hebr}]$/u
const INVISIBLE = /^(?!\u200B)\p{Cf}$/u

/** Letters whose plain form Unicode does not decompose to. */
const PLAIN_LETTERS = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ł: 'l',
    ŧ: 't',
    ı: 'i',
    ς: 'σ',
    ё: 'е',
    // Arabic tatweel only stretches a line.
    ـ: '',
  }),
)

const simplified = readSimplified(traditionalToSimplified)

/** @param dictionary - `傳 传|丟 丢|…` */
function readSimplified(dictionary: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const entry of dictionary.split('|')) {
    const [from, to] = entry.split(' ')
    if (from !== undefined && to !== undefined) map.set(from, to)
  }
  return map
}

/** @param character - One code point of a text in NFKC. */
export function foldCharacter(character: string): FoldedCharacter {
  if (INVISIBLE.test(character) || OPTIONAL_MARK.test(character)) {
    return { kind: 'dropped', folded: '' }
  }
  if (!WORD.test(character)) return { kind: 'separator', folded: ' ' }
  const folded = foldLetter(character)
  if (folded === '') return { kind: 'dropped', folded }
  return { kind: SPACELESS.test(character) ? 'alone' : 'word', folded }
}

function foldLetter(character: string): string {
  const lower = character.toLowerCase()
  const plain = PLAIN_LETTERS.get(lower)
  if (plain !== undefined) return plain
  if (ACCENTED.test(character)) return lower.normalize('NFD').replace(/\p{M}/gu, '')
  return simplify(lower)
}

function simplify(character: string): string {
  const next = simplified.get(character)
  // A few simplified forms are themselves simplified further; both ways must meet at the end.
  return next === undefined || next === character ? character : simplify(next)
}
