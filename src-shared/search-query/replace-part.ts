import type { QuerySpan } from './query-tree.ts'

/** A query with another text in the place of a span, kept apart from what stands beside it. */
export function replacePart(query: string, span: QuerySpan, text: string): string {
  const before = query.slice(0, span.startUtf16)
  const after = query.slice(span.endUtf16)
  const start = /[^\s(（)）]$/u.test(before) ? `${before} ` : before
  const end = /^[^\s(（)）]/u.test(after) ? ` ${after}` : after
  return start + text + end
}
