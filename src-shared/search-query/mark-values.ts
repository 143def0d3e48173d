import { HIGHLIGHT_COLOURS, type HighlightColour } from '../notebook.ts'
import { MARK_CONDITIONS, type MarkCondition, type MarkTest } from './query-tree.ts'

interface MarkRow {
  /** For a person: what the value finds. */
  detail: string
  /** "has" + "a mark that moved". */
  some: string
  none: string
  /** What else may be typed for it. */
  synonyms: readonly string[]
}

/** What `is:` can ask for. */
const CONDITION_ROWS: Readonly<Record<MarkCondition, MarkRow>> = {
  open: {
    detail: 'an annotation you have not checked yet',
    some: 'an annotation that is open',
    none: 'no annotation that is open',
    synonyms: ['unchecked'],
  },
  checked: {
    detail: 'an annotation you have checked',
    some: 'an annotation that is checked',
    none: 'no annotation that is checked',
    synonyms: ['done'],
  },
  disputed: {
    detail: 'an annotation you hold to be disputed',
    some: 'an annotation that is disputed',
    none: 'no annotation that is disputed',
    synonyms: ['contested'],
  },
  moved: {
    detail: 'a mark whose words stand elsewhere in the text now',
    some: 'a mark that moved',
    none: 'no mark that moved',
    synonyms: [],
  },
  unsure: {
    detail: 'a mark whose words changed, for you to confirm',
    some: 'a mark to confirm',
    none: 'no mark to confirm',
    synonyms: ['changed'],
  },
  orphan: {
    detail: 'a mark whose words are gone from the text',
    some: 'a mark without its words',
    none: 'no mark without its words',
    synonyms: ['orphans', 'orphaned', 'lost'],
  },
}

/** The values of `colour:` and `is:`, in the order in which they are offered. */
export const MARK_VALUES = {
  colour: HIGHLIGHT_COLOURS,
  is: MARK_CONDITIONS,
} as const

/** What a condition on marks asks for, for a person. */
export function describeMark(test: MarkTest): Omit<MarkRow, 'synonyms'> {
  return test.field === 'colour' ? describeColour(test.value) : CONDITION_ROWS[test.value]
}

function describeColour(colour: HighlightColour): Omit<MarkRow, 'synonyms'> {
  const words = `${/^[aeiou]/u.test(colour) ? 'an' : 'a'} ${colour} highlight`
  return { detail: words, some: words, none: `no ${colour} highlight` }
}

/** @returns `null` where the field has no such value; case does not matter. */
export function findMarkTest(field: MarkTest['field'], text: string): MarkTest | null {
  const name = text.trim().toLowerCase()
  if (field === 'colour') {
    const value = HIGHLIGHT_COLOURS.find((colour) => colour === name)
    return value ? { field, value } : null
  }
  const value = MARK_CONDITIONS.find(
    (condition) => condition === name || CONDITION_ROWS[condition].synonyms.includes(name),
  )
  return value ? { field, value } : null
}
