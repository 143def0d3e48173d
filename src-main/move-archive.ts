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

/**
 * Let what is kept of an archive by its place follow it to another one: its index, so that nothing
 * has to be read again that is the same, and the backups of its notebook. What is there already
 * stays. None of them may be open.
 *
 * @param from - Fingerprint of the archive where it was.
 * @param to - Fingerprint of the archive where it is.
 */
export async function moveArchiveData(
  places: Places,
  notebookFolder: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const index = { from: indexPathOf(places, from), to: indexPathOf(places, to) }
  if (!existsSync(index.to)) {
    for (const suffix of ['-wal', '-shm', '']) await move(index.from + suffix, index.to + suffix)
  }
  const backups = backupFolderOf(places, notebookFolder, to)
  if (!existsSync(backups)) await move(backupFolderOf(places, notebookFolder, from), backups)
}

/** An index can be made again, and backups stay where they were: neither may keep an archive closed. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(() => undefined)
}
