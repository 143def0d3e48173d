import { BrowserWindow, app } from 'electron'

// The least an Electron app can be: one sandboxed window with one line of text.
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('data:text/html,<title>Blank</title><p id="text">Blank</p>')
})
