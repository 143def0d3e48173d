import { withVirtualDisplay } from '../setup/electron-command.mjs'
import { findElectron } from '../setup/electron-runtime.mjs'
import { projectPath } from '../setup/paths.mjs'
import { SetupError } from '../setup/report.mjs'
import { run } from '../setup/run.mjs'

/** Open an archive in the real window, on a virtual display where there is none, and picture it. */
export async function takeScreenshot(options) {
  const { command, args } = withVirtualDisplay(process.execPath, [
    projectPath('scripts', 'demo', 'picture-window.mjs'),
    JSON.stringify({ ...options, electron: findElectron() }),
  ])
  const { code } = await run(command, args)
  if (code !== 0) throw new SetupError('The picture of the window could not be taken.')
}
