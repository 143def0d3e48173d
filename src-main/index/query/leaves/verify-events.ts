import { readOrdinals } from '../archive-ordinals.ts'
import { type Bitmap, addOrdinal, listAscending, makeBitmap } from '../bitmap.ts'
import type { QueryContext } from '../query-context.ts'

/** Events that are read before it is looked whether they still matter. */
const EVENTS_PER_STEP = 250

/**
 * The events that pass a test of what is written of them.
 *
 * @param columns - Columns of `event` that hold text.
 * @param passes - Gets the columns of an event, in their order.
 */
export function verifyEvents(
  { index, checkpoint }: QueryContext,
  candidates: Bitmap,
  columns: string,
  passes: (texts: (string | null)[]) => boolean,
): Bitmap {
  const ordinals = readOrdinals(index)
  const verified = makeBitmap(ordinals.size)
  const sql = `SELECT ${columns} FROM event WHERE id = ?`
  for (let next = 0; ;) {
    checkpoint()
    const step = listAscending(candidates, 0, EVENTS_PER_STEP, next)
    for (const ordinal of step) {
      const [row] = index.all<Record<string, string | null>>(sql, ordinals.idOf(ordinal))
      if (row && passes(Object.values(row))) addOrdinal(verified, ordinal)
    }
    if (step.length < EVENTS_PER_STEP) return verified
    next = (step.at(-1) ?? 0) + 1
  }
}
