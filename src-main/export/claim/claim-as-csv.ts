import type { Claim } from '#shared/claim.ts'
import { formatCsv } from './format-csv.ts'

const COLUMNS = [
  ...['claim', 'date', 'stance', 'quotation', 'outlets', 'headline', 'event', 'remark'],
]

/**
 * The evidence alone, a row each, so that tables of several claims can be joined. The column `event`
 * holds the path of the event's page in the archive.
 *
 * @param claim - Its evidence in the order of the table.
 */
export function claimAsCsv({ name, evidence }: Claim): string {
  const rows = evidence.map(({ event, stance, quote, outlets, remark }) => [
    ...[name, event.date ?? '', stance, quote, outlets.join('; ')],
    ...[event.title, `${event.id}.md`, remark],
  ])
  return formatCsv([COLUMNS, ...rows])
}
