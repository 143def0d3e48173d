import { balanceParentheses } from './balance-parentheses.ts'
import type { QuerySpan } from './query-tree.ts'
import { type QueryToken, tokenizeQuery } from './tokenize-query.ts'

/**
 * A query that asks for one more thing of every match. What stands there stays as it is, but that an
 * open quote or group is closed and alternatives are put in parentheses: what follows would become
 * part of them.
 */
export function addPart(query: string, part: string): string {
  if (query.trim() === '') return part
  const whole = closeQuery(query)
  return /\s$/u.test(whole) ? whole + part : `${whole} ${part}`
}

function closeQuery(query: string): string {
  const { tokens } = tokenizeQuery(query)
  const strays = balanceParentheses(tokens, query).ignored.filter(({ text }) =>
    /^[)）]$/u.test(text),
  )
  const { depth, hasAlternatives } = measure(tokens)
  const closing = closingQuote(query, tokens.at(-1)) + ')'.repeat(depth)
  if (!hasAlternatives) return query + closing
  return `(${blankOut(query, strays)}${closing})`
}

/** How deep the query's end lies in groups, and whether there is an `OR` outside of them. */
function measure(tokens: QueryToken[]): { depth: number; hasAlternatives: boolean } {
  let depth = 0
  let hasAlternatives = false
  for (const { kind } of tokens) {
    if (kind === 'open') depth++
    else if (kind === 'close') depth = Math.max(0, depth - 1)
    else if (kind === 'or' && depth === 0) hasAlternatives = true
  }
  return { depth, hasAlternatives }
}

function closingQuote(query: string, last: QueryToken | undefined): string {
  if (last?.kind !== 'term' || !last.isOpen) return ''
  if (query[last.valueStartUtf16] === '“') return '”'
  const backslashes = /\\*$/u.exec(query.slice(last.valueStartUtf16 + 1))?.[0].length ?? 0
  return backslashes % 2 === 1 ? '\\"' : '"'
}

/** Parentheses that close nothing would close those that are put around. */
function blankOut(query: string, strays: QuerySpan[]): string {
  return strays.reduce(
    (text, { startUtf16, endUtf16 }) => `${text.slice(0, startUtf16)} ${text.slice(endUtf16)}`,
    query,
  )
}
