import type { MarkdownNode, MarkdownTree } from './parse-markdown.ts'

const HTML_TAG =
  /<(?<close>\/?)(?<name>[a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(?<empty>\/?)>/gi
const VOID_ELEMENT = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** What has to follow a text so that code, comments and elements it leaves open end with it; often empty. */
export function closeOpenBlocks(text: string, tree: MarkdownTree): string {
  const elements = openElements(text, tree).map((name) => `</${name}>`)
  const last = tree.topNode.lastChild
  return (
    (last ? closeBlock(text, last) : '') + (elements.length > 0 ? `\n\n${elements.join('')}` : '')
  )
}

function closeBlock(text: string, block: MarkdownNode): string {
  const [fence, end] = block.getChildren('CodeMark')
  if (block.name === 'FencedCode' && fence && !end) return `\n${text.slice(fence.from, fence.to)}`
  if (block.name === 'CommentBlock' && !text.endsWith('-->')) return '\n-->'
  if (block.name === 'ProcessingInstructionBlock' && !text.endsWith('?>')) return '\n?>'
  return ''
}

/** Names of elements without an end, innermost first. */
function openElements(text: string, tree: MarkdownTree): string[] {
  const open: string[] = []
  tree.iterate({
    enter({ name, from, to }) {
      if (name !== 'HTMLBlock' && name !== 'HTMLTag') return
      for (const { groups } of text.slice(from, to).matchAll(HTML_TAG)) {
        const element = groups?.['name']?.toLowerCase() ?? ''
        if (groups?.['empty'] || VOID_ELEMENT.test(element)) continue
        if (!groups?.['close']) open.unshift(element)
        else if (open.includes(element)) open.splice(0, open.indexOf(element) + 1)
      }
    },
  })
  return open
}
