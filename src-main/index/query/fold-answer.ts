import type { AnswerOrder } from './answer-order.ts'
import { type Bitmap, addOrdinal, forEachOrdinal, intersect, subtract } from './bitmap.ts'
import type { ReportGroups } from './report-groups.ts'

/** Of the events of an answer that report the same, the one that comes first in an order. */
export function foldAnswer(events: Bitmap, groups: ReportGroups, order: AnswerOrder): Bitmap {
  const rows = subtract(events, groups.shared)
  const firsts = new Map<number, number>()
  forEachOrdinal(intersect(events, groups.shared), (ordinal) => {
    const leader = groups.leaderOf(ordinal)
    const first = firsts.get(leader)
    if (first === undefined || order.placeOf(ordinal) < order.placeOf(first)) {
      firsts.set(leader, ordinal)
    }
  })
  for (const ordinal of firsts.values()) addOrdinal(rows, ordinal)
  return rows
}
