import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { projectPath } from './paths.mjs'
import { SetupError } from './report.mjs'
import { run } from './run.mjs'

const STAMP = projectPath('node_modules', '.annals-lock-hash')

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(projectPath('package-lock.json')))
    .digest('hex')
}

/** Install what the lock file names, unless just that is installed. */
export async function ensureDependencies(say) {
  const hash = lockHash()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return null
  say('installing the packages of the lock file (npm ci)')
  // A start by `npm start` hands npm's own settings down; loglevel keeps notes about newer Nodes out.
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectPath(),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (code !== 0) throw new SetupError(`“npm ci” failed with exit code ${code}.`)
  writeFileSync(STAMP, hash)
  return 'installed'
}
