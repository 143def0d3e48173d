import type { Snippet } from '#shared/event.ts'
import type { QueryNode } from '#shared/search-query/query-tree.ts'
import { CLUSTER, foldText, foldWithOrigins } from '../fold-text.ts'
import { exactWordTest } from './leaves/exact-words.ts'

const LENGTH_UTF16 = 160
/** Text before the first match, so that it is read in its sentence. */
const LEAD_UTF16 = 48
/** How far a cut may move to fall between two words. */
const SLACK_UTF16 = 20

/** A match further down in a long text is found, but not shown. */
const MAX_READ_UTF16 = 20_000

type Mark = Snippet['marks'][number]

/** Words to be marked. */
export interface Needle {
  /** Folded, with a space before, and after unless the last may go on. */
  words: string
  /** Whether what was found is to be marked as it is written. */
  passes: (written: string) => boolean
}

/** What a query looks for in running text; what it excludes or looks for elsewhere is not marked. */
export function listNeedles(root: QueryNode | null): Needle[] {
  if (root === null) return []
  switch (root.kind) {
    case 'term': {
      const words = foldText(root.value)
      if (root.field !== 'text' || words === '') return []
      const passes = root.isExact ? exactWordTest(root.value) : () => true
      return [{ words: root.isPrefix ? ` ${words}` : ` ${words} `, passes }]
    }
    case 'all':
    case 'any':
      return root.children.flatMap(listNeedles)
    case 'date':
    case 'has':
    case 'mark':
    case 'not':
      return []
  }
}

/** @returns `null` where none of the words is in the text. */
export function makeSnippet(whole: string, needles: Needle[]): Snippet | null {
  const text = whole.slice(0, MAX_READ_UTF16)
  const folded = ` ${foldText(text)} `
  if (!needles.some(({ words }) => folded.includes(words))) return null
  const marks = findMarks(text, needles)
  const [first] = marks
  if (!first) return null

  const start =
    first.startUtf16 < LEAD_UTF16 * 1.5 ? 0 : cutAfter(text, first.startUtf16 - LEAD_UTF16)
  const end = cutBefore(text, Math.max(start + LENGTH_UTF16, first.endUtf16))
  const before = start > 0 ? '…' : ''
  const shift = before.length - start
  return {
    text: `${before}${text.slice(start, end).replace(/\s/gu, ' ')}${text.slice(end).trim() === '' ? '' : '…'}`,
    marks: marks
      .filter((mark) => mark.endUtf16 <= end)
      .map((mark) => ({
        startUtf16: mark.startUtf16 + shift,
        endUtf16: mark.endUtf16 + shift,
      })),
  }
}

/** In order, not overlapping. */
function findMarks(text: string, needles: Needle[]): Mark[] {
  const { text: folded, originsUtf16 } = foldWithOrigins(text)
  const padded = ` ${folded} `
  const found: Mark[] = []
  for (const { words, passes } of needles) {
    for (let at = padded.indexOf(words); at >= 0; at = padded.indexOf(words, at + 1)) {
      // The space put before `folded` makes up for the one the needle begins with.
      const last = padded.indexOf(' ', at + words.trim().length) - 2
      const startUtf16 = originsUtf16[at] ?? 0
      const endUtf16 = endOfCharacter(text, originsUtf16[last] ?? startUtf16)
      if (passes(text.slice(startUtf16, endUtf16))) found.push({ startUtf16, endUtf16 })
    }
  }
  return mergeMarks(found)
}

function mergeMarks(found: Mark[]): Mark[] {
  const merged: Mark[] = []
  for (const mark of found.sort((a, b) => a.startUtf16 - b.startUtf16)) {
    const last = merged.at(-1)
    if (last && mark.startUtf16 < last.endUtf16) {
      last.endUtf16 = Math.max(last.endUtf16, mark.endUtf16)
    } else {
      merged.push(mark)
    }
  }
  return merged
}

function endOfCharacter(text: string, startUtf16: number): number {
  const cluster = new RegExp(CLUSTER, 'suy')
  cluster.lastIndex = startUtf16
  return startUtf16 + (cluster.exec(text)?.[0].length ?? 0)
}

/** The start of a word near an offset, or else of a character. */
function cutAfter(text: string, offset: number): number {
  const space = text.slice(offset, offset + SLACK_UTF16).search(/\s/u)
  return space >= 0 ? offset + space + 1 : startOfCharacter(text, offset)
}

/** The end of a word near an offset, or else of a character. */
function cutBefore(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const space = text.slice(offset, offset + SLACK_UTF16).search(/\s/u)
  return space >= 0 ? offset + space : startOfCharacter(text, offset)
}

const CONTINUES = /^[\p{M}\p{Cs}\u200D]$/u

function startOfCharacter(text: string, offset: number): number {
  let start = offset
  // Within a pair, `codePointAt` gives its second half alone.
  while (start > 0 && CONTINUES.test(String.fromCodePoint(text.codePointAt(start) ?? 0))) start--
  return start
}
