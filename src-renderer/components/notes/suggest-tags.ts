import type { TagCount } from '#shared/notebook.ts'
import { foldText } from './fold-text.ts'

/** A tag to choose; `count` is `null` for one that is new to the notebook. */
export interface TagSuggestion {
  tag: string
  count: number | null
}

const MOST = 12

/** @returns tags as they are kept: one line, no outer spaces, none twice, in the order given. */
export function cleanTags(tags: readonly string[]): string[] {
  const cleaned = tags.map((tag) => tag.normalize('NFC').replace(/\s+/g, ' ').trim())
  return [...new Set(cleaned)].filter((tag) => tag !== '')
}

/**
 * Tags that could be meant by what was typed: those that begin with it, then those that hold it,
 * most used first, case and accents ignored. A new tag comes first where no tag has just that name.
 *
 * @param given - Tags that are there already and not offered again.
 */
export function suggestTags(
  known: readonly TagCount[],
  given: readonly string[],
  query: string,
): TagSuggestion[] {
  const [typed] = cleanTags([query])
  const free = known.filter(({ tag }) => !given.includes(tag))
  if (typed === undefined) return free.slice(0, MOST)
  const wanted = foldText(typed)
  const holding = free.filter(({ tag }) => foldText(tag).includes(wanted))
  const beginning = holding.filter(({ tag }) => foldText(tag).startsWith(wanted))
  const others = holding.filter(({ tag }) => !foldText(tag).startsWith(wanted))
  const isKnown = given.includes(typed) || known.some(({ tag }) => tag === typed)
  const fresh: TagSuggestion[] = isKnown ? [] : [{ tag: typed, count: null }]
  return [...fresh, ...beginning, ...others].slice(0, MOST)
}
