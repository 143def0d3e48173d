import { randomUUID } from 'node:crypto'
import {
  type FoundEvent,
  MAX_FOLLOWED_EVENTS,
  type SavedSearch,
  type SavedSearchSummary,
  type SearchRecord,
} from '#shared/saved-search.ts'
import type { Journal } from './journal.ts'
import { SAVED_SEARCH } from './named-kinds.ts'
import type { NamedRecords } from './named-records.ts'
import type { RecordChange } from './record-change.ts'
import { cleanRecordName } from './record-name.ts'
import { stepLabels } from './step-labels.ts'
import { summariseSavedSearch } from './summarise-saved-search.ts'

/** What a new saved search is made of. */
export type NewSavedSearch = Omit<SavedSearch, 'id' | 'created' | 'modified'>

/** What of a saved search can be changed; what is left out stays. A new query brings what it found. */
export type SavedSearchChange = Partial<NewSavedSearch>

/** The questions that are kept, in a document each. */
export class SavedSearches {
  readonly #records: NamedRecords<SavedSearch>
  readonly #journal: Journal

  constructor(records: NamedRecords<SavedSearch>, journal: Journal) {
    this.#records = records
    this.#journal = journal
  }

  /** By name. */
  list(): SavedSearchSummary[] {
    return this.#records.all().map(summariseSavedSearch)
  }

  /** @throws SAVED_SEARCH_NOT_FOUND */
  get(id: string): SavedSearch {
    return this.#records.get(id)
  }

  /** @throws SAVED_SEARCH_NOT_FOUND, SAVED_SEARCH_AMBIGUOUS */
  find(nameOrId: string): SavedSearch {
    return this.#records.find(nameOrId)
  }

  /** @throws SAVED_SEARCH_NAME_INVALID, NOTEBOOK_* */
  async create({ name, query, sort, isFolded, seen }: NewSavedSearch): Promise<SavedSearch> {
    const now = this.#journal.now().toISOString()
    const after: SavedSearch = {
      id: randomUUID(),
      created: now,
      modified: now,
      name: cleanRecordName(SAVED_SEARCH, name),
      query,
      sort,
      isFolded,
      seen: copyRecord(seen),
    }
    const change = { kind: 'savedSearch', id: after.id, before: null, after } as const
    await this.#journal.commit([change], stepLabels.createSavedSearch(after.name))
    return after
  }

  /** @throws SAVED_SEARCH_NOT_FOUND, SAVED_SEARCH_NAME_INVALID, NOTEBOOK_* */
  async update(id: string, change: SavedSearchChange): Promise<SavedSearch> {
    const before = this.get(id)
    const { name = before.name, seen } = change
    const after = {
      ...before,
      modified: this.#journal.now().toISOString(),
      name: cleanRecordName(SAVED_SEARCH, name),
      query: change.query ?? before.query,
      sort: change.sort ?? before.sort,
      isFolded: change.isFolded ?? before.isFolded,
      seen: seen ? copyRecord(seen) : before.seen,
    }
    const label = labelChange(before, after)
    if (label) await this.#journal.commit([{ kind: 'savedSearch', id, before, after }], label)
    else if (seen) await this.recordSeen(id, seen)
    else await this.#records.save(id)
    return this.get(id)
  }

  /**
   * Keep what a saved search found when it was looked at. That is no step: undoing and redoing
   * changes of the search leave it as it is, unless they lead to another question.
   *
   * @throws SAVED_SEARCH_NOT_FOUND, NOTEBOOK_*
   */
  async recordSeen(id: string, seen: SearchRecord): Promise<SavedSearch> {
    const before = this.get(id)
    const record = copyRecord(seen)
    const after = { ...before, seen: record }
    const setSeen = (search: SavedSearch | null) =>
      search?.query === before.query ? { ...search, seen: record } : search
    function rewrite(change: RecordChange): RecordChange {
      if (change.kind !== 'savedSearch' || change.id !== id) return change
      return { ...change, before: setSeen(change.before), after: setSeen(change.after) }
    }
    await this.#journal.record({ kind: 'savedSearch', id, before, after }, rewrite)
    return this.get(id)
  }

  /** Put it into the trash. @throws SAVED_SEARCH_NOT_FOUND, NOTEBOOK_* */
  async delete(id: string): Promise<void> {
    const before = this.get(id)
    const after = { ...before, deleted: this.#journal.now().toISOString() }
    const change = { kind: 'savedSearch', id, before, after } as const
    await this.#journal.commit([change], stepLabels.deleteSavedSearch(before.name))
  }
}

/** @returns `null` where neither the name nor the question is another. */
function labelChange(before: SavedSearch, after: SavedSearch): string | null {
  if (after.name !== before.name) return stepLabels.renameSavedSearch(before.name, after.name)
  if (after.query !== before.query) return stepLabels.changeQuestion(after.name)
  const isShownTheSame = after.sort === before.sort && after.isFolded === before.isFolded
  return isShownTheSame ? null : stepLabels.changeAnswer(after.name)
}

function copyRecord({ at, archive, total, events }: SearchRecord): SearchRecord {
  const isFollowed = events !== null && events.length <= MAX_FOLLOWED_EVENTS
  return { at, archive, total, events: isFollowed ? events.map(copyFound) : null }
}

function copyFound({ id, date, title, version }: FoundEvent): FoundEvent {
  return { id, date, title, version }
}
