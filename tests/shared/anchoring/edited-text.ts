import fc from 'fast-check'
import type { EventText, EventTextPartKind } from '#shared/event-text.ts'

/** A word that knows which one it was, so that it is known again wherever it goes. */
interface TrackedWord {
  words: string
  /** Of the first text; `null` for what was put in. */
  origin: number | null
}

/** Sentences, each a row of words. */
export type TrackedText = TrackedWord[][]

const PLACES = ['Orla', 'Tarn', 'Vell', '北港', 'חיפה']
const NUMBERS = ['10', '12', '2,010', 'ten', '十']
const TEMPLATES = [
  'At least N people are killed in P',
  'A bomb kills at least N people in P',
  'The talks in P go on for N days',
  'Team P beats Team Q by N goals',
  'Rain falls',
  'He said that N people left P',
]

const anySentence = fc
  .tuple(
    fc.constantFrom(...TEMPLATES),
    fc.constantFrom(...NUMBERS),
    fc.constantFrom(...PLACES),
    fc.constantFrom(...PLACES),
  )
  .map(([template, number, place, other]) =>
    template.replace('N', number).replace('P', place).replace('Q', other).split(' '),
  )

/** News as it is written: few templates, few numbers, few names. */
export const anyText: fc.Arbitrary<TrackedText> = fc
  .array(anySentence, { minLength: 1, maxLength: 9 })
  .map((sentences) => {
    let next = 0
    return sentences.map((words) => words.map((word) => ({ words: word, origin: next++ })))
  })

type Edit = (text: TrackedText) => TrackedText

const fresh = (words: string[]) => words.map((word) => ({ words: word, origin: null }))
const at = (list: readonly unknown[], number: number) =>
  list.length === 0 ? 0 : number % list.length

/** One edit of a text: of a word, or of a whole sentence. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.nat(), fc.nat(), fc.constantFrom(...PLACES, ...NUMBERS, 'not', 'people'))
    .chain(([sentence, word, words]) =>
      fc.constantFrom<Edit>(
        (text) => editWords(text, sentence, (row) => row.toSpliced(at(row, word), 1)),
        (text) =>
          editWords(text, sentence, (row) => row.toSpliced(at(row, word), 0, ...fresh([words]))),
        (text) =>
          editWords(text, sentence, (row) => row.toSpliced(at(row, word), 1, ...fresh([words]))),
      ),
    ),
  fc.tuple(fc.nat(), fc.nat(), anySentence).chain(([one, other, words]) =>
    fc.constantFrom<Edit>(
      (text) => text.toSpliced(at(text, one), 1),
      (text) => text.toSpliced(at(text, one), 0, fresh(words)),
      (text) => {
        const [moved = []] = text.slice(at(text, one))
        const rest = text.toSpliced(at(text, one), 1)
        return rest.toSpliced(at(rest, other), 0, moved)
      },
      (text) => {
        const [copied = []] = text.slice(at(text, one))
        return text.toSpliced(at(text, other), 0, fresh(copied.map((word) => word.words)))
      },
    ),
  ),
)

export const anyEdits = fc.array(anyEdit, { maxLength: 6 })

function editWords(
  text: TrackedText,
  sentence: number,
  edit: (row: TrackedWord[]) => TrackedWord[],
): TrackedText {
  return text.map((row, place) => (place === at(text, sentence) ? edit(row) : row))
}

/** A text as an event has it, and where each word of the first text stands in it. */
export function compose(
  text: TrackedText,
  kind: EventTextPartKind,
): { eventText: EventText; placeOf: Map<number, { start: number; end: number }> } {
  const headline = 'Headline of the day'
  const placeOf = new Map<number, { start: number; end: number }>()
  let words = `${headline}\n`
  const start = words.length
  for (const row of text.filter(({ length }) => length > 0)) {
    if (words.length > start) words += ' '
    for (const [place, word] of row.entries()) {
      if (place > 0) words += ' '
      const from = words.length
      words += word.words
      if (word.origin !== null) placeOf.set(word.origin, { start: from, end: words.length })
    }
    words += '.'
  }
  const parts = [
    { kind: 'headline' as const, index: 0, startUtf16: 0, endUtf16: headline.length },
    { kind, index: 0, startUtf16: start, endUtf16: words.length },
  ]
  return { eventText: { text: words, parts }, placeOf }
}
