import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { SetupError, step } from './report.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

const NEEDED_NODE = [20, 19]

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isOld = major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1])
  if (isOld) throw new SetupError(`version ${NEEDED_NODE.join('.')} or newer is needed.`)
}

/**
 * Do all set-up that is missing; what is in place costs nothing and is not mentioned.
 *
 * @param options.withDisplay - Whether a window has to be shown where there may be no screen.
 */
export async function ensureSetup({ withDisplay = false } = {}) {
  await step('Node', checkNode)
  await step('Dependencies', ensureDependencies)
  await step('Electron', ensureElectron)
  await step('System libraries', (say) => ensureSystemLibraries(say, { withDisplay }))
}
