/**
 * What the page of a room shows: a record, why the list could not be read, that the record is gone,
 * that there is none yet, that none is chosen, or nothing while all of it is read.
 */
export type NamedRoomState = 'open' | 'failed' | 'gone' | 'empty' | 'choose' | 'reading'

export interface NamedRoomFacts {
  /** Of the record that is asked for, or `null`. */
  id: string | null
  /** Whether that record is here to be shown. */
  hasRecord: boolean
  /** Whether it is known not to be there. */
  isGone: boolean
  list: { isLoaded: boolean; count: number; error: unknown }
}

/** @returns what the page shows. */
export function namedRoomState({ id, hasRecord, isGone, list }: NamedRoomFacts): NamedRoomState {
  if (hasRecord) return 'open'
  if (list.error !== null) return 'failed'
  if (id !== null && isGone) return 'gone'
  if (!list.isLoaded) return 'reading'
  if (list.count === 0) return 'empty'
  return id === null ? 'choose' : 'reading'
}
