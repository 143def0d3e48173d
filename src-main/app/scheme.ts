/** The app's own scheme: the window is loaded from here and from nowhere else. */
export const APP_SCHEME = 'annals'
const APP_HOST = 'app'

/** Address of the window's page. */
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/index.html`

/**
 * The development server's address, or `null`. The constant is false in a build, so that a built
 * app knows no other origin than its own.
 */
export const DEVELOPMENT_URL: string | null = import.meta.env.DEV
  ? (process.env['ELECTRON_RENDERER_URL'] ?? null)
  : null

/** Whether an address belongs to the app's window. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  // Node gives custom schemes the origin "null": protocol and host are compared instead.
  if (url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST) return true
  return DEVELOPMENT_URL !== null && url.host === new URL(DEVELOPMENT_URL).host
}
