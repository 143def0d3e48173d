import { measureNesting } from './measure-nesting.ts'

export const MAX_CHARACTERS = 200_000
/** Deeper lists take marked seconds, much deeper ones all memory there is. */
const MAX_NESTING = 40
/**
 * Within a paragraph, marked looks at all marks on each of them, so that its work grows with their
 * square; so much of it takes a third of a second.
 */
const MAX_MARK_PAIRS = 100_000_000

/** Before a blank line or an item of a list. */
const BLOCK_END = /\n(?=[ \t]*(?:\n|[-*+][ \t]))/u
const MARK = /[*_~`[\]<&\\]/gu

/** Why a Markdown text is shown as it is written, or `null` where it can be rendered. Linear in the text. */
export function findExcess(text: string): 'too-long' | 'too-deep' | null {
  if (text.length > MAX_CHARACTERS) return 'too-long'
  if (measureNesting(text) > MAX_NESTING) return 'too-deep'
  const pairs = text
    .split(BLOCK_END)
    .reduce((sum, block) => sum + (block.match(MARK)?.length ?? 0) ** 2, 0)
  return pairs > MAX_MARK_PAIRS ? 'too-deep' : null
}
