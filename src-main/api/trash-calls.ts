import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'

type TrashCalls = Pick<MainApi, 'listTrash' | 'restoreFromTrash' | 'deleteForGood'>

/** Calls about what was deleted. */
export function trashCalls(session: ArchiveSession): TrashCalls {
  const notebook = () => session.workspace.notebook
  return {
    listTrash: async () => await Promise.resolve(notebook().listTrash()),
    restoreFromTrash: async (records) => {
      await notebook().restoreFromTrash(records)
    },
    deleteForGood: async (records) => {
      await notebook().deleteForGood(records)
    },
  }
}
