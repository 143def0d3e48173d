import { spawnSync } from 'node:child_process'
import { findElectron } from './electron-runtime.mjs'
import { SetupError } from './report.mjs'
import { isInstalled, run } from './run.mjs'

const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
]
const VIRTUAL_DISPLAY = ['xvfb', 'xauth']
const CHINESE_FONTS = ['fonts-noto-cjk']

function hasMissingLibraries(electron) {
  const { stdout } = spawnSync('ldd', [electron], { encoding: 'utf8' })
  return stdout?.includes('not found') ?? false
}

function hasChineseFonts() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return status !== 0 || stdout.trim() !== ''
}

/** Newer Debians carry some libraries under a name that ends in t64. */
function currentName(name) {
  const { status } = spawnSync('apt-cache', ['show', `${name}t64`], { stdio: 'ignore' })
  return status === 0 ? `${name}t64` : name
}

function missingPackages({ withDisplay }) {
  const missing = []
  if (hasMissingLibraries(findElectron())) missing.push(...LIBRARIES)
  if (withDisplay && !isInstalled('xvfb-run')) missing.push(...VIRTUAL_DISPLAY)
  if (withDisplay && !hasChineseFonts()) missing.push(...CHINESE_FONTS)
  return missing
}

async function apt(...args) {
  const { code } = await run('apt-get', args, {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (code !== 0) throw new SetupError(`“apt-get ${args.join(' ')}” failed with exit code ${code}.`)
}

/**
 * See to it that the libraries Electron needs are on this Linux machine.
 *
 * @param options.withDisplay - Also what a window without a screen needs (Xvfb, Chinese fonts).
 */
export async function ensureSystemLibraries(say, options) {
  if (process.platform !== 'linux') return null
  const missing = missingPackages(options)
  if (missing.length === 0) return null
  const mayInstall = process.getuid() === 0 && isInstalled('apt-get')
  if (!mayInstall) {
    throw new SetupError(
      `some are missing. Install them, then start again:\n\n    sudo apt-get install ${missing.join(' ')}\n`,
    )
  }
  say('apt-get update')
  await apt('update')
  const names = missing.map(currentName)
  say(`apt-get install ${names.join(' ')}`)
  await apt('install', '-y', '--no-install-recommends', ...names)
  return 'installed'
}
