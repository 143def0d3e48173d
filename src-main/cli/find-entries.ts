import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { Collection } from '#shared/notebook.ts'

/**
 * The ids of the entries that hold some events.
 *
 * @throws ENTRY_NOT_FOUND where one of the events is not in the collection.
 */
export function findEntries(collection: Collection, eventIds: EventId[]): string[] {
  return eventIds.map((eventId) => {
    const entry = collection.entries.find(({ event }) => event.id === eventId)
    if (entry) return entry.id
    throw new AnnalsError('ENTRY_NOT_FOUND', `“${collection.name}” does not hold ${eventId}.`, {
      details: { collection: collection.id, event: eventId },
    })
  })
}
