import { randomUUID } from 'node:crypto'
import { AnnalsError } from '#shared/errors.ts'
import type { Collection, CollectionEntry, EventCopy } from '#shared/notebook.ts'
import { compareText } from './compare-text.ts'

/** @throws ENTRY_NOT_FOUND */
export function findEntry(collection: Collection, entryId: string): CollectionEntry {
  const entry = collection.entries.find((other) => other.id === entryId)
  if (entry) return entry
  throw new AnnalsError('ENTRY_NOT_FOUND', `This event is not in “${collection.name}”.`, {
    details: { id: collection.id, entryId },
  })
}

/** @returns the entries with an entry for each event that has none yet. */
export function addEntries(
  collection: Collection,
  events: readonly EventCopy[],
  now: Date,
): CollectionEntry[] {
  const known = new Set(collection.entries.map((entry) => entry.event.id))
  const fresh = events.filter(({ id }) => {
    const isFresh = !known.has(id)
    known.add(id)
    return isFresh
  })
  const added = now.toISOString()
  const entries = fresh.map(({ id, date, title, text }) => ({
    id: randomUUID(),
    event: { id, date, title, text },
    remark: '',
    added,
  }))
  return [...collection.entries, ...entries]
}

/** @throws ENTRY_NOT_FOUND where one of them is not in the collection */
export function removeEntries(
  collection: Collection,
  entryIds: readonly string[],
): CollectionEntry[] {
  const gone = new Set(entryIds.map((entryId) => findEntry(collection, entryId)))
  return collection.entries.filter((entry) => !gone.has(entry))
}

/** @throws ENTRY_NOT_FOUND */
export function setRemark(
  collection: Collection,
  entryId: string,
  remark: string,
): CollectionEntry[] {
  const entry = findEntry(collection, entryId)
  if (entry.remark === remark) return collection.entries
  return collection.entries.map((other) => (other === entry ? { ...entry, remark } : other))
}

/**
 * @param toIndex - Place among the entries once the entry is taken out; beyond the last is the last.
 * @throws ENTRY_NOT_FOUND
 */
export function moveEntry(
  collection: Collection,
  entryId: string,
  toIndex: number,
): CollectionEntry[] {
  const entry = findEntry(collection, entryId)
  const others = collection.entries.filter((other) => other !== entry)
  return others.toSpliced(Math.max(0, toIndex), 0, entry)
}

/** Oldest first, undated events last; events of one date stay in their order. */
export function sortEntriesByDate(collection: Collection): CollectionEntry[] {
  return collection.entries.toSorted(compareDates)
}

/** @returns whether two versions differ in nothing but when they were modified. */
export function isSameCollection(one: Collection, other: Collection): boolean {
  return (
    one.name === other.name &&
    one.introduction === other.introduction &&
    one.entries.length === other.entries.length &&
    one.entries.every((entry, index) => entry === other.entries[index])
  )
}

/** A year alone comes before its months, a month alone before its days. */
function compareDates(one: CollectionEntry, other: CollectionEntry): number {
  const [date, otherDate] = [one.event.date, other.event.date]
  if (date === null || otherDate === null) return Number(date === null) - Number(otherDate === null)
  return compareText(date, otherDate)
}
