import type { IgnoredPart } from './query-tree.ts'
import type { QueryToken } from './tokenize-query.ts'

/** Groups within groups beyond this depth are dissolved. */
const MAX_DEPTH = 16

/**
 * Take out the parentheses that cannot group: closing ones that were never opened, and groups too
 * deep. One that is never closed groups to the end of the query, which is told as well.
 */
export function balanceParentheses(
  tokens: QueryToken[],
  query: string,
): { tokens: QueryToken[]; ignored: IgnoredPart[] } {
  const kept: QueryToken[] = []
  const ignored: IgnoredPart[] = []
  const opened: { token: QueryToken; isDissolved: boolean }[] = []

  const ignore = ({ startUtf16, endUtf16 }: QueryToken, warning: string) => {
    ignored.push({ text: query.slice(startUtf16, endUtf16), startUtf16, endUtf16, warning })
  }

  for (const token of tokens) {
    if (token.kind === 'open') {
      const isDissolved = opened.length >= MAX_DEPTH
      opened.push({ token, isDissolved })
      if (isDissolved) ignore(token, 'Groups are nested too deeply; this one was ignored.')
      else kept.push(token)
    } else if (token.kind === 'close') {
      const opening = opened.pop()
      if (!opening) ignore(token, 'This parenthesis closes nothing; it was ignored.')
      else if (!opening.isDissolved) kept.push(token)
    } else {
      kept.push(token)
    }
  }
  for (const { token, isDissolved } of opened) {
    if (!isDissolved) ignore(token, 'This parenthesis is never closed; it was closed at the end.')
  }
  return { tokens: kept, ignored }
}
