import { BrowserWindow, app, dialog, nativeTheme } from 'electron'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RendererApi } from '#shared/contract.ts'
import { encodeError } from '#shared/errors.ts'
import { connect } from '#shared/rpc.ts'
import { mainApi } from './api/main-api.ts'
import { electronDesktop } from './app/electron-desktop.ts'
import { importInProcess } from './app/import-process.ts'
import { installMenu } from './app/menu.ts'
import { registerAppScheme, serveApp } from './app/protocol.ts'
import { reviveWindow } from './app/revive-window.ts'
import { hardenApp, hardenSession } from './app/security.ts'
import { type StartOptions, parseStartOptions } from './app/start-options.ts'
import { windowChannel } from './app/window-channel.ts'
import { boundsOf, openWindow } from './app/window.ts'
import { ArchiveSession } from './archive-session.ts'
import { resolvePlaces } from './places.ts'
import { Settings } from './settings.ts'
import { openWorkspace } from './workspace.ts'

const ownPath = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const resourcesFolder = app.isPackaged ? process.resourcesPath : ownPath('../../resources')

/** How long the window may take to hand over what was typed last. */
const HAND_OVER_MS = 5000

/** The arguments after Electron's own switches and, where it was not packaged, the app's path. */
function ownArguments(argv: string[]): string[] {
  if (app.isPackaged) return argv.slice(1)
  const appPath = argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'))
  return appPath === -1 ? [] : argv.slice(appPath + 1)
}

async function start(options: StartOptions): Promise<void> {
  const places = resolvePlaces({ home: options.home })
  const settings = await Settings.load(places.settingsFile)
  nativeTheme.themeSource = settings.theme
  await app.whenReady()
  hardenSession()
  serveApp(ownPath('../renderer'))

  const window = openWindow({
    preloadPath: ownPath('../preload/preload.cjs'),
    iconPath: `${resourcesFolder}/icon.png`,
    bounds: settings.bounds,
  })
  reviveWindow(window)

  const session = new ArchiveSession(
    (folder, { notebookFolder, isMissing, leftBackups }) =>
      openWorkspace(folder, {
        places,
        notebookFolder: notebookFolder ?? options.notebook,
        notebookOf: (archivePath) => settings.notebookOf(archivePath),
        isMissing,
        leftBackups,
        workers: {
          importUrl: new URL('./import.worker.js', import.meta.url),
          queryUrl: new URL('./query.worker.js', import.meta.url),
          exchangeUrl: new URL('./exchange.worker.js', import.meta.url),
        },
        runImport: importInProcess(ownPath('./import.process.js')),
        onSaveState: (state) => void renderer.onSaveState(state),
        onNotebookChange: (eventIds) => void renderer.onNotebookChanged(eventIds),
      }),
    {
      beforeClose: handOver,
      onArchiveChanged: (archive) => {
        window.setTitle(archive === null ? 'Annals' : `${archive.name} — Annals`)
        void renderer.onArchiveChanged(archive)
      },
      onImportProgress: (progress) => void renderer.onImportProgress(progress),
      onImportEnded: (report) => {
        void settings.setEventCount(report.archive, report.events)
        void renderer.onImportEnded(report)
      },
      onImportFailed: (error) => void renderer.onImportFailed(encodeError(error)),
      onPagesChanged: (changedPages) => void renderer.onPagesChanged(changedPages),
    },
  )
  // Where the notebook cannot be watched, as on a network share, this is when others' changes show.
  window.on('focus', () => void session.lookAtNotebook())
  const api = mainApi(session, settings, electronDesktop(window, resourcesFolder))
  const renderer = connect<RendererApi>(windowChannel(window), api)
  installMenu((command) => void renderer.onCommand(command))

  // Chromium reorders the command line it hands on, so the second start says itself what it wants.
  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    const { archive } = data as Pick<StartOptions, 'archive'>
    if (window.isMinimized()) window.restore()
    window.focus()
    if (archive !== null) void openOrTell(archive)
  })

  /** A window that does not hear it yet finds the error in the state of the app. */
  async function openOrTell(folder: string): Promise<void> {
    try {
      await api.openArchive(folder)
    } catch (error) {
      void renderer.onOpenFailed(encodeError(error))
    }
  }

  /** A window that does not answer has nothing more to hand over. */
  async function handOver(): Promise<boolean> {
    const silence = new Promise<boolean>((resolve) => setTimeout(resolve, HAND_OVER_MS, true))
    return await Promise.race([renderer.prepareToClose().catch(() => true), silence])
  }

  let isFarewellSaid = false
  let leaving: Promise<void> | null = null
  window.on('close', (event) => {
    if (isFarewellSaid) return
    event.preventDefault()
    leaving ??= farewell().finally(() => {
      leaving = null
    })
  })

  /** Close only once everything that was written is on disk, or the researcher says so. */
  async function farewell(): Promise<void> {
    try {
      await session.close()
    } catch (error) {
      if (!(await confirmLoss(window, encodeError(error).message))) return
    }
    await settings.setBounds(boundsOf(window))
    isFarewellSaid = true
    window.close()
  }

  if (options.archive !== null) await openOrTell(options.archive)
}

async function confirmLoss(window: BrowserWindow, reason: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Some of what you wrote is not saved yet.',
    detail: `${reason}\n\nStay, mend the cause and try again, or quit and lose it.`,
    buttons: ['Stay', 'Quit and lose it'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

const options = parseStartOptions(ownArguments(process.argv), process.cwd())
const { windowDataFolder } = resolvePlaces({ home: options.home })
mkdirSync(windowDataFolder, { recursive: true })
app.setPath('userData', windowDataFolder)

if (app.requestSingleInstanceLock({ archive: options.archive })) {
  registerAppScheme()
  hardenApp()
  app.on('window-all-closed', () => {
    app.quit()
  })
  void start(options)
} else {
  app.quit()
}
