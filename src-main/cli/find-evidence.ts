import type { Claim } from '#shared/claim.ts'
import { AnnalsError } from '#shared/errors.ts'

/**
 * The ids of the pieces of evidence that some annotations are.
 *
 * @throws EVIDENCE_NOT_FOUND where one of the annotations is none.
 */
export function findEvidence(claim: Claim, annotationIds: string[]): string[] {
  return annotationIds.map((annotationId) => {
    const evidence = claim.evidence.find((piece) => piece.annotationId === annotationId)
    if (evidence) return evidence.id
    throw new AnnalsError(
      'EVIDENCE_NOT_FOUND',
      `${annotationId} is no evidence of “${claim.name}”.`,
      {
        details: { claim: claim.id, annotation: annotationId },
      },
    )
  })
}
