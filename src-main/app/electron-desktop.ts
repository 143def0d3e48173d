import { type BrowserWindow, type FileFilter, app, dialog, nativeTheme, shell } from 'electron'
import { extname, join } from 'node:path'
import type { Desktop, FolderPurpose } from '../api/desktop.ts'

/** Kinds of files, by their extension. */
const FILE_KINDS: Record<string, string> = {
  md: 'Markdown',
  csv: 'Table (CSV)',
  jsonld: 'Web Annotations (JSON-LD)',
}

/** What the folder dialog says: its title, and its button. */
const FOLDER_DIALOGS: Record<FolderPurpose, readonly [title: string, button: string]> = {
  archive: ['Open an archive folder', 'Open'],
  'moved-archive': ['Where is the archive now?', 'Go on here'],
  export: ['Export into a folder', 'Export here'],
  merge: ['Merge another notebook', 'Merge'],
  notebook: ['Save the notebook into a folder', 'Save here'],
}

/** The real desktop behind the window. */
export function electronDesktop(window: BrowserWindow, resourcesFolder: string): Desktop {
  async function chooseFolder(purpose: FolderPurpose): Promise<string | null> {
    const [title, buttonLabel] = FOLDER_DIALOGS[purpose]
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
    chooseFolder,
    async chooseAnnotationFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Import annotations',
        buttonLabel: 'Import',
        filters: [{ name: 'Annotations (JSON)', extensions: ['json', 'jsonld'] }],
        properties: ['openFile'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    async chooseNewFile(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Export',
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: listFilters(suggestedName),
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

function listFilters(fileName: string): FileFilter[] {
  const extension = extname(fileName).slice(1)
  const name = FILE_KINDS[extension]
  return name === undefined ? [] : [{ name, extensions: [extension] }]
}
