import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const run = (command: string, ...words: string[]) => spawnSync(command, words).status === 0

/** Mount a small drive for the length of a test. @returns whether that was allowed. */
export function mountSmall(folder: string, size: string): boolean {
  mkdirSync(folder, { recursive: true })
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'none', folder)) return false
  onTestFinished(() => void run('umount', '-l', folder))
  return true
}

/** Let a mounted drive be read only, or written again. */
export function remount(folder: string, mode: 'ro' | 'rw'): boolean {
  return run('mount', '-o', `remount,${mode}`, folder)
}

/** Whether this user may mount drives. */
export const canMount = (() => {
  const folder = join(tmpdir(), `annals-mount-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const isMounted = run('mount', '-t', 'tmpfs', 'none', folder)
  if (isMounted) run('umount', folder)
  run('rmdir', folder)
  return isMounted
})()
