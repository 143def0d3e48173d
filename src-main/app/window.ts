import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowBounds } from '../settings.ts'
import { APP_URL, DEVELOPMENT_URL } from './scheme.ts'

const DEFAULT_SIZE = { width: 1280, height: 800 }
const SMALLEST_SIZE = { minWidth: 720, minHeight: 480 }
/** The paper colours of the window's style sheet, so that nothing flashes before it is there. */
const PAPER = { light: '#fcfbf8', dark: '#1b1c1e' }

/** Open the app's one window. It shows itself when there is something to see. */
export function openWindow(options: {
  preloadPath: string
  iconPath: string
  bounds: WindowBounds | null
}): BrowserWindow {
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...visibleBounds(options.bounds),
    ...SMALLEST_SIZE,
    show: false,
    title: 'Annals',
    icon: options.iconPath,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: options.preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Elsewhere Chromium would fetch dictionaries from the network; a Mac brings its own.
      spellcheck: process.platform === 'darwin',
    },
  })
  window.once('ready-to-show', () => {
    if (options.bounds?.maximized) window.maximize()
    window.show()
  })
  void window.loadURL(DEVELOPMENT_URL ?? APP_URL)
  return window
}

/** Where the window was, unless no screen is there any more. */
function visibleBounds(bounds: WindowBounds | null) {
  if (bounds === null) return {}
  const { workArea } = screen.getDisplayMatching(bounds)
  const isVisible =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y < workArea.y + workArea.height &&
    bounds.y >= workArea.y
  const { x, y, width, height } = bounds
  return isVisible ? { x, y, width, height } : { width, height }
}

/** @returns where the window is now, as it would be without being maximised. */
export function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}
