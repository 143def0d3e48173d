import { citeSamePage } from './cite-same-page.ts'
import type { ComparedReport } from './compared-report.ts'
import { contradict } from './find-contradiction.ts'
import type { IsName } from './is-anchor.ts'
import { type Overlap, measureOverlap } from './measure-overlap.ts'
import { replaceWords } from './replace-words.ts'

/** How far apart reports of one event may be dated where nothing but their text is alike. */
const MOST_DAYS = 2
/** The same where they cite the same web page. */
export const MOST_DAYS_OF_SOURCE = 3

/** Weight of what two texts have in common, so that a formula of few words says nothing. */
const LEAST_WEIGHT = 7
/** Shares of the words two reports must have in common, by what speaks for or against them. */
const LEAST_SHARE = {
  /** Of the headlines, whatever else. */
  anyway: 0.5,
  sameSource: 0.7,
  sameDay: 0.8,
  otherDay: 0.9,
  otherEntities: 0.9,
}
/** A longer summary may say more than the other, if it also says all the other says. */
const LEAST_CONTAINMENT = 0.9

/**
 * Whether two reports report the same. Where only one has a summary, their headlines decide.
 *
 * @param days - How far apart they are dated.
 */
export function isSameReport(
  first: ComparedReport,
  second: ComparedReport,
  days: number,
  isName: IsName,
): boolean {
  const titles = measureOverlap(first.title, second.title)
  if (titles.share < LEAST_SHARE.anyway) return false
  const areWhole = first.hasSummary && second.hasSummary
  const [one, other] = areWhole ? [first.whole, second.whole] : [first.title, second.title]
  const overlap = areWhole ? measureOverlap(one, other) : titles
  const isAlike = (least: number) =>
    isShared(overlap, least) ||
    (overlap.containment >= LEAST_CONTAINMENT && isShared(titles, least))
  if (!isAlike(LEAST_SHARE.sameSource)) return false

  const isLater = days > 0
  const isClear = days <= MOST_DAYS && isAlike(isLater ? LEAST_SHARE.otherDay : LEAST_SHARE.sameDay)
  const isCited = (!isClear || isLater) && citeSamePage(first.report.sources, second.report.sources)
  if (!isClear && !isCited) return false
  if (overlap.share < LEAST_SHARE.otherEntities && haveOtherEntities(first, second)) return false
  if (contradict(one, other, first.whole, second.whole, isName, isLater)) return false
  // What happened the next day is often told in the same words but for one.
  return !replaceWords(one, other, isLater && !isCited)
}

function isShared({ share, weight }: Overlap, least: number): boolean {
  return share >= least && weight >= LEAST_WEIGHT
}

function haveOtherEntities(first: ComparedReport, second: ComparedReport): boolean {
  const entities = new Set(first.report.entities)
  const others = [...second.report.entities]
  return entities.size > 0 && others.length > 0 && !others.some((entity) => entities.has(entity))
}
