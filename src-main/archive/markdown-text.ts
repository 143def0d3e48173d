import { joinParagraphs, toPlainLine } from './plain-text.ts'

const EXCERPT_UNITS = 600
/** Enough source for an excerpt, however much of it is marks. */
const SOURCE_UNITS = 8 * EXCERPT_UNITS

/** Marks and what stands for them. Every repetition is bounded, so that no text makes them slow. */
const MARKS: readonly [RegExp, string][] = [
  [/^\s{0,100}(?:>\s?){1,20}/u, ''],
  [/^\s{0,100}#{1,6}\s/u, ''],
  [/^\s{0,100}(?:[-*+]|\d{1,9}[.)])\s{1,20}(?:\[[ xX]\]\s)?/u, ''],
  [/^\s{0,100}(?:`{3,20}|~{3,20}).{0,100}$/u, ''],
  [/^\s{0,100}[-=_*]{3,}\s{0,100}$/u, ''],
  [/!\[[^[\]]{0,300}\]\([^()]{0,1000}\)/gu, ''],
  [/\[([^[\]]{0,500})\]\([^()]{0,1000}\)/gu, '$1'],
  [/\[\[(?:[^[\]|]{0,300}\|)?([^[\]]{0,300})\]\]/gu, '$1'],
  [/<\/?[a-z!][^<>]{0,300}>/giu, ''],
  [/\*{1,3}|~~|`|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu, ''],
]

/**
 * The beginning of a Markdown text as plain text, without the heading that is its title.
 * It is for lists and snippets; whoever reads the page sees the Markdown itself.
 */
export function excerptMarkdown(markdown: string, title: string): string {
  const lines = markdown.slice(0, SOURCE_UNITS).split('\n').map(stripMarks)
  const titleAt = lines.findIndex((line) => line.trim() !== '')
  if (toPlainLine(lines[titleAt] ?? '') === title) lines.splice(titleAt, 1)
  const text = joinParagraphs(lines)
  if (text.length <= EXCERPT_UNITS) return text
  const space = text.lastIndexOf(' ', EXCERPT_UNITS)
  const end = space > EXCERPT_UNITS / 2 ? space : EXCERPT_UNITS
  return `${text.slice(0, end).toWellFormed().trimEnd()}…`
}

function stripMarks(line: string): string {
  return MARKS.reduce((text, [mark, replacement]) => text.replace(mark, replacement), line)
}
