import { join } from 'node:path'
import type { MainApi } from '#shared/contract.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { ExportResult, MarkdownExportOptions } from '#shared/export.ts'
import type { ArchiveSession } from '../archive-session.ts'
import { safeFileName } from '../export/safe-file-name.ts'
import type { Desktop } from './desktop.ts'

type ExportCalls = Pick<MainApi, 'previewExport' | 'exportCollection' | 'showExport'>

/** Calls that make documents of a collection. */
export function exportCalls(session: ArchiveSession, desktop: Desktop): ExportCalls {
  let latestFile: string | null = null

  /** The file or folder to write and whether what is there may be replaced, or `null`. */
  async function chooseTarget(name: string, options: MarkdownExportOptions) {
    if (options.layout === 'file') {
      const path = await desktop.chooseNewFile(`${name}.md`)
      // The system's dialog has asked about a file that exists.
      return path === null ? null : { path, replace: true }
    }
    const folder = await desktop.chooseFolder('export')
    return folder === null ? null : { path: join(folder, name), replace: false }
  }

  async function write(
    collectionId: string,
    options: MarkdownExportOptions,
    target: { path: string; replace: boolean },
  ): Promise<ExportResult | null> {
    const { workspace } = session
    try {
      return await workspace.writeExport(collectionId, options, target.path, target.replace)
    } catch (error) {
      const exists = error instanceof AnnalsError && error.code === 'EXPORT_EXISTS'
      if (!exists || target.replace || !(await desktop.confirmReplace(target.path))) throw error
      return await workspace.writeExport(collectionId, options, target.path, true)
    }
  }

  return {
    previewExport: async (collectionId, options) =>
      await session.workspace.previewExport(collectionId, options),
    async exportCollection(collectionId, options) {
      const { name } = session.workspace.notebook.getCollection(collectionId)
      const target = await chooseTarget(safeFileName(name), options)
      if (target === null) return null
      const result = await write(collectionId, options, target)
      latestFile = result?.files[0] ?? null
      return result
    },
    async showExport() {
      if (latestFile !== null) desktop.showItem(latestFile)
      await Promise.resolve()
    },
  }
}
