import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'
import type { Desktop } from './desktop.ts'

type ClaimCalls = Pick<
  MainApi,
  | 'listClaims'
  | 'getClaim'
  | 'createClaim'
  | 'updateClaim'
  | 'deleteClaim'
  | 'addEvidence'
  | 'updateEvidence'
  | 'removeEvidence'
  | 'exportClaim'
>

/** Calls about the claims in the notebook of the open archive. */
export function claimCalls(session: ArchiveSession, desktop: Desktop): ClaimCalls {
  const notebook = () => session.workspace.notebook
  return {
    listClaims: async () => await Promise.resolve(notebook().listClaims()),
    getClaim: async (id) => await Promise.resolve(notebook().getClaim(id)),
    createClaim: async (name) => await notebook().createClaim(name),
    updateClaim: async (id, change) => await notebook().updateClaim(id, change),
    deleteClaim: async (id) => {
      await notebook().deleteClaim(id)
    },
    addEvidence: async (id, annotationIds, stance) =>
      await session.workspace.claims.addEvidence(id, annotationIds, stance),
    updateEvidence: async (id, evidenceId, change) =>
      await notebook().updateEvidence(id, evidenceId, change),
    removeEvidence: async (id, evidenceIds) => await notebook().removeEvidence(id, evidenceIds),
    async exportClaim(id, format) {
      const { claims } = session.workspace
      const path = await desktop.chooseNewFile(claims.format(id, format).path)
      if (path === null) return null
      // The system's dialog has asked about a file that exists.
      return await claims.write(id, format, path, true)
    },
  }
}
