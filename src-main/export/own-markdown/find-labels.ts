import type { Edit } from './edit-text.ts'
import type { MarkdownNode, MarkdownTree } from './parse-markdown.ts'

/** A place where Markdown names a reference: `[1]`, `[text][1]`, `[1]: https://…`, `[^1]`. */
export interface LabelUse {
  /** As written, without brackets. */
  label: string
  /** Equal for labels that Markdown takes as the same. */
  key: string
  isDefinition: boolean
  /** The edit that gives the reference another label and leaves what it shows. */
  edit: (label: string) => Edit
}

/** Every reference and definition, including those that merely look like one (`[sic]`). */
export function findLabels(text: string, tree: MarkdownTree): LabelUse[] {
  const uses: LabelUse[] = []
  tree.iterate({
    enter({ name, node }) {
      if (name !== 'Link' && name !== 'Image' && name !== 'LinkReference') return
      const use = readLabel(text, node)
      if (use) uses.push(use)
    },
  })
  return uses
}

function readLabel(text: string, node: MarkdownNode): LabelUse | null {
  const labelNode = node.getChild('LinkLabel')
  const marks = node.getChildren('LinkMark')
  const isInline = marks.length > 2
  if (isInline) return null

  const shown = text.slice(marks[0]?.to, marks[1]?.from)
  const written = labelNode ? text.slice(labelNode.from + 1, labelNode.to - 1) : ''
  const label = written || shown
  const inside = (from: number, to: number) => (insert: string) => ({
    startUtf16: from,
    endUtf16: to,
    insert,
  })
  const isFootnote = node.name === 'Link' && !labelNode && label.startsWith('^')
  return {
    label,
    key: foldLabel(label),
    isDefinition: node.name === 'LinkReference' || (isFootnote && opensDefinition(text, node)),
    edit: labelNode
      ? inside(labelNode.from + 1, labelNode.to - 1)
      : isFootnote
        ? inside(node.from + 1, node.to - 1)
        : (next) => inside(node.to, node.to)(`[${next}]`),
  }
}

/** The parser knows no footnotes: `[^1]:` at the start of a line is one. */
function opensDefinition(text: string, node: MarkdownNode): boolean {
  const lineStart = text.lastIndexOf('\n', node.from - 1) + 1
  return text[node.to] === ':' && text.slice(lineStart, node.from).trim() === ''
}

function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
