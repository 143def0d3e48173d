import type { DateTest, QueryNode } from '#shared/search-query/query-tree.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { savedSearches as words } from '../../locales/en/saved-searches.ts'

const LONGEST_UTF16 = 80

/**
 * A short name for a question, from how it is understood: `entity:Japan "fuel aid" date:2008-06` is
 * “Japan, fuel aid, 2008-06”.
 */
export function suggestName(query: string): string {
  const { root } = parseQuery(query)
  const name = root === null ? '' : nameNode(root)
  if (name === '') return words.allEvents
  return name.length <= LONGEST_UTF16 ? name : cut(name)
}

function nameNode(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
      return node.isPrefix ? `${node.value}*` : node.value
    case 'date':
      return nameDate(node.test)
    case 'has':
      return words.has(node.what)
    case 'mark':
      return node.test.field === 'colour' ? words.colour(node.test.value) : node.test.value
    case 'not':
      return words.not(nameInner(node.child))
    case 'all':
      return words.both(node.children.map(nameInner))
    case 'any':
      return words.either(node.children.map(nameInner))
  }
}

/** A group within another stands in parentheses. */
function nameInner(node: QueryNode): string {
  const name = nameNode(node)
  return node.kind === 'all' || node.kind === 'any' ? `(${name})` : name
}

function nameDate(test: DateTest): string {
  switch (test.kind) {
    case 'undated':
      return words.undated
    case 'before':
    case 'after':
      return words[test.kind](test.date)
    case 'within': {
      const { first, last } = test
      if (first === null) return words.until(last ?? '')
      if (last === null) return words.from(first)
      return first === last ? first : words.range(first, last)
    }
  }
}

/** No character is cut in two. */
function cut(name: string): string {
  return `${name
    .slice(0, LONGEST_UTF16 - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}
