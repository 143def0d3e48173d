import { balanceParentheses } from './balance-parentheses.ts'
import type { QuerySpan } from './query-tree.ts'
import { type QueryToken, tokenizeQuery } from './tokenize-query.ts'

/** A query without one of its parts, and without the signs that then join or enclose nothing. */
export function removePart(query: string, part: QuerySpan): string {
  let rest = cutOut(query, part)
  for (let idle = findIdle(rest); idle; idle = findIdle(rest)) rest = cutOut(rest, idle)
  return rest.trim()
}

/** Take out a span, the signs that exclude it, and the space that kept it apart. */
function cutOut(query: string, { startUtf16, endUtf16 }: QuerySpan): string {
  const start = findSignsBefore(query, startUtf16)
  const before = query.slice(0, start)
  const after = query.slice(endUtf16)
  if (/^[)）]/u.test(after)) return before.trimEnd() + after
  if (/[\s(（]$/u.test(before)) return before + after.trimStart()
  const wouldRunTogether = /[^\s)）"]$/u.test(before) && /^[^\s(（]/u.test(after)
  return wouldRunTogether ? `${before} ${after}` : before + after
}

function findSignsBefore(query: string, startUtf16: number): number {
  let start = startUtf16
  for (const { kind, ...span } of tokenizeQuery(query).tokens.reverse()) {
    if (kind === 'not' && span.endUtf16 === start) start = span.startUtf16
  }
  return start
}

function findIdle(query: string): QuerySpan | null {
  const { tokens } = balanceParentheses(tokenizeQuery(query).tokens, query)
  let idle: QuerySpan | null = null
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (token.kind === 'open' && next?.kind === 'close') {
      return { startUtf16: token.startUtf16, endUtf16: next.endUtf16 }
    }
    if (!isIdle(token, tokens[index - 1], next)) continue
    // An "OR" beside another idle sign may join what is left without that.
    if (token.kind !== 'or') return token
    idle ??= token
  }
  return idle
}

function isIdle(token: QueryToken, previous?: QueryToken, next?: QueryToken): boolean {
  const hasOperand = next?.kind === 'term' || next?.kind === 'open' || next?.kind === 'not'
  switch (token.kind) {
    case 'or':
    case 'and':
      return !hasOperand || (previous?.kind !== 'term' && previous?.kind !== 'close')
    case 'not':
      return !hasOperand
    case 'open':
      return next === undefined
    case 'close':
    case 'term':
      return false
  }
}
