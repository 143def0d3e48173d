import { sandboxArguments } from './setup/electron-command.mjs'
import { findElectron } from './setup/electron-runtime.mjs'
import { BUILD_ENVIRONMENT } from './setup/ensure-build.mjs'
import { ensureSetup } from './setup/ensure-setup.mjs'
import { PROJECT_FOLDER, projectPath } from './setup/paths.mjs'
import { main } from './setup/report.mjs'
import { run } from './setup/run.mjs'

await main(async () => {
  await ensureSetup()
  const cli = projectPath('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const noSandbox = sandboxArguments().length > 0 ? ['--noSandbox'] : []
  const args = [cli, 'dev', '--watch', ...noSandbox, ...process.argv.slice(2)]
  const { code } = await run(process.execPath, args, {
    cwd: PROJECT_FOLDER,
    env: { ...BUILD_ENVIRONMENT, ELECTRON_EXEC_PATH: findElectron() },
  })
  return code
})
