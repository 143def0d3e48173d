import { readFileSync, readdirSync } from 'node:fs'

/**
 * Memory of a process and all it started, in bytes: the sum of proportional set sizes, in which a
 * page that several processes share counts once. Linux only.
 */
export function processTreeBytes(rootPid: number): number {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const parent = Number.isInteger(pid) ? parentOf(pid) : null
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  let bytes = 0
  const waiting = [rootPid]
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    bytes += Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)![1]) * 1024
    waiting.push(...(children.get(pid) ?? []))
  }
  return bytes
}

/** @returns `null` where the process has ended meanwhile. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in parentheses and may itself hold some.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}
