import { Menu, type MenuItemConstructorOptions, app } from 'electron'
import type { MenuCommand } from '#shared/contract.ts'

/** Keys that the window's own text fields need first are not registered, only shown. */
const SHOWN_ONLY = { registerAccelerator: false }

/** Build the menu bar. Every command is carried out by the window. */
export function installMenu(send: (command: MenuCommand) => void): void {
  const command = (
    label: string,
    name: MenuCommand,
    accelerator?: string,
    extra: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => {
      send(name)
    },
    ...extra,
  })
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('&Open Archive…', 'open-archive', 'CmdOrCtrl+O'),
        command('&Close Archive', 'close-archive'),
        { type: 'separator' },
        command('&Import Report', 'import-report'),
        command('What &Changed', 'changes'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('&Undo', 'undo', 'CmdOrCtrl+Z', SHOWN_ONLY),
        command('&Redo', 'redo', 'CmdOrCtrl+Shift+Z', SHOWN_ONLY),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        command('&Search', 'search', 'CmdOrCtrl+Shift+F'),
        command('Sa&ve This Search…', 'save-search', 'CmdOrCtrl+S'),
        command('&Note on This Event', 'new-note', 'N', SHOWN_ONLY),
        command('&Add to Collection…', 'add-to-collection', 'C', SHOWN_ONLY),
        command('New &Collection…', 'new-collection', 'CmdOrCtrl+Shift+N'),
        command('New C&laim…', 'new-claim', 'CmdOrCtrl+Shift+E'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('&Back', 'go-back', isMac ? 'Cmd+[' : 'Alt+Left'),
        command('&Forward', 'go-forward', isMac ? 'Cmd+]' : 'Alt+Right'),
        { type: 'separator' },
        command('&Notes', 'notes', 'CmdOrCtrl+Shift+L'),
        command('&Claims', 'claims'),
        command('&Trash', 'trash'),
        command('Backu&ps', 'backups'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: '&Help',
      submenu: [command('&Keyboard Shortcuts', 'show-shortcuts', '?', SHOWN_ONLY)],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
