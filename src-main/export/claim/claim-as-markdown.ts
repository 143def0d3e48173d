import { type Claim, type Evidence, countStances } from '#shared/claim.ts'
import { escapeLine, plainLine } from '../escape-text.ts'
import { formatLink, pathAddress } from '../format-link.ts'
import { formatFrontMatter } from '../front-matter.ts'
import { joinBlocks } from '../join-blocks.ts'
import { createOwnMarkdown } from '../own-markdown/own-markdown.ts'
import { fitOwnIntoCell } from './fit-own-into-cell.ts'

const COLUMNS = ['Date', 'Stance', 'Quotation', 'Outlets', 'Event', 'Remark']

/** @param claim - Its evidence in the order of the table. */
export function claimAsMarkdown(claim: Claim): string {
  const { id, name, verdict, created, modified, evidence } = claim
  return joinBlocks([
    formatFrontMatter({
      ...{ title: name, date: created.slice(0, 10), tags: [], sources: [] },
      ...{ created, updated: modified, id },
    }),
    `# ${escapeLine(name) || '(no statement)'}`,
    ...(verdict.trim() === ''
      ? []
      : ['**Verdict**', createOwnMarkdown([verdict]).format(verdict, 1)]),
    formatCounts(claim),
    evidence.length === 0 ? '' : formatTable(evidence),
  ])
}

function formatCounts(claim: Claim): string {
  const { length } = claim.evidence
  if (length === 0) return 'No evidence.'
  const { supports, contradicts, unclear } = countStances(claim)
  const pieces = length === 1 ? '1 piece' : `${length} pieces`
  return `${pieces} of evidence: ${supports} supporting, ${contradicts} contradicting, ${unclear} unclear.`
}

function formatTable(evidence: readonly Evidence[]): string {
  const rows = [COLUMNS, COLUMNS.map(() => '---'), ...evidence.map(formatRow)]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function formatRow({ event, stance, quote, outlets, remark }: Evidence): string[] {
  return [
    event.date ?? 'Undated',
    stance,
    escapeLine(quote),
    outlets.map(escapeLine).join(', '),
    formatLink(plainLine(event.title) || '(no headline)', pathAddress(`${event.id}.md`)),
    fitOwnIntoCell(remark),
  ]
}
