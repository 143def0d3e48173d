import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runUnitTests } from './checks/unit-tests.mjs'
import { ensureSetup } from './setup/ensure-setup.mjs'
import { main } from './setup/report.mjs'

await main(async () => {
  await ensureSetup()
  return runUnitTests(process.argv.slice(2), join(tmpdir(), 'annals-unit-tests.json'))
})
