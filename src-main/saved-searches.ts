import type {
  SavedSearch,
  SavedSearchNews,
  SavedSearchSummary,
  SearchRecord,
} from '#shared/saved-search.ts'
import type { QueryClient } from './index/query-client.ts'
import { compareFound } from './notebook/compare-found.ts'
import type { Notebook } from './notebook/open-notebook.ts'
import { summariseSavedSearch } from './notebook/summarise-saved-search.ts'

type Question = Pick<SavedSearch, 'name' | 'query' | 'sort' | 'isFolded'>

/** The questions that the notebook keeps, together with what the index answers to them. */
export class SavedSearches {
  readonly #query: QueryClient
  readonly #notebook: Notebook

  constructor(query: QueryClient, notebook: Notebook) {
    this.#query = query
    this.#notebook = notebook
  }

  /** @throws SAVED_SEARCH_NOT_FOUND */
  get(id: string): SavedSearchSummary {
    return summariseSavedSearch(this.#notebook.getSavedSearch(id))
  }

  /** @throws SAVED_SEARCH_NAME_INVALID and what a change of the notebook throws */
  async create(question: Question): Promise<SavedSearchSummary> {
    const seen = await this.#look(question.query)
    return summariseSavedSearch(await this.#notebook.createSavedSearch({ ...question, seen }))
  }

  /** Another question is looked at anew. @throws SAVED_SEARCH_NOT_FOUND, SAVED_SEARCH_NAME_INVALID */
  async update(id: string, change: Partial<Question>): Promise<SavedSearchSummary> {
    const { query } = this.#notebook.getSavedSearch(id)
    const isOther = change.query !== undefined && change.query !== query
    const seen = isOther ? { seen: await this.#look(change.query ?? query) } : {}
    return summariseSavedSearch(await this.#notebook.updateSavedSearch(id, { ...change, ...seen }))
  }

  /** What is new, gone or changed since it was last looked at. @throws SAVED_SEARCH_NOT_FOUND */
  async compare(id: string): Promise<SavedSearchNews> {
    const { query, seen } = this.#notebook.getSavedSearch(id)
    const now = await this.#look(query)
    return {
      id,
      total: now.total,
      isSameArchive: now.archive === seen.archive,
      events: seen.events && now.events && compareFound(seen.events, now.events),
    }
  }

  /** @throws SAVED_SEARCH_NOT_FOUND and what a change of the notebook throws */
  async markSeen(id: string): Promise<SavedSearchSummary> {
    const { query } = this.#notebook.getSavedSearch(id)
    const seen = await this.#look(query)
    const latest = this.#notebook.getSavedSearch(id)
    // Another question took its place meanwhile, with a record of its own.
    if (latest.query !== query) return summariseSavedSearch(latest)
    return summariseSavedSearch(await this.#notebook.recordSeen(id, seen))
  }

  async #look(query: string): Promise<SearchRecord> {
    const [found, archive] = await Promise.all([
      this.#query.listFound(query),
      this.#query.fingerprint(),
    ])
    return { at: new Date().toISOString(), archive, ...found }
  }
}
