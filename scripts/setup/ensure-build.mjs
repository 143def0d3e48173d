import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_FOLDER, projectPath } from './paths.mjs'
import { SetupError, step } from './report.mjs'
import { run } from './run.mjs'

const INPUTS = [
  'src-main',
  'src-renderer',
  'src-shared',
  'electron.vite.config.ts',
  'package-lock.json',
]
const STAMP = projectPath('out', '.inputs-hash')

/** The runtime's major version that both the official Electron and the fallback understand. */
const TARGET_ELECTRON = '42'

function* filesBelow(path) {
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name))
}

function inputsHash() {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    for (const file of filesBelow(projectPath(input))) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/** What electron-vite needs to know of the runtime. */
export const BUILD_ENVIRONMENT = { ...process.env, ELECTRON_MAJOR_VER: TARGET_ELECTRON }

/** Build the app, unless it was built from just these sources. */
export async function ensureBuild() {
  await step('Build', async (say) => {
    const hash = inputsHash()
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return null
    say('building the app')
    const cli = projectPath('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const { code, stdout, stderr } = await run(process.execPath, [cli, 'build'], {
      cwd: PROJECT_FOLDER,
      env: BUILD_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (code !== 0) {
      process.stderr.write(stdout + stderr)
      throw new SetupError(`“electron-vite build” failed with exit code ${code}.`)
    }
    writeFileSync(STAMP, hash)
    return 'built'
  })
}
