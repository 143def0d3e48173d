import type { QuerySpan } from '#shared/search-query/query-tree.ts'
import type { Suggestion } from '#shared/search.ts'

/**
 * A query with a suggestion in the place of the span it completes. Behind a finished value stands a
 * blank; behind the name of a field its value is typed on.
 */
export function takeSuggestion(
  query: string,
  { startUtf16, endUtf16 }: QuerySpan,
  { kind, text }: Suggestion,
): { query: string; caretUtf16: number } {
  const before = query.slice(0, startUtf16) + text
  const after = query.slice(endUtf16)
  if (kind === 'field') return { query: before + after, caretUtf16: before.length }
  const isApart = /^[\s)）]/u.test(after)
  return {
    query: before + (isApart ? '' : ' ') + after,
    caretUtf16: before.length + (/^[)）]/u.test(after) ? 0 : 1),
  }
}
