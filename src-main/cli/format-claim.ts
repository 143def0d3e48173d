import {
  type Claim,
  type ClaimSummary,
  type Evidence,
  STANCES,
  countStances,
} from '#shared/claim.ts'
import { formatEventRow } from './format-event.ts'
import { formatCount, formatRows } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine, cleanParagraphs } from './terminal-text.ts'

/** A claim with its verdict and its evidence, in the order it was added. */
export function formatClaim(claim: Claim, paint: Paint): string {
  const { verdict, evidence } = claim
  return [
    formatClaimHead(claim, paint),
    ...(verdict === '' ? [] : [cleanParagraphs(verdict)]),
    ...(evidence.length === 0
      ? []
      : [evidence.map((piece) => formatPiece(piece, paint)).join('\n')]),
  ].join('\n\n')
}

/** Statement, what the evidence does to it, and id. */
export function formatClaimHead(claim: Claim, paint: Paint): string {
  const counts = formatStances(countStances(claim))
  return `${paint('heading', cleanLine(claim.name))}  ${counts}\n${paint('faint', claim.id)}`
}

/** All claims, a line each. */
export function formatClaims(claims: ClaimSummary[], paint: Paint): string {
  if (claims.length === 0) return paint('faint', 'No claims')
  return formatRows(
    claims.map(({ name, counts, modified, id }) => [
      paint('heading', cleanLine(name)),
      formatStances(counts),
      modified.slice(0, 10),
      paint('faint', id),
    ]),
  )
}

function formatStances(counts: ClaimSummary['counts']): string {
  return STANCES.map((stance) => `${counts[stance]} ${stance}`).join(', ')
}

function formatPiece(piece: Evidence, paint: Paint): string {
  const { event, stance, quote, outlets, remark, annotationId } = piece
  const indent = ' '.repeat(12)
  const lines = [
    ...(quote === '' ? [] : [paint('mark', `“${cleanLine(quote)}”`)]),
    ...(outlets.length === 0 ? [] : [outlets.map(cleanLine).join(', ')]),
    ...(remark === '' ? [] : cleanParagraphs(remark).split('\n')),
    `${stance}  ${paint('faint', annotationId)}`,
  ]
  return [formatEventRow(event, paint), ...lines.map((line) => indent + line)].join('\n')
}

/** `2 pieces of evidence` */
export function formatEvidenceCount(count: number): string {
  return formatCount(count, 'piece of evidence', 'pieces of evidence')
}
