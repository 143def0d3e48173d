import { GFM, parser } from '@lezer/markdown'

/** Parses GitHub flavoured Markdown into a tree whose nodes know their place in the text. */
export const markdownParser = parser.configure(GFM)

export type MarkdownNode = ReturnType<typeof markdownParser.parse>['topNode']
