import { ensureSetup } from './setup/ensure-setup.mjs'
import { findElectron } from './setup/electron-runtime.mjs'
import { main } from './setup/report.mjs'

await main(async () => {
  await ensureSetup({ withDisplay: true })
  console.error(`  Ready. Electron: ${findElectron()}`)
})
