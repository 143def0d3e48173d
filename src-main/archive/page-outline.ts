import { type LinkLine, parseLinkLine } from './page-links.ts'
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
  /** Whether the page holds more than is sane, so that the rest was left out. */
  isCut: boolean
}

/** More list items or headings than this no page has. */
const MAX_PARTS = 20_000

/** Before the colon of `Context: Japan, North Korea`. */
const MAX_LABEL_UNITS = 40
const MAX_NAME_UNITS = 300
const MAX_REMEMBERED = 50_000

const HEADING = /^#{1,6}(?:\s|$)/u
const ITEM = /^(?:(\d{1,9})[.)]|[-*+])\s+(?=\[)/u

/** Read a page line by line. Linear in its size, whatever it holds. */
export function outlinePage(text: string): PageOutline {
  const blocks: Block[] = []
  let parts = 0
  for (let start = 0; start <= text.length && parts <= MAX_PARTS;) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed < 0 ? text.length : lineFeed
    const block = readLine(text.slice(start, end).trim())
    if (block.kind !== 'text') parts++
    blocks.push(block)
    start = end + 1
  }
  return { blocks, isCut: parts > MAX_PARTS }
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

/** The same few names tie many events. */
const remembered = new Map<string, string[]>()

/**
 * The names of `Word: a, b`. What stands before the first colon is the word, in any language,
 * and is dropped. A comma within a name (`Washington, D.C.`) can not be told from one between.
 *
 * @returns a list that others share, not to be changed.
 */
export function splitNames(text: string): string[] {
  const known = remembered.get(text)
  if (known) return known
  // A part of a page's text would keep the whole text in memory.
  const own = Buffer.from(text, 'utf16le').toString('utf16le')
  const names = readNameList(own)
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(own, names)
  return names
}

function readNameList(text: string): string[] {
  const colon = text.slice(0, MAX_LABEL_UNITS).search(/[:：]/u)
  const names = text
    .slice(colon + 1)
    .split(/,\s|，/u)
    .map(toPlainLine)
    .filter((name) => name !== '' && name.length <= MAX_NAME_UNITS)
  return [...new Set(names)]
}
