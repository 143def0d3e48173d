import { balanceParentheses } from './balance-parentheses.ts'
import { listIdleSigns } from './list-idle-signs.ts'
import type {
  GroupNode,
  IgnoredPart,
  ParsedQuery,
  QueryNode,
  QuerySpan,
  SortPart,
} from './query-tree.ts'
import { readTerm } from './read-term.ts'
import { type QueryToken, type TermToken, tokenizeQuery } from './tokenize-query.ts'

/**
 * Read a query. It never fails: what is not understood is searched as text with a warning on that
 * part, or asks for nothing and is listed as ignored.
 *
 * ```
 * any    = all { "OR" all }
 * all    = factor { [ "AND" ] factor }
 * factor = { "-" } ( "(" any ")" | term )
 * term   = [ field ":" ] [ "=" ] ( word | phrase ) [ "*" ]
 * ```
 *
 * `sort:` orders the whole answer wherever it stands, so it neither joins nor excludes; of several the
 * last one counts.
 */
export function parseQuery(query: string): ParsedQuery {
  const cut = tokenizeQuery(query)
  const balanced = balanceParentheses(cut.tokens, query)
  const parser = new QueryParser(query, balanced.tokens)
  const root = parser.parseAny()
  const ignored = [...parser.ignored, ...balanced.ignored, ...cut.ignored]
  return {
    query,
    root,
    sort: parser.sort,
    ignored: ignored.sort((a, b) => a.startUtf16 - b.startUtf16),
  }
}

/** Reads balanced tokens; a part that asks for nothing is `null`. */
class QueryParser {
  readonly ignored: IgnoredPart[] = []
  sort: SortPart | null = null
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
    let hasOperand = false
    let joining: QueryToken | null = null
    for (let token = this.#peek(); token && isInAll(token); token = this.#peek()) {
      if (token.kind === 'and') {
        this.#at++
        if (hasOperand && joining === null) joining = token
        else this.#ignore(token, '“AND” stands between two things.')
      } else {
        const child = this.#parseFactor()
        if (child) children.push(child)
        hasOperand = true
        joining = null
      }
    }
    if (joining) this.#ignore(joining, '“AND” stands between two things.')
    const node = joinNodes('all', children)
    if (node) alternatives.push(node)
    return hasOperand
  }

  #parseFactor(): QueryNode | null {
    const signs = this.#parseSigns()
    const token = this.#peek()
    // Between signs and what follows them, a parenthesis may have been ignored.
    const isJoined = signs === null || signs.endUtf16 === token?.startUtf16
    if (!isJoined || (token?.kind !== 'open' && token?.kind !== 'term')) {
      if (signs) this.#ignore(signs, '“-” stands before what is excluded.')
      return null
    }
    const child = token.kind === 'term' ? this.#parseTerm(token, signs) : this.#parseGroup(token)
    if (!child || !signs) return child
    const { startUtf16 } = signs
    const endUtf16 = this.#tokens[this.#at - 1]?.endUtf16 ?? child.endUtf16
    if (!signs.isNegative) return { ...child, startUtf16, endUtf16 }
    if (child.kind === 'not') return { ...child.child, startUtf16, endUtf16 }
    return { kind: 'not', child, startUtf16, endUtf16 }
  }

  /** @returns `null` where there is none; two of them cancel each other out. */
  #parseSigns(): (QuerySpan & { isNegative: boolean }) | null {
    const first = this.#peek()
    let endUtf16: number | null = null
    let isNegative = false
    for (let token = first; token?.kind === 'not'; token = this.#peek()) {
      // Between two signs, too, a parenthesis may have been ignored.
      if (endUtf16 !== null && endUtf16 !== token.startUtf16) break
      this.#at++
      endUtf16 = token.endUtf16
      isNegative = !isNegative
    }
    return first && endUtf16 !== null
      ? { startUtf16: first.startUtf16, endUtf16, isNegative }
      : null
  }

  /** @param signs - Those before it. */
  #parseTerm(token: TermToken, signs: QuerySpan | null): QueryNode | null {
    this.#at++
    const reading = readTerm(token, this.#query)
    if (reading.kind === 'ignored') {
      this.ignored.push(reading.part)
      return null
    }
    this.ignored.push(...listIdleSigns(token, this.#query))
    if (reading.kind === 'leaf') return reading.node
    if (this.sort) this.#ignore(this.sort, 'Another order follows; this one was ignored.')
    if (signs) this.#ignore(signs, 'An order cannot be excluded; “-” was ignored.')
    this.sort = reading.sort
    return null
  }

  #parseGroup(token: QueryToken): QueryNode | null {
    this.#at++
    const isEmpty = this.#peek()?.kind === 'close'
    const node = this.parseAny()
    const end = this.#peek()
    if (end?.kind === 'close') this.#at++
    const { startUtf16 } = token
    const endUtf16 = end?.endUtf16 ?? token.endUtf16
    if (isEmpty) this.#ignore({ startUtf16, endUtf16 }, 'There is nothing between the parentheses.')
    if (node?.kind !== 'all' && node?.kind !== 'any') return node
    return { ...node, startUtf16, endUtf16: end ? endUtf16 : node.endUtf16 }
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
