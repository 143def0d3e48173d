import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { MainApi } from '#shared/contract.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { ArchiveSession } from '../archive-session.ts'
import { IDENTITY_NAME } from '../notebook/layout.ts'
import type { Settings } from '../settings.ts'
import type { Desktop } from './desktop.ts'

type BackupCalls = Pick<
  MainApi,
  | 'listBackups'
  | 'compareBackup'
  | 'restoreBackup'
  | 'restoreDocument'
  | 'saveNotebookElsewhere'
  | 'showNotebook'
>

/** Calls that bring back what is gone or damaged, and keep safe what cannot be saved. */
export function backupCalls(
  session: ArchiveSession,
  settings: Settings,
  desktop: Desktop,
): BackupCalls {
  const notebook = () => session.workspace.notebook
  return {
    listBackups: async () => await notebook().listBackups(),
    compareBackup: async (id) => await notebook().compareBackup(id),
    restoreBackup: async (id, records) => await notebook().restoreBackup(id, records),
    restoreDocument: async (path) => await notebook().restoreDocument(path),
    async saveNotebookElsewhere() {
      const { archive } = session.workspace
      const into = await desktop.chooseFolder('notebook')
      if (into === null) return null
      const folder = await notebook().copyTo(into)
      await settings.rememberNotebook(archive.path, folder)
      await session.moveNotebook(folder)
      return folder
    },
    async showNotebook(problem) {
      const { path, problems } = notebook().status()
      if (problem !== null && !problems.some((one) => one.path === problem)) {
        throw new AnnalsError('ARGUMENT_INVALID', `Nothing is wrong with this: ${problem}`)
      }
      const isThere = await access(problem ?? path).then(
        () => true,
        () => false,
      )
      desktop.showItem(problem !== null && isThere ? problem : join(path, IDENTITY_NAME))
    },
  }
}
