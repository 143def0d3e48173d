import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { savedSearches as words } from '../../locales/en/saved-searches.ts'

/** How a question is read, for a person; a query that asks for nothing finds every event. */
export function describeQuestion(query: string): string {
  return interpretQuery(parseQuery(query)).interpreted || words.everything
}
