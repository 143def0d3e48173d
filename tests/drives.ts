import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...words: string[]) => spawnSync(command, words).status === 0

/** Mount a small drive of its own. @returns whether that was allowed. */
export function mountDrive(folder: string, size: string): boolean {
  mkdirSync(folder, { recursive: true })
  return run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'none', folder)
}

/** Take a drive away, also while something on it is open. */
export function unmountDrive(folder: string): void {
  run('umount', '-l', folder)
}

/** Let a mounted drive be read only, or written again. */
export function remountDrive(folder: string, mode: 'ro' | 'rw'): boolean {
  return run('mount', '-o', `remount,${mode}`, folder)
}

/** Fill what is left of a drive. @returns the file that does. */
export function fillDrive(drive: string): string {
  const file = join(drive, 'filler')
  for (const size of [65_536, 4096]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  return file
}

/** Whether this user may mount drives. */
export const canMount = (() => {
  const folder = join(tmpdir(), `annals-mount-${process.pid}`)
  const isMounted = mountDrive(folder, '64k')
  if (isMounted) unmountDrive(folder)
  run('rmdir', folder)
  return isMounted
})()
