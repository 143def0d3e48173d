import type { ReportText } from '../../../../src-main/index/duplicates/report-text.ts'
import type { PairedReport, ReportPair } from './report-pairs.ts'

const FIRST_DAY = Date.UTC(2012, 2, 4)
const MS_PER_DAY = 86_400_000

/** `2012-03-04` and what follows. */
export function dateAfter(days: number): string {
  return new Date(FIRST_DAY + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** A report with what it does not say left empty. */
export function makeReport(
  number: number,
  report: Partial<PairedReport> | string,
  date: string | null = dateAfter(0),
): ReportText {
  const said = typeof report === 'string' ? { title: report } : report
  return {
    ...{ number, id: `news/${number}`, date },
    ...{ title: '', summary: '', entities: [], sources: [], ...said },
  }
}

export function makePair({ first, second, days = 0 }: ReportPair): ReportText[] {
  return [makeReport(1, first), makeReport(2, second, dateAfter(days))]
}
