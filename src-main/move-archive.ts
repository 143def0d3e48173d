import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Places } from './places.ts'

/** Where the index of an archive is. */
export function indexPathOf(places: Places, fingerprint: string): string {
  return join(places.indexFolder, `${fingerprint}.sqlite`)
}

/** Where the backups of a notebook are. */
export function backupFolderOf(
  places: Places,
  notebookFolder: string,
  fingerprint: string,
): string {
  return join(places.backupsFolder, `${basename(notebookFolder)}-${fingerprint}`)
}

/** Backups of a notebook that could not follow it. */
export interface LeftBackups {
  /** Absolute path of the folder where they are. */
  path: string
  /** Why, for a person. */
  reason: string
}

/**
 * Let what is kept of an archive by its place follow it to another one: its index, so that nothing
 * has to be read again that is the same, and the backups of its notebook. What is there already
 * stays. None of them may be open.
 *
 * @param from - Fingerprint of the archive where it was.
 * @param to - Fingerprint of the archive where it is.
 * @returns the backups, where they stay behind, or `null`.
 */
export async function moveArchiveData(
  places: Places,
  notebookFolder: string,
  { from, to }: { from: string; to: string },
): Promise<LeftBackups | null> {
  const index = { from: indexPathOf(places, from), to: indexPathOf(places, to) }
  if (!existsSync(index.to)) {
    for (const suffix of ['-wal', '-shm', '']) {
      // It can be made again.
      await rename(index.from + suffix, index.to + suffix).catch(() => undefined)
    }
  }
  return await moveBackups(
    backupFolderOf(places, notebookFolder, from),
    backupFolderOf(places, notebookFolder, to),
  )
}

/** Backups that cannot be moved keep no archive closed. */
async function moveBackups(from: string, to: string): Promise<LeftBackups | null> {
  if (from === to || !existsSync(from)) return null
  if (existsSync(to)) return { path: from, reason: `there are others in ${to}` }
  try {
    await rename(from, to)
    return null
  } catch (error) {
    return { path: from, reason: error instanceof Error ? error.message : String(error) }
  }
}
