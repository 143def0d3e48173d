import { mkdir, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import { isExportedDocument } from './is-exported-document.ts'
import { statOrNull } from './stat-or-null.ts'
import { syncFolder, writeDurably } from './write-durably.ts'
import type { ExportJob } from './write-file-export.ts'

/** How many files are written at a time: enough to keep a disk busy, few enough for any limit. */
const PARALLEL_WRITES = 16

/** @returns the paths of the files, in order. */
export async function writeFolderExport(job: ExportJob): Promise<string[]> {
  const { documents, path, temporaryPath, replace } = job
  const replaced = await readReplaceable(path, replace)
  try {
    await mkdir(temporaryPath)
    await writeDocuments(job)
    await (replaced === null
      ? rename(temporaryPath, path)
      : swapFolders(temporaryPath, path, replaced))
  } finally {
    await rm(temporaryPath, { recursive: true, force: true })
  }
  await syncFolder(dirname(path))
  return documents.map((document) => join(path, document.path))
}

/** The names in a folder that may be replaced, empty for an empty one; `null` where there is none. */
async function readReplaceable(path: string, replace: boolean): Promise<string[] | null> {
  const present = await statOrNull(path)
  if (present === null) return null
  const details = { path }
  if (!present.isDirectory()) {
    throw new AnnalsError('EXPORT_TARGET_INVALID', `${path} is not a folder.`, { details })
  }
  const names = await readdir(path)
  if (names.length > 0 && !replace) {
    throw new AnnalsError('EXPORT_EXISTS', `${path} exists and is not empty.`, { details })
  }
  for (const name of names) {
    if (await isExportedDocument(join(path, name))) continue
    throw new AnnalsError(
      'EXPORT_TARGET_INVALID',
      `${path} holds “${name}”, which no export made; it is not replaced.`,
      { details },
    )
  }
  return names
}

async function writeDocuments({ documents, temporaryPath }: ExportJob): Promise<void> {
  const waiting = documents.values()
  const writeNext = async () => {
    for (const { path, text } of waiting) {
      if (path !== basename(path)) throw new Error(`Not the name of a file: ${path}`)
      await writeDurably(join(temporaryPath, path), text)
    }
  }
  // All have to end, or one might write into the folder while it is removed.
  const results = await Promise.allSettled(Array.from({ length: PARALLEL_WRITES }, writeNext))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  await syncFolder(temporaryPath)
}

/** @param names - What is in the folder to be replaced; anything that came since is kept. */
async function swapFolders(from: string, to: string, names: string[]): Promise<void> {
  const aside = `${from}-replaced`
  await rename(to, aside)
  try {
    await rename(from, to)
  } catch (error) {
    await rename(aside, to)
    throw error
  }
  // The new export is in place: what can not be removed does not make it fail.
  await Promise.allSettled(names.map((name) => unlink(join(aside, name))))
  await rmdir(aside).catch(() => undefined)
}
