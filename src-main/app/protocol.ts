import { protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { APP_SCHEME, isAppUrl } from './scheme.ts'

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Placeholder in index.html. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * Nothing but the app's own files. Style elements need the page's nonce: the note editor makes some
 * at run time. Scripts may be made from strings by Vue and DOMPurify alone, and they make none.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types vue dompurify annals',
  ].join('; ')
}

/** Has to be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serve the window's files, and only those, from `folder`. */
export function serveApp(folder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' || !isAppUrl(request.url)) return refuse(405)
    const file = await fileOf(folder, request.url)
    if (file === null) return refuse(404)
    return respond(file)
  })
}

/** @returns the real path of a file inside `folder`, or `null` for whatever is not. */
async function fileOf(folder: string, address: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(new URL(address).pathname)
    const root = await realpath(folder)
    const file = await realpath(join(root, path))
    const inside = relative(root, file)
    const isInside = inside !== '' && !inside.startsWith(`..${sep}`) && inside !== '..'
    return isInside && extname(file) in MEDIA_TYPES ? file : null
  } catch {
    return null
  }
}

async function respond(file: string): Promise<Response> {
  const type = MEDIA_TYPES[extname(file)] ?? 'application/octet-stream'
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'content-security-policy': contentSecurityPolicy(nonce),
  }
  if (!type.startsWith('text/html')) return new Response(await readFile(file), { headers })
  const html = await readFile(file, 'utf8')
  return new Response(html.replaceAll(NONCE_PLACEHOLDER, nonce), { headers })
}

function refuse(status: number): Response {
  return new Response(null, {
    status,
    headers: { 'content-security-policy': "default-src 'none'" },
  })
}
