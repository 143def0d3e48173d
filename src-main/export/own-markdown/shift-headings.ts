import type { Edit } from './edit-text.ts'
import type { MarkdownNode, MarkdownTree } from './parse-markdown.ts'

const DEEPEST = 6

/**
 * The edits that put every heading below a level, all by the same number of levels, so that they
 * keep their order among each other. Headings in quotations and lists are part of what is quoted.
 *
 * @param level - Level of the heading the text stands under, 1–5.
 */
export function shiftHeadings(text: string, tree: MarkdownTree, level: number): Edit[] {
  const headings = childrenOf(tree.topNode).flatMap((node) => {
    const match = /^(ATX|Setext)Heading(\d)$/.exec(node.name)
    return match ? [{ node, depth: Number(match[2]), isSetext: match[1] === 'Setext' }] : []
  })
  const shift = level + 1 - Math.min(...headings.map(({ depth }) => depth))
  if (shift <= 0) return []
  return headings.flatMap(({ node, depth, isSetext }) => {
    const marks = '#'.repeat(Math.min(depth + shift, DEEPEST))
    const mark = node.getChild('HeaderMark')
    return isSetext
      ? rewriteSetext(text.slice(node.from, mark?.from), node, marks)
      : [{ startUtf16: node.from, endUtf16: mark?.to ?? node.from, insert: marks }]
  })
}

/** An underlined heading has only two levels, and may span lines. */
function rewriteSetext(content: string, node: MarkdownNode, marks: string): Edit[] {
  const title = content.trimEnd()
  const breaks = [...title.matchAll(/[ \t]*\n[ \t]*/g)].map((match) => ({
    startUtf16: node.from + match.index,
    endUtf16: node.from + match.index + match[0].length,
    insert: ' ',
  }))
  return [
    { startUtf16: node.from, endUtf16: node.from, insert: `${marks} ` },
    ...breaks,
    { startUtf16: node.from + title.length, endUtf16: node.to, insert: '' },
  ]
}

function childrenOf(node: MarkdownNode): MarkdownNode[] {
  const children: MarkdownNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}
