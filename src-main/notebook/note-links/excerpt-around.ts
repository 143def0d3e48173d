import type { MarkdownNode } from './markdown-parser.ts'

/** Plain text on either side of a link, in UTF-16 units. */
const REACH = 80

/** Signs of Markdown that are no words. */
const SIGNS = /Mark$|^(?:URL|LinkTitle|LinkLabel|TaskMarker|HTMLTag|Comment)$/u

/**
 * Plain text around a link: of its paragraph, on one line, cut between words.
 *
 * @param link - A node of the text's syntax tree.
 */
export function excerptAround(text: string, link: MarkdownNode): string {
  const block = blockOf(link)
  const start = Math.max(block.from, link.from - REACH * 2)
  const end = Math.min(block.to, link.to + REACH * 2)
  const before = tidy(plainText(text, block, start, link.from))
  const inside = tidy(plainText(text, block, link.from, link.to))
  const after = tidy(plainText(text, block, link.to, end))
  return `${keepEnd(before)}${inside}${keepStart(after)}`.trim()
}

function blockOf(link: MarkdownNode): MarkdownNode {
  let block = link
  while (block.parent?.parent && !/^(?:Paragraph|.*Heading.*|TableCell)$/u.test(block.name)) {
    block = block.parent
  }
  return block
}

/** A part of a block without the signs of Markdown. */
function plainText(text: string, block: MarkdownNode, from: number, to: number): string {
  let plain = ''
  let position = from
  block.cursor().iterate((node) => {
    if (node.to <= position || node.from >= to) return node.from < to
    if (!SIGNS.test(node.name)) return true
    plain += text.slice(position, Math.max(position, node.from))
    position = Math.max(position, Math.min(node.to, to))
    return false
  })
  return plain + text.slice(position, to)
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

function keepEnd(text: string): string {
  if (text.length <= REACH) return text
  return `…${text.slice(-REACH).replace(/^\S*\s/u, '')}`
}

function keepStart(text: string): string {
  if (text.length <= REACH) return text
  return `${text.slice(0, REACH).replace(/\s\S*$/u, '')}…`
}
