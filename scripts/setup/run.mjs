import { spawn, spawnSync } from 'node:child_process'

/**
 * Run a program to its end.
 *
 * @param options - As for `spawn`; output is inherited unless `stdio` says otherwise.
 * @returns its exit code and what it wrote, where that was piped.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : code, stdout, stderr }))
  })
}

/** Whether a program is on the path. */
export function isInstalled(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0
}
