import { readFileSync } from 'node:fs'

/** The most memory this process ever held (resident set), in bytes. */
export function peakMemoryBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  // Not `maxRSS`: on Linux a child starts out with the peak of the process that started it.
  const status = readFileSync('/proc/self/status', 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)![1]) * 1024
}
