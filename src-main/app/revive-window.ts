import { type BrowserWindow, dialog } from 'electron'

/** A second crash so soon would only be followed by a third. */
const TOO_SOON_MS = 60_000

/**
 * Load the window again when its process has died. What was written is in the main process or on
 * disk by then; at most the last half second of typing is gone.
 */
export function reviveWindow(window: BrowserWindow): void {
  let latestDeathMs = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const nowMs = performance.now()
    if (nowMs - latestDeathMs > TOO_SOON_MS) {
      latestDeathMs = nowMs
      window.webContents.reload()
      return
    }
    dialog.showErrorBox(
      'The window stopped working twice',
      `Reason: ${reason}. Everything you wrote is saved. Start Annals again.`,
    )
    window.destroy()
  })
}
