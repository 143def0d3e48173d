import type { QuerySpan } from './query-tree.ts'
import { type QueryToken, tokenizeQuery } from './tokenize-query.ts'

/** A query without one of its parts, and without the signs that then join or enclose nothing. */
export function removePart(query: string, part: QuerySpan): string {
  let rest = cutOut(query, part)
  for (let idle = findIdle(rest); idle; idle = findIdle(rest)) rest = cutOut(rest, idle)
  return rest.trim()
}

function cutOut(query: string, { startUtf16, endUtf16 }: QuerySpan): string {
  const before = query.slice(0, startUtf16)
  const after = query.slice(endUtf16)
  if (/^[)）]/u.test(after)) return before.trimEnd() + after
  return /[\s(（]$/u.test(before) ? before + after.trimStart() : before + after
}

function findIdle(query: string): QuerySpan | null {
  const { tokens } = tokenizeQuery(query)
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (token.kind === 'open' && next?.kind === 'close') {
      return { startUtf16: token.startUtf16, endUtf16: next.endUtf16 }
    }
    if (isIdle(token, tokens[index - 1], next)) return token
  }
  return null
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
