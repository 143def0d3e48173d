import type { ListsByEvent } from '../columns/lists-by-event.ts'
import { type Bitmap, forEachOrdinal } from './bitmap.ts'

/** How many events of a set have each value in their lists; every value once per event. */
export function countValues(
  { starts, values }: ListsByEvent,
  events: Bitmap,
  count: number,
): Uint32Array {
  const counts = new Uint32Array(count)
  forEachOrdinal(events, (ordinal) => {
    const end = starts[ordinal + 1] ?? 0
    for (let at = starts[ordinal] ?? 0; at < end; at++) {
      const value = values[at] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
    }
  })
  return counts
}
