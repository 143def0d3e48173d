import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { NotebookStatus } from '#shared/notebook.ts'
import { TEMPORARY_NAME } from './durable-file.ts'
import { describeFailure } from './error-code.ts'
import { isInside } from './is-inside.ts'
import { NOTEBOOK_FOLDERS } from './layout.ts'
import { type NotebookLock, lockNotebook } from './notebook-lock.ts'

/** The right to write a notebook, or why there is none. */
export interface NotebookHold {
  lock: NotebookLock | null
  readOnly: NotebookStatus['readOnly']
}

export interface HoldOptions {
  folder: string
  backupFolder: string
  archive: { path: string }
}

/** Make the folder of a notebook where there is none, and take the right to write in it. */
export async function holdNotebook(options: HoldOptions): Promise<NotebookHold> {
  const { folder, backupFolder } = options
  try {
    await refuseInsideArchive(options)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await mkdir(backupFolder, { recursive: true, mode: 0o700 }).catch(() => undefined)
    const lock = await lockNotebook(folder, join(backupFolder, 'holder.json'))
    await removeLeftovers(folder)
    return { lock, readOnly: null }
  } catch (error) {
    return { lock: null, readOnly: describeRefusal(folder, error) }
  }
}

/** Files that a killed process was still writing; whoever holds the lock writes none of them now. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const inside of NOTEBOOK_FOLDERS) {
    const names = await readdir(join(folder, inside)).catch(() => [])
    for (const name of names.filter((other) => TEMPORARY_NAME.test(other))) {
      await rm(join(folder, inside, name), { force: true }).catch(() => undefined)
    }
  }
}

async function refuseInsideArchive({ folder, archive }: HoldOptions): Promise<void> {
  if (!(await isInside(archive.path, folder))) return
  const message = `The notebook would lie in the archive, which is never written to: ${folder}`
  throw new AnnalsError('NOTEBOOK_READ_ONLY', message, { details: { path: folder } })
}

function describeRefusal(folder: string, error: unknown): NotebookStatus['readOnly'] {
  if (error instanceof AnnalsError && error.code === 'NOTEBOOK_LOCKED') {
    return { code: error.code, message: error.message }
  }
  const message =
    error instanceof AnnalsError
      ? error.message
      : `The notebook cannot be written: ${folder} (${describeFailure(error)})`
  return { code: 'NOTEBOOK_READ_ONLY', message }
}
