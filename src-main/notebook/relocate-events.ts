import type { Claim } from '#shared/claim.ts'
import type { Collection } from '#shared/notebook.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import type { AnnotationStore } from './annotation-store.ts'
import type { EventMoves } from './event-moves.ts'
import type { History } from './history.ts'
import type { NamedRecords } from './named-records.ts'
import {
  relocateChange,
  relocateClaim,
  relocateCollection,
  relocateSavedSearch,
} from './relocate-records.ts'
import { settleAll } from './settle-all.ts'

interface RelocatableRecords {
  annotations: AnnotationStore
  collections: NamedRecords<Collection>
  savedSearches: NamedRecords<SavedSearch>
  claims: NamedRecords<Claim>
  history: History
}

/** What followed moved events. */
export interface Relocation {
  annotations: number
  /** Of collections. */
  entries: number
}

/**
 * Let all records follow moved events, in memory at once. It is no step, and neither undoing nor
 * redoing takes it back: the records of the steps follow as well.
 *
 * @returns what was changed, and what settles once that is on disk. @throws NOTEBOOK_NOT_SAVED by that
 */
export function relocateEvents(
  { annotations, collections, savedSearches, claims, history }: RelocatableRecords,
  moves: EventMoves,
): { relocation: Relocation; saved: Promise<void> } {
  const relocated = annotations.relocate(moves)
  const saves = [relocated.saved]
  let entries = 0
  for (const before of collections.everything()) {
    const after = relocateCollection(before, moves)
    if (after === before) continue
    entries += after.entries.filter((entry, index) => entry !== before.entries[index]).length
    saves.push(collections.put(after))
  }
  for (const before of savedSearches.everything()) {
    const after = relocateSavedSearch(before, moves)
    if (after !== before) saves.push(savedSearches.put(after))
  }
  for (const before of claims.everything()) {
    const after = relocateClaim(before, moves)
    if (after !== before) saves.push(claims.put(after))
  }
  history.rewrite((change) => relocateChange(change, moves))
  return { relocation: { annotations: relocated.count, entries }, saved: settleAll(saves) }
}
