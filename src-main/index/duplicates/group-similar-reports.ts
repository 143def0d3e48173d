import { SimilarReportFinder } from './find-similar-reports.ts'
import { ReportGroups } from './report-groups.ts'
import type { ReportText, StatedWording } from './report-text.ts'

/**
 * Which events report the same, in other words.
 *
 * The leader of a group is its newest wording: no page states it to be an earlier one; then the latest
 * date, the latest stated time, the longest text, the last id. None of these depends on how an
 * archive was imported.
 *
 * Wordings that pages state, and copies word by word, belong together however many; what is only
 * alike has to be like a wording of its group's leader, so that no chain leads from one report to another.
 *
 * @param events - In order of date; their places are their ordinals.
 * @param stated - What pages say of earlier wordings, in any order; those of unknown events are left out.
 * @returns by ordinal, that of the leader of its group; its own where an event stands alone.
 */
export function groupSimilarReports(
  events: Iterable<ReportText>,
  stated: readonly StatedWording[] = [],
): Uint32Array {
  const groups = new ReportGroups()
  const finder = new SimilarReportFinder((first, second, isCopy) => {
    for (const placed of [first, second]) groups.add(placed)
    if (isCopy) groups.join(first.ordinal, second.ordinal)
    else groups.liken(first.ordinal, second.ordinal)
  })
  const named = new Set(stated.flatMap(({ by, of }) => [by, of]))
  const ordinals = new Map<number, number>()
  let count = 0
  for (const report of events) {
    if (named.has(report.number)) {
      ordinals.set(report.number, count)
      groups.add({ ordinal: count, report })
    }
    finder.add(report)
    count++
  }
  finder.endDay()
  for (const { by, of, time } of stated) {
    const [page, former] = [ordinals.get(by), ordinals.get(of)]
    if (page !== undefined && former !== undefined) groups.state(page, former, time)
  }
  return groups.lead(count)
}
