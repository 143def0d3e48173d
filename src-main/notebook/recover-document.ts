import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DocumentRestoration } from '#shared/backup.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { NotebookProblem } from '#shared/notebook.ts'
import { backupTime, listBackups } from './choose-backups.ts'
import { keepDamagedCopy } from './damaged-copy.ts'
import type { DocumentShelf } from './document-shelf.ts'
import { readBytes, syncFolder, writeDurably } from './durable-file.ts'

/**
 * Put a damaged document right: its bytes are kept beside it, then what the notebook still has of it
 * in memory takes its place, or else its newest backup that can be read, or else nothing. At any
 * moment the damaged bytes are on disk.
 *
 * @param fileName - The empty name stands for documents that are gone from the folder.
 * @throws NOTEBOOK_NEWER, NOTEBOOK_UNREADABLE where that is what is wrong with it; ARGUMENT_INVALID
 * where nothing is; the system's errors
 */
export async function recoverDocument<Data extends object>(
  shelf: DocumentShelf<Data>,
  fileName: string,
  now: Date,
): Promise<DocumentRestoration> {
  const problem = shelf.problemOf(fileName)
  const path = join(shelf.folder, fileName)
  if (!problem) throw new AnnalsError('ARGUMENT_INVALID', `This document is not damaged: ${path}`)
  const { code, message } = problem
  if (code !== 'NOTEBOOK_DAMAGED') throw new AnnalsError(code, message, { details: { path } })
  if (fileName === '') return await writeVanished(shelf)

  const document = shelf.documents.get(fileName)
  if (document) {
    let damaged = ''
    await document.overwrite(async () => {
      damaged = await keepDamagedCopy(path, now)
    })
    shelf.settle(fileName)
    return { path, damaged, from: 'memory', backupAt: null }
  }
  const restoration = await replaceDamaged(problem, now)
  if (shelf.isDocument(fileName)) await shelf.open(fileName)
  else shelf.settle(fileName)
  return restoration
}

/**
 * Put the newest backup in place of a damaged document that is not in memory; without one, it goes.
 *
 * @throws the system's errors
 */
export async function replaceDamaged(
  { path, backup }: Pick<NotebookProblem, 'path' | 'backup'>,
  now: Date,
): Promise<DocumentRestoration> {
  const damaged = await keepDamagedCopy(path, now)
  const bytes = backup === null ? null : await readBytes(backup)
  if (bytes && backup) {
    await writeDurably(path, bytes)
    return { path, damaged, from: 'backup', backupAt: timeOf(backup) }
  }
  await rm(path, { force: true })
  await syncFolder(dirname(path))
  return { path, damaged, from: 'nothing', backupAt: null }
}

/** Write again what vanished from the folder. */
async function writeVanished<Data extends object>(
  shelf: DocumentShelf<Data>,
): Promise<DocumentRestoration> {
  const present = new Set(await shelf.listFiles())
  for (const [name, document] of shelf.documents) {
    if (!present.has(name)) await document.overwrite(() => Promise.resolve())
  }
  shelf.settle('')
  return { path: shelf.folder, damaged: null, from: 'memory', backupAt: null }
}

function timeOf(backup: string): string | null {
  const [found] = listBackups([basename(backup)])
  return found ? backupTime(found) : null
}
