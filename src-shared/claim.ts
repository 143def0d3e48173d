import type { EventCopy } from './notebook.ts'

/** What a piece of evidence does to a claim. */
export const STANCES = ['supports', 'contradicts', 'unclear'] as const
export type Stance = (typeof STANCES)[number]

/** An annotation that speaks for or against a claim. */
export interface Evidence {
  /** UUID. */
  id: string
  annotationId: string
  stance: Stance
  /** The researcher's remark, Markdown. */
  remark: string
  /** ISO 8601, UTC. */
  added: string
  /** What was annotated when it was added, so that a claim reads well without anything else. */
  event: EventCopy
  /** The words that were marked; empty where the annotation was on the whole event. */
  quote: string
  /** Outlets of the event's sources. */
  outlets: string[]
}

/** How the evidence of a claim is written as a table. */
export const CLAIM_TABLE_FORMATS = ['markdown', 'csv'] as const
export type ClaimTableFormat = (typeof CLAIM_TABLE_FORMATS)[number]

/** A statement with the annotations that support it, contradict it or leave it unclear. */
export interface Claim {
  /** UUID. */
  id: string
  /** ISO 8601, UTC. */
  created: string
  modified: string
  /** The statement: “Talks resumed because of fuel aid”. */
  name: string
  /** What the researcher makes of it, Markdown. */
  verdict: string
  /** In the order they were added. */
  evidence: Evidence[]
  /** As `Annotation.deleted`. */
  deleted?: string
}

/** How many annotations support a claim, contradict it and leave it unclear. */
export function countStances({ evidence }: Pick<Claim, 'evidence'>): Record<Stance, number> {
  const counts = { supports: 0, contradicts: 0, unclear: 0 }
  for (const { stance } of evidence) counts[stance]++
  return counts
}

/** A claim without its evidence. */
export interface ClaimSummary {
  id: string
  name: string
  created: string
  modified: string
  counts: Record<Stance, number>
}
