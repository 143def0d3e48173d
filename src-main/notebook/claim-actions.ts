import type { Claim, ClaimSummary, Stance } from '#shared/claim.ts'
import type { ChangeTurns } from './change-turns.ts'
import type { EvidenceChange, NewEvidence } from './claim-edits.ts'
import type { ClaimChange, Claims } from './claims.ts'

/** What can be done with claims. */
export interface ClaimActions {
  /** By name. */
  listClaims(): ClaimSummary[]
  /** @throws CLAIM_NOT_FOUND */
  getClaim(id: string): Claim
  /**
   * @param nameOrId - Also the first four or more characters of the id.
   * @throws CLAIM_NOT_FOUND, CLAIM_AMBIGUOUS
   */
  findClaim(nameOrId: string): Claim
  /** @throws CLAIM_NAME_INVALID */
  createClaim(name: string): Promise<Claim>
  /** @throws CLAIM_NOT_FOUND, CLAIM_NAME_INVALID */
  updateClaim(id: string, change: ClaimChange): Promise<Claim>
  /** Put it into the trash. @throws CLAIM_NOT_FOUND */
  deleteClaim(id: string): Promise<void>
  /**
   * Append annotations, with copies of what was annotated; those that are evidence of it already take
   * the stance.
   *
   * @throws CLAIM_NOT_FOUND
   */
  addEvidence(id: string, additions: readonly NewEvidence[], stance: Stance): Promise<Claim>
  /** @throws CLAIM_NOT_FOUND, EVIDENCE_NOT_FOUND */
  updateEvidence(id: string, evidenceId: string, change: EvidenceChange): Promise<Claim>
  /** @throws CLAIM_NOT_FOUND, EVIDENCE_NOT_FOUND */
  removeEvidence(id: string, evidenceIds: readonly string[]): Promise<Claim>
}

/** Let changes of claims take turns with all others. */
export function claimActions(claims: Claims, turns: ChangeTurns): ClaimActions {
  return {
    listClaims: () => claims.list(),
    getClaim: (id) => claims.get(id),
    findClaim: (nameOrId) => claims.find(nameOrId),
    createClaim: (name) => turns.take(() => claims.create(name)),
    updateClaim: (id, change) => turns.take(() => claims.update(id, change)),
    deleteClaim: (id) => turns.take(() => claims.delete(id)),
    addEvidence: (id, additions, stance) =>
      turns.take(() => claims.addEvidence(id, additions, stance)),
    updateEvidence: (id, evidenceId, change) =>
      turns.take(() => claims.updateEvidence(id, evidenceId, change)),
    removeEvidence: (id, evidenceIds) => turns.take(() => claims.removeEvidence(id, evidenceIds)),
  }
}
