import { HAS_VALUES, type HasValue } from './query-tree.ts'

interface HasRow {
  /** For a person: what `has:` finds. */
  detail: string
  /** "has" + "a note". */
  verb: string
  some: string
  none: string
  /** What else may be typed for it. */
  synonyms: readonly string[]
}

/** What `has:` can ask for. */
export const HAS_ROWS: Readonly<Record<HasValue, HasRow>> = {
  note: {
    detail: 'you wrote a note on it',
    verb: 'has',
    some: 'a note',
    none: 'no note',
    synonyms: ['notes', 'comment', 'comments', 'annotation', 'annotations'],
  },
  highlight: {
    detail: 'you highlighted words of it',
    verb: 'has',
    some: 'a highlight',
    none: 'no highlight',
    synonyms: ['highlights', 'mark', 'marks'],
  },
  tag: {
    detail: 'you gave it a tag',
    verb: 'has',
    some: 'a tag',
    none: 'no tag',
    synonyms: ['tags', 'label', 'labels'],
  },
  collection: {
    detail: 'it is in one of your collections',
    verb: 'is in',
    some: 'a collection',
    none: 'no collection',
    synonyms: ['collections'],
  },
  claim: {
    detail: 'an annotation of it is evidence for one of your claims',
    verb: 'has',
    some: 'evidence for a claim',
    none: 'no evidence for a claim',
    synonyms: ['claims', 'evidence'],
  },
  source: {
    detail: 'it cites a source',
    verb: 'has',
    some: 'a source',
    none: 'no source',
    synonyms: ['sources', 'citation', 'citations'],
  },
  summary: {
    detail: 'it has a text beyond its headline',
    verb: 'has',
    some: 'a summary',
    none: 'no summary',
    synonyms: ['summaries'],
  },
  revision: {
    detail: 'its page keeps an earlier wording',
    verb: 'has',
    some: 'a revision',
    none: 'no revision',
    synonyms: ['revisions', 'version', 'versions'],
  },
  problem: {
    detail: 'something in its page could not be read',
    verb: 'has',
    some: 'a problem',
    none: 'no problem',
    synonyms: ['problems', 'error', 'errors'],
  },
}

/** @returns `null` where an event can have no such thing; case does not matter. */
export function findHasValue(text: string): HasValue | null {
  const name = text.trim().toLowerCase()
  return (
    HAS_VALUES.find((value) => value === name || HAS_ROWS[value].synonyms.includes(name)) ?? null
  )
}
