import type { QueryNode, TermNode } from '#shared/search-query/query-tree.ts'
import { foldText } from '../fold-text.ts'

/** Columns of the text index that a term looks into. */
const COLUMNS = {
  text: '{title topic summary entities}',
  title: 'title',
  topic: 'topic',
  source: 'sources',
} as const

type TextField = keyof typeof COLUMNS

/** A question to the text index, as expressions of FTS5. */
export interface TextMatch {
  /** What must be there. */
  positive: string
  /** The same without what must not be there. */
  whole: string
}

/**
 * The words of a term as an expression of FTS5. Nothing typed stands outside the quotes, and nothing
 * folded is a quote.
 */
export function matchWords(field: TextField, { value, isPrefix }: TermNode): string {
  return `${COLUMNS[field]} : "${foldText(value)}"${isPrefix ? ' *' : ''}`
}

/** All of these, of which there is at least one, and none of those. */
export function matchAll(positives: string[], negatives: string[]): string {
  const matching = positives.map((part) => `(${part})`).join(' AND ')
  if (negatives.length === 0) return matching
  return `(${matching}) NOT (${matchAny(negatives)})`
}

function matchAny(parts: string[]): string {
  return parts.map((part) => `(${part})`).join(' OR ')
}

/** The same match, within headlines only. */
export function matchTitle({ positive, whole }: TextMatch): TextMatch {
  const inTitle = `title : (${positive})`
  return { positive: inTitle, whole: `(${whole}) AND (${inTitle})` }
}

/** @returns an expression of FTS5, or `null` for what the text index alone cannot tell. */
export function matchText(node: QueryNode): string | null {
  switch (node.kind) {
    case 'term':
      return node.field === 'text' || node.field === 'title' || node.field === 'topic'
        ? matchWords(node.field, node)
        : null
    case 'any': {
      const parts = node.children.map(matchText)
      return parts.includes(null) ? null : matchAny(parts as string[])
    }
    case 'all': {
      const { positives, negatives, others } = splitByText(node.children)
      return others.length > 0 || positives.length === 0 ? null : matchAll(positives, negatives)
    }
    case 'date':
    case 'not':
      return null
  }
}

/** Sort conditions into those the text index can hold or exclude, and the others. */
export function splitByText(nodes: QueryNode[]): {
  positives: string[]
  negatives: string[]
  others: QueryNode[]
} {
  const positives: string[] = []
  const negatives: string[] = []
  const others: QueryNode[] = []
  for (const node of nodes) {
    const positive = matchText(node)
    const negative = node.kind === 'not' ? matchText(node.child) : null
    if (positive !== null) positives.push(positive)
    else if (negative !== null) negatives.push(negative)
    else others.push(node)
  }
  return { positives, negatives, others }
}
