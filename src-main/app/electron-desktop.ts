import { type BrowserWindow, app, dialog, nativeTheme, shell } from 'electron'
import { join } from 'node:path'
import type { Desktop } from '../api/desktop.ts'

const MARKDOWN = [{ name: 'Markdown', extensions: ['md'] }]

/** The real desktop behind the window. */
export function electronDesktop(window: BrowserWindow, resourcesFolder: string): Desktop {
  async function chooseFolder(title: string, buttonLabel: string): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      buttonLabel,
      properties: ['openDirectory', 'createDirectory'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }

  return {
    version: app.getVersion(),
    sampleArchive: join(resourcesFolder, 'sample-archive'),
    chooseFolder: () => chooseFolder('Open an archive folder', 'Open'),
    chooseTargetFolder: () => chooseFolder('Export into a folder', 'Export here'),
    async chooseNewFile(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Export to Markdown',
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: MARKDOWN,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      return canceled || filePath === '' ? null : filePath
    },
    async confirmReplace(path) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: 'Replace the earlier export?',
        detail: path,
        buttons: ['Keep it', 'Replace'],
        defaultId: 0,
        cancelId: 0,
      })
      return response === 1
    },
    openExternal: (url) => shell.openExternal(url),
    showItem: (path) => {
      shell.showItemInFolder(path)
    },
    applyTheme: (theme) => {
      nativeTheme.themeSource = theme
    },
  }
}
