import type { Claim, ClaimTableFormat, Evidence } from '#shared/claim.ts'
import type { ExportDocument } from '#shared/export.ts'
import { safeFileName } from '../safe-file-name.ts'
import { claimAsCsv } from './claim-as-csv.ts'
import { claimAsMarkdown } from './claim-as-markdown.ts'

const KINDS = {
  markdown: { extension: 'md', format: claimAsMarkdown },
  csv: { extension: 'csv', format: claimAsCsv },
} as const

/** A claim with its evidence as a table, in order of time. The same claim gives the same bytes. */
export function exportClaim(claim: Claim, format: ClaimTableFormat): ExportDocument {
  const evidence = claim.evidence.toSorted(byDate)
  const { extension, format: write } = KINDS[format]
  return {
    path: `${safeFileName(claim.name, 'claim')}.${extension}`,
    text: write({ ...claim, evidence }),
  }
}

/** Undated events come last; a year comes before its months; else in the order they were added. */
function byDate({ event: one }: Evidence, { event: other }: Evidence): number {
  const [date, otherDate] = [one.date ?? '\uFFFF', other.date ?? '\uFFFF']
  return date < otherDate ? -1 : Number(date > otherDate)
}
