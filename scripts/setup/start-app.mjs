import { resolve } from 'node:path'
import { runDemo } from '../demo/run-demo.mjs'
import { hasDisplay, sandboxArguments } from './electron-command.mjs'
import { findElectron } from './electron-runtime.mjs'
import { ensureBuild } from './ensure-build.mjs'
import { ensureSetup } from './ensure-setup.mjs'
import { PROJECT_FOLDER } from './paths.mjs'
import { run } from './run.mjs'

/**
 * Open the app, with the archive folder that `args` may name. Where no window can be shown, say so
 * and do the main job without one.
 *
 * @returns the exit code.
 */
export async function startApp(args) {
  if (!hasDisplay()) {
    console.error('There is no display here (DISPLAY is not set), so no window can be opened.')
    console.error('Doing the main job without one instead: npm run demo\n')
    return runDemo()
  }
  await ensureSetup()
  await ensureBuild()
  const folders = args.map((arg) => (arg.startsWith('-') ? arg : resolve(arg)))
  const { code } = await run(findElectron(), [...sandboxArguments(), PROJECT_FOLDER, ...folders])
  return code
}
