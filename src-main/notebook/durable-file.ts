import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { errorCode } from './error-code.ts'

/** Windows refuses to rename while a virus scanner or an indexer looks at the file. */
const RENAME_PAUSES_MS = [20, 40, 80, 160, 320]
const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES'])

const NEW_FILE_MODE = 0o600

/** Names of the files that {@link writeDurably} makes and, killed, leaves behind. */
export const TEMPORARY_NAME = /^\..+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/**
 * Read a regular file whole. Never waits for the other end of a pipe.
 *
 * @returns `null` where there is no such file.
 * @throws the system's error, or one with code `EINVAL` for what is no regular file.
 */
export async function readBytes(path: string): Promise<Buffer | null> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const status = await file.stat()
    if (!status.isFile()) throw Object.assign(new Error('no regular file'), { code: 'EINVAL' })
    return await file.readFile()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Replace a file so that at any moment, also after a loss of power, either the old or the new bytes
 * are there in full. A link is followed; the mode of an existing file is kept.
 *
 * @param beforeReplacing - Runs once the new bytes are safe beside the file and it is still the old
 * one; where it throws, the file stays as it is.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  beforeReplacing: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { target, mode } = await findTarget(path)
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    await writeNewFile(temporary, bytes, mode)
    await beforeReplacing()
    await renameWhenFree(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(target))
}

/** Make what was renamed into or removed from a folder last. Windows does so by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder, constants.O_RDONLY)
  await handle.sync()
}

async function findTarget(path: string): Promise<{ target: string; mode: number }> {
  try {
    const target = await realpath(path)
    const { mode } = await stat(target)
    return { target, mode: mode & 0o777 }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { target: path, mode: NEW_FILE_MODE }
    throw error
  }
}

async function writeNewFile(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  await using file = await open(path, 'wx', NEW_FILE_MODE)
  await file.writeFile(bytes)
  if (mode !== NEW_FILE_MODE) await file.chmod(mode)
  const { size } = await file.stat()
  if (size !== bytes.length) {
    const message = `${size} of ${bytes.length} bytes were written`
    throw Object.assign(new Error(message), { code: 'ENOSPC' })
  }
  await file.sync()
}

async function renameWhenFree(from: string, to: string): Promise<void> {
  for (const pauseMs of RENAME_PAUSES_MS) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (!BUSY.has(errorCode(error) ?? '')) throw error
      await setTimeout(pauseMs)
    }
  }
  await rename(from, to)
}
