import { stat } from 'node:fs/promises'
import type { AppState, MainApi, RecentArchive } from '#shared/contract.ts'
import { AnnalsError, encodeError } from '#shared/errors.ts'
import type { ArchiveSession } from '../archive-session.ts'
import type { RecentEntry, Settings } from '../settings.ts'
import type { Desktop } from './desktop.ts'

type AppCalls = Pick<
  MainApi,
  | 'getAppState'
  | 'setTheme'
  | 'setLayout'
  | 'chooseFolder'
  | 'openArchive'
  | 'openSampleArchive'
  | 'openWithoutArchive'
  | 'locateArchive'
  | 'closeArchive'
  | 'forgetRecent'
  | 'cancelImport'
  | 'startImport'
  | 'getImportReport'
  | 'openExternal'
>

const OPENABLE = new Set(['http:', 'https:', 'mailto:'])
/** A drive that does not answer by then counts as not there. */
const PRESENCE_TIMEOUT_MS = 500

/** Calls about the app itself and the archive that is open. */
export function appCalls(session: ArchiveSession, settings: Settings, desktop: Desktop): AppCalls {
  async function openArchive(path: string) {
    const opened = await session.open(path)
    await settings.rememberArchive({ path: opened.path, name: opened.name }, new Date())
    return opened
  }

  return {
    async getAppState(): Promise<AppState> {
      return {
        version: desktop.version,
        platform: process.platform as AppState['platform'],
        theme: settings.theme,
        recent: await Promise.all(settings.recent.map(withPresence)),
        archive: session.describe(),
        openError: session.openError === null ? null : encodeError(session.openError),
        importError: session.importError === null ? null : encodeError(session.importError),
        layout: settings.layout,
      }
    },
    async setTheme(theme) {
      desktop.applyTheme(theme)
      await settings.setTheme(theme)
    },
    setLayout: (pane, size) => settings.setPaneSize(pane, size),
    chooseFolder: () => desktop.chooseFolder('archive'),
    openArchive,
    openSampleArchive: () => openArchive(desktop.sampleArchive),
    async openWithoutArchive(path) {
      const opened = await session.openMissing(path)
      await settings.rememberArchive({ path: opened.path, name: opened.name }, new Date())
      return opened
    },
    async locateArchive() {
      const { archive, notebook } = session.workspace
      const notebookFolder = notebook.status().path
      const folder = await desktop.chooseFolder('moved-archive')
      if (folder === null) return null
      const opened = await session.relocate(folder)
      await settings.rememberNotebook(opened.path, notebookFolder)
      if (opened.path !== archive.path) await settings.forgetArchive(archive.path)
      await settings.rememberArchive({ path: opened.path, name: opened.name }, new Date())
      return opened
    },
    closeArchive: () => session.close(),
    forgetRecent: (path) => settings.forgetArchive(path),
    cancelImport: () => session.cancelImport(),
    async startImport(options) {
      session.startImport(options)
      await Promise.resolve()
    },
    getImportReport: async () => (session.isOpen ? await session.workspace.query.report() : null),
    async openExternal(address) {
      const url = URL.parse(address)
      if (url === null || !OPENABLE.has(url.protocol)) {
        throw new AnnalsError('LINK_NOT_ALLOWED', 'This address is not opened.', {
          details: { address },
        })
      }
      await desktop.openExternal(url.href)
    },
  }
}

async function withPresence(entry: RecentEntry): Promise<RecentArchive> {
  const present = stat(entry.path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const late = new Promise<boolean>((resolve) => {
    setTimeout(resolve, PRESENCE_TIMEOUT_MS, false).unref()
  })
  return { ...entry, present: await Promise.race([present, late]) }
}
