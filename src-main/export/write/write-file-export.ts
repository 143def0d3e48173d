import { link, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { WritableDocument } from './write-durably.ts'
import { statOrNull } from './stat-or-null.ts'
import { syncFolder, writeDurably } from './write-durably.ts'

/** What to write and where; both paths are absolute and in the same folder. */
export interface ExportJob {
  documents: WritableDocument[]
  path: string
  /** Does not exist yet. */
  temporaryPath: string
  replace: boolean
}

/** File systems without hard links answer with one of these. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** @returns the path of the one file. */
export async function writeFileExport(job: ExportJob): Promise<string[]> {
  const { documents, path, temporaryPath, replace } = job
  const [document] = documents
  if (document === undefined || documents.length > 1) throw new Error('A file is one document.')
  const present = await statOrNull(path)
  if (present !== null && !replace) {
    throw new AnnalsError('EXPORT_EXISTS', `${path} exists.`, { details: { path } })
  }
  if (present !== null && !present.isFile()) {
    throw new AnnalsError('EXPORT_TARGET_INVALID', `${path} is not a file.`, { details: { path } })
  }
  try {
    await writeDurably(temporaryPath, document.text)
    await (replace ? rename(temporaryPath, path) : moveToNewName(temporaryPath, path))
  } finally {
    await rm(temporaryPath, { force: true })
  }
  await syncFolder(dirname(path))
  return [path]
}

/** Renaming would replace what appeared at the new name in the meantime; linking does not. */
async function moveToNewName(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    await rename(from, to)
  }
}
