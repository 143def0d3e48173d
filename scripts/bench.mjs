import { nodeCommand, withVirtualDisplay } from './setup/electron-command.mjs'
import { ensureBuild } from './setup/ensure-build.mjs'
import { ensureSetup } from './setup/ensure-setup.mjs'
import { projectPath } from './setup/paths.mjs'
import { main } from './setup/report.mjs'
import { run } from './setup/run.mjs'

await main(async () => {
  await ensureSetup({ withDisplay: true })
  await ensureBuild()
  const node = nodeCommand([projectPath('tests', 'bench', 'bench.ts'), ...process.argv.slice(2)])
  const { command, args } = withVirtualDisplay(node.command, node.args)
  const { code } = await run(command, args, { env: node.env })
  return code
})
