import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import type { TagRecord } from './tag-record.ts'

/** What each kind of record that a step can change is. */
export interface RecordTypes {
  annotation: Annotation
  collection: Collection
  savedSearch: SavedSearch
  claim: Claim
  tag: TagRecord
}

/** One record of a kind before and after a change. */
interface Change<Kind, Item> {
  kind: Kind
  id: string
  /** `null` where the record did not exist. */
  before: Item | null
  after: Item | null
}

/** One record before and after a change. */
export type RecordChange = {
  [Kind in keyof RecordTypes]: Change<Kind, RecordTypes[Kind]>
}[keyof RecordTypes]
