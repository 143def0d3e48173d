import { createHash } from 'node:crypto'
import { opendir, realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AnnalsError, type ErrorCode } from '#shared/errors.ts'
import { walkArchive } from './walk-archive.ts'

/** A folder that was found to hold pages. */
export interface ArchiveFolder {
  /** Absolute real path. */
  root: string
  /** For a person: the folder's own name. */
  name: string
  /** See {@link fingerprintArchive}. */
  fingerprint: string
}

const MAX_BLOCKING_MS = 5

/**
 * Look whether a folder can be opened as an archive. Stops at the first page and never keeps the
 * thread for long.
 *
 * @throws ARCHIVE_NOT_FOUND, ARCHIVE_NOT_A_FOLDER, ARCHIVE_UNREADABLE, ARCHIVE_EMPTY, ARCHIVE_NO_PAGES
 */
export async function openArchiveFolder(path: string): Promise<ArchiveFolder> {
  const root = await findFolder(path)
  if (await isEmptyFolder(root)) refuse('ARCHIVE_EMPTY', path, 'The folder is empty')
  if (!(await holdsPages(root))) refuse('ARCHIVE_NO_PAGES', path, 'The folder holds no pages')
  return { root, name: basename(root) || root, fingerprint: fingerprintArchive(root) }
}

/**
 * A short name for an archive that stays the same however often it is opened or imported, and
 * differs between archives on one machine: made from its real path.
 */
export function fingerprintArchive(root: string): string {
  return createHash('sha256').update(root.normalize('NFC')).digest('hex').slice(0, 16)
}

async function findFolder(path: string): Promise<string> {
  try {
    const root = await realpath(path)
    if ((await stat(root)).isDirectory()) return root
  } catch (error) {
    refuseUnread(path, error)
  }
  return refuse('ARCHIVE_NOT_A_FOLDER', path, 'That is a file, not a folder')
}

async function isEmptyFolder(root: string): Promise<boolean> {
  try {
    await using folder = await opendir(root)
    return (await folder.read()) === null
  } catch (error) {
    return refuseUnread(root, error)
  }
}

async function holdsPages(root: string): Promise<boolean> {
  let pausedAt = performance.now()
  for (const { files } of walkArchive(root)) {
    if (files.length > 0) return true
    if (performance.now() - pausedAt > MAX_BLOCKING_MS) {
      await setImmediate()
      pausedAt = performance.now()
    }
  }
  return false
}

function refuseUnread(path: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ENOENT') refuse('ARCHIVE_NOT_FOUND', path, 'There is no such folder', cause)
  if (code === 'ENOTDIR') refuse('ARCHIVE_NOT_A_FOLDER', path, 'That is no folder', cause)
  refuse('ARCHIVE_UNREADABLE', path, 'The folder cannot be read', cause)
}

function refuse(code: ErrorCode, path: string, message: string, cause?: unknown): never {
  throw new AnnalsError(code, `${message}: ${path}`, { details: { path }, cause })
}
