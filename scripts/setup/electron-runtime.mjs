import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FALLBACK_NOTE, HAS_FALLBACK, fetchFallback, findFallback } from './electron-fallback.mjs'
import { projectPath } from './paths.mjs'
import { SetupError } from './report.mjs'
import { run } from './run.mjs'

const PACKAGE = projectPath('node_modules', 'electron')

function findOfficial() {
  const pathFile = join(PACKAGE, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

function findNamed() {
  const named = process.env.ANNALS_ELECTRON
  if (!named) return null
  if (!existsSync(named)) {
    throw new SetupError(`ANNALS_ELECTRON names ${named}, but there is no such file.`)
  }
  return named
}

/**
 * The Electron to run: the one `ANNALS_ELECTRON` names, else the official one, else the fallback.
 *
 * @returns an absolute path, or `null` where none is here yet.
 */
export function findElectron() {
  return findNamed() ?? findOfficial() ?? findFallback()
}

/** See to it that there is an Electron to run. */
export async function ensureElectron(say) {
  if (findElectron()) return null
  say('fetching the official Electron')
  const install = await run(process.execPath, [join(PACKAGE, 'install.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (install.code === 0 && findOfficial()) return 'official release'
  const reason = install.stderr.trim().split('\n')[0] || `exit code ${install.code}`
  if (!HAS_FALLBACK) {
    throw new SetupError(
      `the official Electron could not be fetched (${reason}). Set ELECTRON_MIRROR to a mirror, ` +
        'or ANNALS_ELECTRON to an Electron you have.',
    )
  }
  await fetchFallback(say)
  return FALLBACK_NOTE
}
