import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { AnnalsError } from '#shared/errors.ts'
import { LOCK_NAME } from './layout.ts'

const SQLITE_BUSY = 5

const Holder = v.object({ processId: v.pipe(v.number(), v.integer(), v.minValue(1)) })

/** The right to write a notebook. */
export interface NotebookLock {
  /** Let go; a second time does nothing. */
  release(): void
}

/**
 * Take the right to write a notebook. SQLite asks the operating system for the lock, so it is gone
 * as soon as the process is, however that ended, and holds against this very process as well.
 *
 * @param holderFile - Where the holder names itself for others; outside the notebook, which may be
 * synchronised to other machines.
 * @throws NOTEBOOK_LOCKED, and NOTEBOOK_READ_ONLY where the folder takes no lock
 */
export async function lockNotebook(folder: string, holderFile: string): Promise<NotebookLock> {
  const path = join(folder, LOCK_NAME)
  const database = openLock(path)
  try {
    // A journal beside the file would be left behind by a killed process.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    // Never committed. A file that may only be read is "locked" without a word, until one writes.
    database.exec('PRAGMA user_version = 1')
  } catch (error) {
    database.close()
    if (isBusy(error)) throw locked(folder, await findHolder(holderFile))
    throw noLock(path, error)
  }
  await writeFile(holderFile, JSON.stringify({ processId: process.pid })).catch(() => undefined)
  return {
    release() {
      if (database.isOpen) database.close()
    },
  }
}

function openLock(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    throw noLock(path, error)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function locked(folder: string, holder: number | null): AnnalsError {
  const who = holder === null ? 'another Annals' : `another Annals (process ${holder})`
  const message = `This notebook is open in ${who}: ${folder}`
  return new AnnalsError('NOTEBOOK_LOCKED', message, { details: { path: folder, holder } })
}

function noLock(path: string, cause: unknown): AnnalsError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `The notebook can only be read, since it cannot be locked: ${path} (${reason})`
  return new AnnalsError('NOTEBOOK_READ_ONLY', message, { details: { path }, cause })
}

/** @returns the process that holds the lock, or `null` where it is not known. */
async function findHolder(holderFile: string): Promise<number | null> {
  try {
    const { processId } = v.parse(Holder, JSON.parse(await readFile(holderFile, 'utf8')))
    process.kill(processId, 0)
    return processId
  } catch {
    return null
  }
}
