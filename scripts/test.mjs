import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countEndToEndTests, runEndToEndTests } from './checks/end-to-end-tests.mjs'
import { countUnitTests, runUnitTests } from './checks/unit-tests.mjs'
import { ensureBuild } from './setup/ensure-build.mjs'
import { ensureSetup } from './setup/ensure-setup.mjs'
import { PROJECT_FOLDER } from './setup/paths.mjs'
import { main } from './setup/report.mjs'
import { run } from './setup/run.mjs'

const STATIC_CHECKS = ['lint', 'typecheck', 'format:check', 'unused']

async function runStaticCheck(name) {
  const { code } = await run('npm', ['run', '--silent', name], {
    cwd: PROJECT_FOLDER,
    shell: process.platform === 'win32',
  })
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Run tests that leave a JSON report, and count them. A run that leaves none has failed. */
async function runCounted(runTests, count) {
  const folder = mkdtempSync(join(tmpdir(), 'annals-test-report-'))
  const reportFile = join(folder, 'report.json')
  try {
    const code = await runTests([], reportFile)
    const counts = count(JSON.parse(readFileSync(reportFile, 'utf8')))
    return { ...counts, failed: code === 0 ? counts.failed : Math.max(counts.failed, 1) }
  } catch (error) {
    console.error(`No test report: ${error.message}`)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

await main(async () => {
  await ensureSetup({ withDisplay: true })
  await ensureBuild()
  const checks = [
    ...STATIC_CHECKS.map((name) => [name, () => runStaticCheck(name)]),
    ['unit tests', () => runCounted(runUnitTests, countUnitTests)],
    ['end-to-end tests', () => runCounted(runEndToEndTests, countEndToEndTests)],
  ]
  const total = { passed: 0, failed: 0, skipped: 0 }
  const failedChecks = []
  for (const [name, check] of checks) {
    console.log(`\n── ${name}`)
    const counts = await check()
    if (counts.failed > 0) failedChecks.push(name)
    for (const key of Object.keys(total)) total[key] += counts[key]
  }
  if (failedChecks.length > 0) console.log(`\nFailed: ${failedChecks.join(', ')}`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed > 0 ? 1 : 0
})
