import { nodeCommand } from '../setup/electron-command.mjs'
import { PROJECT_FOLDER, projectPath } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'

/** Run the unit tests in Electron's own Node, so that the SQLite they use is the one that ships. */
export async function runUnitTests(args, reportFile) {
  const vitest = projectPath('node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const node = nodeCommand([
    vitest,
    'run',
    '--config',
    projectPath('tests', 'vitest.config.ts'),
    ...reporters,
    ...args,
  ])
  const { code } = await run(node.command, node.args, { cwd: PROJECT_FOLDER, env: node.env })
  return code
}

/** @returns how many tests of vitest's JSON report passed, failed and were skipped. */
export function countUnitTests(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.success ? 0 : report.numFailedTestSuites),
    skipped: report.numPendingTests,
  }
}
