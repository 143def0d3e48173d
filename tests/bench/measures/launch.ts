import { fileURLToPath } from 'node:url'
import { type ElectronApplication, _electron } from 'playwright'

/** An app of one sandboxed window with one line of text, whose id is `text`. */
export const BLANK_APP = fileURLToPath(new URL('../blank/main.mjs', import.meta.url))

/** Start Electron with these arguments, as a person would but without a terminal. */
export async function launchElectron(args: string[]): Promise<ElectronApplication> {
  const env = { ...process.env } as Record<string, string>
  delete env['ELECTRON_RUN_AS_NODE']
  return await _electron.launch({
    executablePath: process.execPath,
    args: [...sandboxArguments(), ...args],
    env,
  })
}

/** Chromium refuses to sandbox a root user's processes; see CONTRIBUTING.md. */
function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
