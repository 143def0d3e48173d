import { randomUUID } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { ExportLayout } from '#shared/export.ts'
import { describeDiskError } from './write/describe-disk-error.ts'
import { statOrNull } from './write/stat-or-null.ts'
import { writeFileExport } from './write/write-file-export.ts'
import type { WritableDocument } from './write/write-durably.ts'
import { writeFolderExport } from './write/write-folder-export.ts'

/**
 * Write documents to disk, all or nothing: everything is written beside the target first and
 * renamed at the end. Where that fails, what was at the target is still there.
 *
 * @param target.path - Absolute path of the file (layout `file`) or folder to make. The folder
 *   around it exists.
 * @param options.replace - Whether a file, or a folder that holds nothing but an earlier export, may
 *   be replaced.
 * @param options.archiveRoot - Absolute path of the archive, which is never written to.
 * @returns absolute paths of the files, in the order of the documents.
 * @throws EXPORT_EXISTS, EXPORT_TARGET_INVALID, EXPORT_FAILED
 */
export async function writeExport(
  documents: WritableDocument[],
  target: { path: string; layout: ExportLayout },
  options: { replace: boolean; archiveRoot: string },
): Promise<{ files: string[] }> {
  const write = target.layout === 'file' ? writeFileExport : writeFolderExport
  try {
    const parent = await realpath(dirname(target.path))
    const path = join(parent, basename(target.path))
    await refuseLink(path)
    await refuseArchive(path, options.archiveRoot)
    const temporaryPath = join(parent, `.annals-export-${randomUUID()}`)
    return { files: await write({ documents, path, temporaryPath, replace: options.replace }) }
  } catch (error) {
    throw describeDiskError(error, target.path)
  }
}

async function refuseLink(path: string): Promise<void> {
  const present = await statOrNull(path)
  if (present?.isSymbolicLink()) {
    throw new AnnalsError('EXPORT_TARGET_INVALID', `${path} is a link to another place.`, {
      details: { path },
    })
  }
}

/** Compares what folders are rather than what they are called: case, links and mounts can differ. */
async function refuseArchive(path: string, archiveRoot: string): Promise<void> {
  const archive = await identify(archiveRoot)
  for (let current = path; archive !== null; current = dirname(current)) {
    if ((await identify(current)) === archive) {
      throw new AnnalsError('EXPORT_TARGET_INVALID', `${path} is in the archive.`, {
        details: { path },
      })
    }
    if (current === dirname(current)) return
  }
}

/** What stays the same however a folder is reached; `null` where there is none. */
async function identify(path: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}
