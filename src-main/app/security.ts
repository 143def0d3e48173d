import { type Session, type WebContents, app, session } from 'electron'
import { DEVELOPMENT_URL, isAppUrl } from './scheme.ts'

/** Copying is what a researcher does all day; everything else a page can ask for is refused. */
const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write'])

/** Has to be called before the app is ready. */
export function hardenApp(): void {
  // Chromium refuses to sandbox a root user's processes; the switch says that this is such a start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  if (DEVELOPMENT_URL === null) {
    app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  }
  for (const quiet of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(quiet)
  }
  app.on('web-contents-created', (_event, contents) => {
    confine(contents)
  })
}

/** Has to be called once the app is ready, before a window is made. */
export function hardenSession(): void {
  refusePermissions(session.defaultSession)
  refuseNetwork(session.defaultSession)
}

function refusePermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(ALLOWED_PERMISSIONS.has(permission))
  })
  target.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission))
  target.setDevicePermissionHandler(() => false)
  target.setDisplayMediaRequestHandler((_request, answer) => {
    answer({})
  })
}

function refuseNetwork(target: Session): void {
  target.webRequest.onBeforeRequest((details, answer) => {
    const isOwn = isAppUrl(details.url) || isInternal(details.url)
    answer({ cancel: !isOwn })
  })
}

/** Pictures inside the page, and Chromium's own developer tools, which no build opens. */
function isInternal(address: string): boolean {
  return address.startsWith('data:') || address.startsWith('devtools:')
}

/** Keep a window on its one page. */
function confine(contents: WebContents): void {
  const prevent = (event: { url?: string; preventDefault(): void }) => {
    // The development server reloads the page by navigating to it.
    const isReload = DEVELOPMENT_URL !== null && event.url !== undefined && isAppUrl(event.url)
    if (!isReload) event.preventDefault()
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', prevent)
  contents.on('will-frame-navigate', prevent)
  contents.on('will-redirect', prevent)
  contents.on('will-attach-webview', prevent)
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Whether a message comes from the top frame of a page of ours. */
export function isOwnFrame(
  frame: { url: string } | null,
  contents: { mainFrame: { url: string } },
): boolean {
  return frame !== null && frame === contents.mainFrame && isAppUrl(frame.url)
}
