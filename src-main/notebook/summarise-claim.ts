import { type Claim, type ClaimSummary, countStances } from '#shared/claim.ts'

/** A claim without its evidence. */
export function summariseClaim(claim: Claim): ClaimSummary {
  const { id, name, created, modified } = claim
  return { id, name, created, modified, counts: countStances(claim) }
}
