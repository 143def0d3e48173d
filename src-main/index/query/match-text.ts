import type { QueryNode, TermNode } from '#shared/search-query/query-tree.ts'
import { matchWords } from './leaves/find-text.ts'

/** The words that an answer can be weighed by. */
export interface WeighedWords {
  /** What the text index is asked, as an expression of FTS5; all events of the answer match it. */
  match: string
  /** The terms in it. */
  terms: TermNode[]
}

/**
 * The words that all events of an answer have.
 *
 * @param conditions - What must hold of the answer.
 * @returns `null` where no words are asked for.
 */
export function listWeighedWords(conditions: QueryNode[]): WeighedWords | null {
  const words = conditions.map(weighWords).filter((found) => found !== null)
  return words.length === 0 ? null : join(words, 'AND')
}

function weighWords(node: QueryNode): WeighedWords | null {
  switch (node.kind) {
    case 'term':
      if (node.field !== 'text' && node.field !== 'title' && node.field !== 'topic') return null
      return { match: matchWords(node.field, node), terms: [node] }
    case 'all':
      return listWeighedWords(node.children)
    case 'any': {
      const words = node.children.map(weighWords).filter((found) => found !== null)
      return words.length < node.children.length ? null : join(words, 'OR')
    }
    case 'date':
    case 'has':
    case 'mark':
    case 'not':
      return null
  }
}

function join(words: WeighedWords[], sign: 'AND' | 'OR'): WeighedWords {
  return {
    match: words.map(({ match }) => `(${match})`).join(` ${sign} `),
    terms: words.flatMap(({ terms }) => terms),
  }
}
