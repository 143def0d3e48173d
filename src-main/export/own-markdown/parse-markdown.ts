import { GFM, parser } from '@lezer/markdown'

const markdown = parser.configure(GFM)

/** A syntax tree whose nodes know their place in the text. */
export type MarkdownTree = ReturnType<typeof markdown.parse>

export type MarkdownNode = MarkdownTree['topNode']

/** Parse GitHub flavoured Markdown. Footnotes are not part of it. */
export function parseMarkdown(text: string): MarkdownTree {
  return markdown.parse(text)
}
