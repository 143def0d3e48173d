import type { Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'

/** What is at a path, links not followed; `null` where nothing is. */
export async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
