import { ensureBuild } from './setup/ensure-build.mjs'
import { ensureSetup } from './setup/ensure-setup.mjs'
import { main } from './setup/report.mjs'

await main(async () => {
  await ensureSetup()
  await ensureBuild()
})
