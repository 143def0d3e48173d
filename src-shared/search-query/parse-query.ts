import { balanceParentheses } from './balance-parentheses.ts'
import type { GroupNode, IgnoredPart, ParsedQuery, QueryNode, QuerySpan } from './query-tree.ts'
import { readTerm } from './read-term.ts'
import { type QueryToken, tokenizeQuery } from './tokenize-query.ts'

/**
 * Read a query. It never fails: what is not understood is searched as text with a warning on that
 * part, or asks for nothing and is listed as ignored.
 *
 * ```
 * any    = all { "OR" all }
 * all    = factor { [ "AND" ] factor }
 * factor = { "-" } ( "(" any ")" | term )
 * term   = [ field ":" ] ( word | phrase ) [ "*" ]
 * ```
 */
export function parseQuery(query: string): ParsedQuery {
  const cut = tokenizeQuery(query)
  const balanced = balanceParentheses(cut.tokens, query)
  const parser = new QueryParser(query, balanced.tokens)
  const root = parser.parseAny()
  const ignored = [...parser.ignored, ...balanced.ignored, ...cut.ignored]
  return { query, root, ignored: ignored.sort((a, b) => a.startUtf16 - b.startUtf16) }
}

/** Reads balanced tokens; a part that asks for nothing is `null`. */
class QueryParser {
  readonly ignored: IgnoredPart[] = []
  readonly #query: string
  readonly #tokens: QueryToken[]
  #at = 0

  constructor(query: string, tokens: QueryToken[]) {
    this.#query = query
    this.#tokens = tokens
  }

  parseAny(): QueryNode | null {
    const children: QueryNode[] = []
    let hasOperand = this.#parseAllInto(children)
    for (let sign = this.#peek(); sign?.kind === 'or'; sign = this.#peek()) {
      this.#at++
      const hasNext = this.#parseAllInto(children)
      if (!hasOperand || !hasNext) this.#ignore(sign, '“OR” stands between two things.')
      hasOperand = hasNext
    }
    return joinNodes('any', children)
  }

  /** @returns whether anything was written there, even if it asks for nothing. */
  #parseAllInto(alternatives: QueryNode[]): boolean {
    const children: QueryNode[] = []
    const start = this.#at
    for (let token = this.#peek(); token && isInAll(token); token = this.#peek()) {
      if (token.kind === 'and') {
        this.#at++
        continue
      }
      const child = this.#parseFactor()
      if (child) children.push(child)
    }
    const node = joinNodes('all', children)
    if (node) alternatives.push(node)
    return this.#at > start
  }

  #parseFactor(): QueryNode | null {
    const first = this.#peek()
    let isNegative = false
    while (this.#peek()?.kind === 'not') {
      this.#at++
      isNegative = !isNegative
    }
    const token = this.#peek()
    if (!first || !token || (token.kind !== 'open' && token.kind !== 'term')) {
      if (first) this.#ignore(first, '“-” stands before what is excluded.')
      return null
    }
    const child = this.#parsePrimary(token)
    if (!child) return null
    const { startUtf16 } = first
    const endUtf16 = this.#tokens[this.#at - 1]?.endUtf16 ?? child.endUtf16
    if (!isNegative) return startUtf16 === token.startUtf16 ? child : { ...child, startUtf16 }
    if (child.kind === 'not') return { ...child.child, startUtf16, endUtf16 }
    return { kind: 'not', child, startUtf16, endUtf16 }
  }

  #parsePrimary(token: QueryToken): QueryNode | null {
    this.#at++
    if (token.kind === 'term') {
      const reading = readTerm(token, this.#query)
      if (reading.kind !== 'ignored') return reading
      this.ignored.push(reading.part)
      return null
    }
    const node = this.parseAny()
    const end = this.#peek()
    if (end?.kind === 'close') this.#at++
    if (node?.kind !== 'all' && node?.kind !== 'any') return node
    const endUtf16 = end?.kind === 'close' ? end.endUtf16 : node.endUtf16
    return { ...node, startUtf16: token.startUtf16, endUtf16 }
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#at]
  }

  #ignore({ startUtf16, endUtf16 }: QuerySpan, warning: string): void {
    const text = this.#query.slice(startUtf16, endUtf16)
    this.ignored.push({ text, startUtf16, endUtf16, warning })
  }
}

function isInAll(token: QueryToken): boolean {
  return token.kind !== 'or' && token.kind !== 'close'
}

function joinNodes(kind: GroupNode['kind'], children: QueryNode[]): QueryNode | null {
  const [first] = children
  const last = children.at(-1)
  if (!first || !last) return null
  if (first === last) return first
  return { kind, children, startUtf16: first.startUtf16, endUtf16: last.endUtf16 }
}
