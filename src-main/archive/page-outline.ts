import { MAX_LABEL_UNITS, splitNames } from './name-list.ts'
import { type LinkLine, parseLinkLine } from './page-links.ts'
import { readPlainItem } from './plain-item.ts'
import { toPlainLine } from './plain-text.ts'

/** What a line of a page is. */
export type Block =
  | { kind: 'heading'; level: number; text: string; line: LinkLine | null }
  | { kind: 'item'; number: number | null; line: LinkLine }
  | { kind: 'names'; names: string[] }
  | { kind: 'text'; text: string }

/** The lines of a page in order; an empty text stands for an empty line. */
export interface PageOutline {
  blocks: Block[]
  /** How many of them are no text. */
  parts: number
  /** Whether the page holds more than is sane, so that the rest was left out. */
  isCut: boolean
}

/** More list items or headings than this no page has. */
const MAX_PARTS = 20_000

const LINE_FEED = 0x0a
const HEADING = /^#{1,6}(?:\s|$)/u
const ITEM = /^(?:(\d{1,9})[.)]|[-*+])\s+(?=\[)/u

/**
 * Read a page line by line. Linear in its size, whatever it holds.
 *
 * @param bytes - UTF-8 with `\n` as line end, not to be changed as long as the outline is used.
 */
export function outlinePage(bytes: Buffer): PageOutline {
  const outline: PageOutline = { blocks: [], parts: 0, isCut: false }
  let textStart = 0
  for (let start = 0; start < bytes.length && !outline.isCut;) {
    const item = readPlainItem(bytes, start)
    let end = item?.end ?? start
    while (end < bytes.length && bytes[end++] !== LINE_FEED);
    if (item) {
      readLines(bytes.toString('utf8', textStart, start), outline)
      addBlock(item, outline)
      textStart = end
    }
    start = end
  }
  readLines(bytes.toString('utf8', textStart), outline)
  return outline
}

/** Read lines of any kind. */
function readLines(text: string, outline: PageOutline): void {
  for (let start = 0; start < text.length && !outline.isCut;) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed < 0 ? text.length : lineFeed
    addBlock(readLine(text.slice(start, end).trim()), outline)
    start = end + 1
  }
}

function addBlock(block: Block, outline: PageOutline): void {
  outline.blocks.push(block)
  if (block.kind !== 'text' && ++outline.parts > MAX_PARTS) outline.isCut = true
}

const EMPTY_LINE: Block = { kind: 'text', text: '' }

function readLine(line: string): Block {
  if (line === '') return EMPTY_LINE
  return readHeading(line) ?? readItem(line) ?? readNames(line) ?? { kind: 'text', text: line }
}

function readHeading(line: string): Block | null {
  if (!line.startsWith('#') || !HEADING.test(line)) return null
  const level = line.search(/[^#]|$/u)
  const content = line.slice(level).trim()
  const link = parseLinkLine(content)
  return { kind: 'heading', level, text: link?.link.text ?? toPlainLine(content), line: link }
}

function readItem(line: string): Block | null {
  const match = ITEM.exec(line)
  if (!match) return null
  const link = parseLinkLine(line.slice(match[0].length))
  if (!link) return null
  return { kind: 'item', number: match[1] === undefined ? null : Number(match[1]), line: link }
}

/** A line that is emphasised as a whole and has a colon: `_Context: Japan, North Korea_`. */
function readNames(line: string): Block | null {
  const mark = line[0]
  if ((mark !== '_' && mark !== '*') || line.length < 4 || !line.endsWith(mark)) return null
  const content = line.slice(1, -1)
  if (content.startsWith(mark) || !/[:：]/u.test(content.slice(0, MAX_LABEL_UNITS))) return null
  return { kind: 'names', names: splitNames(content) }
}
