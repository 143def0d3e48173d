import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runEndToEndTests } from './checks/end-to-end-tests.mjs'
import { ensureBuild } from './setup/ensure-build.mjs'
import { ensureSetup } from './setup/ensure-setup.mjs'
import { main } from './setup/report.mjs'

await main(async () => {
  await ensureSetup({ withDisplay: true })
  await ensureBuild()
  return runEndToEndTests(process.argv.slice(2), join(tmpdir(), 'annals-e2e-tests.json'))
})
