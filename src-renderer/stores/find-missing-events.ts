import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'

const AT_ONCE = 20

/**
 * Ask the archive for every event.
 *
 * @returns those it does not have; one that could not be asked for counts as there.
 */
export async function findMissingEvents(
  eventIds: EventId[],
  readEvent: (id: EventId) => Promise<unknown>,
): Promise<Set<EventId>> {
  const missing = new Set<EventId>()
  for (let start = 0; start < eventIds.length; start += AT_ONCE) {
    const some = eventIds.slice(start, start + AT_ONCE)
    const results = await Promise.allSettled(some.map((id) => readEvent(id)))
    results.forEach((result, index) => {
      const id = some[index]
      if (id !== undefined && result.status === 'rejected' && isNotFound(result.reason)) {
        missing.add(id)
      }
    })
  }
  return missing
}

function isNotFound(reason: unknown): boolean {
  return reason instanceof AnnalsError && reason.code === 'EVENT_NOT_FOUND'
}
