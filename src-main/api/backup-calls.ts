import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'
import type { Settings } from '../settings.ts'
import type { Desktop } from './desktop.ts'

type BackupCalls = Pick<
  MainApi,
  'listBackups' | 'compareBackup' | 'restoreBackup' | 'restoreDocument' | 'saveNotebookElsewhere'
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
      const into = await desktop.chooseTargetFolder()
      if (into === null) return null
      const folder = await notebook().copyTo(into)
      await settings.rememberNotebook(archive.path, folder)
      await session.moveNotebook(folder)
      return folder
    },
  }
}
