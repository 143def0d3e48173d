#!/usr/bin/env node
import { statSync } from 'node:fs'
import { nodeCommand } from './setup/electron-command.mjs'
import { ensureBuild } from './setup/ensure-build.mjs'
import { ensureSetup } from './setup/ensure-setup.mjs'
import { projectPath } from './setup/paths.mjs'
import { main } from './setup/report.mjs'
import { run } from './setup/run.mjs'
import { startApp } from './setup/start-app.mjs'

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

await main(async () => {
  const args = process.argv.slice(2)
  const opensWindow = args.length === 0 || (args.length === 1 && isFolder(args[0]))
  if (opensWindow) return startApp(args)
  await ensureSetup()
  await ensureBuild()
  const { command, args: argv, env } = nodeCommand([projectPath('out/main/cli.js'), ...args])
  const { code } = await run(command, argv, { env })
  return code
})
