import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Run a program of `programs/` in an Electron-as-Node process of its own.
 *
 * @returns what it printed on stdout: one JSON value.
 */
export function runProgram<Answer>(program: URL, args: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(program), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as Answer)
      else reject(new Error(`${program.href} ended with exit code ${String(code)}.`))
    })
  })
}
