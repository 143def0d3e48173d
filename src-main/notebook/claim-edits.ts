import { randomUUID } from 'node:crypto'
import type { Claim, Evidence, Stance } from '#shared/claim.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { Annotation } from '#shared/notebook.ts'

/** An annotation that is to be evidence. */
export interface NewEvidence {
  annotation: Annotation
  /** Outlets of its event's sources as they are now. */
  outlets: readonly string[]
}

/** What of a piece of evidence can be changed; what is left out stays. */
export interface EvidenceChange {
  stance?: Stance
  /** Markdown, kept byte for byte. */
  remark?: string
}

/** @throws EVIDENCE_NOT_FOUND */
export function findEvidence(claim: Claim, evidenceId: string): Evidence {
  const evidence = claim.evidence.find(({ id }) => id === evidenceId)
  if (evidence) return evidence
  throw new AnnalsError('EVIDENCE_NOT_FOUND', `This is no evidence of “${claim.name}”.`, {
    details: { id: claim.id, evidenceId },
  })
}

/**
 * @returns the evidence with a piece for each annotation that is none yet, with copies of what was
 *   annotated; those that are evidence already take the stance and stay otherwise.
 */
export function addEvidence(
  claim: Claim,
  additions: readonly NewEvidence[],
  stance: Stance,
  now: Date,
): Evidence[] {
  const added = now.toISOString()
  const given = new Map(additions.map((addition) => [addition.annotation.id, addition]))
  const kept = claim.evidence.map((evidence) => {
    const isAgain = given.delete(evidence.annotationId) && evidence.stance !== stance
    return isAgain ? { ...evidence, stance } : evidence
  })
  const fresh = Array.from(given.values(), ({ annotation, outlets }): Evidence => {
    const { id, date, title, text } = annotation.event
    return {
      id: randomUUID(),
      annotationId: annotation.id,
      stance,
      remark: '',
      added,
      event: { id, date, title, text },
      quote: annotation.selector?.exact ?? '',
      outlets: [...new Set(outlets)],
    }
  })
  return [...kept, ...fresh]
}

/** @returns the same evidence where nothing changes. @throws EVIDENCE_NOT_FOUND */
export function changeEvidence(
  claim: Claim,
  evidenceId: string,
  change: EvidenceChange,
): Evidence[] {
  const before = findEvidence(claim, evidenceId)
  const { stance = before.stance, remark = before.remark } = change
  if (stance === before.stance && remark === before.remark) return claim.evidence
  return claim.evidence.map((other) => (other === before ? { ...before, stance, remark } : other))
}

/** @throws EVIDENCE_NOT_FOUND where one of them is none */
export function removeEvidence(claim: Claim, evidenceIds: readonly string[]): Evidence[] {
  const gone = new Set(evidenceIds.map((id) => findEvidence(claim, id)))
  return claim.evidence.filter((evidence) => !gone.has(evidence))
}

/** @returns whether two versions differ in nothing but when they were modified. */
export function isSameClaim(one: Claim, other: Claim): boolean {
  return (
    one.name === other.name &&
    one.verdict === other.verdict &&
    one.evidence.length === other.evidence.length &&
    one.evidence.every((evidence, index) => evidence === other.evidence[index])
  )
}
