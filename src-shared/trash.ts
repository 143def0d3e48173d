import type { EventCopy } from './notebook.ts'

/** The kinds of records that can be put into the trash. */
export const RECORD_KINDS = ['annotation', 'collection', 'savedSearch', 'claim'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Names a record of the notebook. */
export interface RecordName {
  kind: RecordKind
  id: string
}

/** A record in the trash. */
export interface TrashItem extends RecordName {
  /** ISO 8601, UTC. */
  deleted: string
  /** Its name, or the beginning of what was marked or noted. */
  title: string
  /** The event of an annotation; `null` for other kinds. */
  event: EventCopy | null
  /** Entries of a collection, evidence of a claim; `null` for other kinds. */
  size: number | null
}
