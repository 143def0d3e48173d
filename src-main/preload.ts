import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { PreloadBridge } from '#shared/contract.ts'

const CHANNEL = 'annals'

const bridge: PreloadBridge = {
  post: (message) => {
    ipcRenderer.send(CHANNEL, message)
  },
  onMessage: (listener) => {
    // Only the message is handed on: the event would give the page a way to the channel itself.
    ipcRenderer.on(CHANNEL, (_event, message: unknown) => {
      listener(message)
    })
  },
  pathOfFile: (file) => webUtils.getPathForFile(file as File),
}

contextBridge.exposeInMainWorld('annals', bridge)
