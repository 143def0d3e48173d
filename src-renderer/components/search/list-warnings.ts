import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { QuerySpan } from '#shared/search-query/query-tree.ts'

/** Where in a query something could not be read as meant, in order of place. */
export function listWarnings(query: string): QuerySpan[] {
  const { parts } = interpretQuery(parseQuery(query))
  return parts
    .filter(({ warning }) => warning !== null)
    .map(({ startUtf16, endUtf16, warningStartUtf16, warningEndUtf16 }) => ({
      startUtf16: warningStartUtf16 ?? startUtf16,
      endUtf16: warningEndUtf16 ?? endUtf16,
    }))
}
