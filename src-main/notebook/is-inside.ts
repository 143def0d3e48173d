import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { errorCode } from './error-code.ts'

/**
 * Whether a path is a folder itself or lies in it, whatever links lead there. Neither need be there.
 *
 * @throws the system's errors
 */
export async function isInside(folder: string, path: string): Promise<boolean> {
  const way = relative(await resolveLinks(folder), await resolveLinks(path))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The real path, also of what is not there yet. */
async function resolveLinks(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    const parent = dirname(path)
    if (errorCode(error) !== 'ENOENT' || parent === path) return path
    return join(await resolveLinks(parent), basename(path))
  }
}
