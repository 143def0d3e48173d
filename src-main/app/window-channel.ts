import { type BrowserWindow, ipcMain } from 'electron'
import type { Channel } from '#shared/rpc.ts'
import { isOwnFrame } from './security.ts'

const CHANNEL = 'annals'

/** The pipe to the window. A message from any other frame or page is dropped. */
export function windowChannel(window: BrowserWindow): Channel {
  return {
    post: (message) => {
      if (!window.isDestroyed()) window.webContents.send(CHANNEL, message)
    },
    onMessage: (listener) => {
      ipcMain.on(CHANNEL, (event, message: unknown) => {
        const isOurs =
          !window.isDestroyed() &&
          event.sender === window.webContents &&
          isOwnFrame(event.senderFrame, event.sender)
        if (isOurs) listener(message)
      })
    },
  }
}
