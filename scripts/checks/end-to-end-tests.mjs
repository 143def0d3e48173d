import { withVirtualDisplay } from '../setup/electron-command.mjs'
import { findElectron } from '../setup/electron-runtime.mjs'
import { PROJECT_FOLDER, projectPath } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'

/** Run the end-to-end tests: the built app in real Electron, on a virtual display where needed. */
export async function runEndToEndTests(args, reportFile) {
  const playwright = projectPath('node_modules', 'playwright', 'cli.js')
  const config = projectPath('tests', 'playwright.config.ts')
  const { command, args: argv } = withVirtualDisplay(process.execPath, [
    playwright,
    'test',
    '--config',
    config,
    ...args,
  ])
  const env = {
    ...process.env,
    ANNALS_ELECTRON: findElectron(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
  }
  const { code } = await run(command, argv, { cwd: PROJECT_FOLDER, env })
  return code
}

/** @returns how many tests of Playwright's JSON report passed, failed and were skipped. */
export function countEndToEndTests({ stats }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }
}
