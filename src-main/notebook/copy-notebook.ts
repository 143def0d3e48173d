import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import { TEMPORARY_NAME, readBytes, writeDurably } from './durable-file.ts'
import { describeFailure, errorCode } from './error-code.ts'
import { isInside } from './is-inside.ts'
import type { NotebookDocument } from './notebook-document.ts'

/** A document of the notebook as far as copying needs it. */
export type CopiedDocument = Pick<NotebookDocument<object>, 'path' | 'bytes' | 'isKnown'>

export interface CopyNotebookOptions {
  /** Absolute path of the notebook, which may not be there any longer. */
  folder: string
  /** Absolute path of the archive, which is never written to. */
  archivePath: string
  documents: readonly CopiedDocument[]
  /** Absolute path of an existing folder; a new one is made in it. */
  into: string
  /** What the new folder is called, unless that is taken. */
  name: string
}

/**
 * Write a whole notebook into a new folder: of every document what is in memory, saved or not; what
 * could not be read is copied as it is, where that is possible.
 *
 * @returns absolute path of the new folder.
 * @throws EXPORT_TARGET_INVALID where it would lie in the notebook or the archive; EXPORT_FAILED
 */
export async function copyNotebook(options: CopyNotebookOptions): Promise<string> {
  const { folder, archivePath, documents, into, name } = options
  for (const refused of [folder, archivePath]) {
    if (!(await isInside(refused, into))) continue
    const message = `A copy of the notebook cannot lie there: ${into}`
    throw new AnnalsError('EXPORT_TARGET_INVALID', message, { details: { path: into } })
  }
  try {
    const target = await makeFolder(into, name)
    const known = new Set(documents.filter(({ isKnown }) => isKnown).map(({ path }) => path))
    for (const file of await listFiles(folder)) {
      if (!known.has(join(folder, file))) await copyFile(join(folder, file), join(target, file))
    }
    for (const { path, bytes, isKnown } of documents) {
      if (isKnown && bytes) await writeFile(join(target, relative(folder, path)), bytes)
    }
    return target
  } catch (error) {
    const message = `The notebook could not be saved there: ${into} (${describeFailure(error)})`
    throw new AnnalsError('EXPORT_FAILED', message, { details: { path: into }, cause: error })
  }
}

async function makeFolder(into: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(into, number === 1 ? name : `${name} ${number}`)
    try {
      await mkdir(path, { mode: 0o700 })
      return path
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

/** Paths of documents and set-aside ones, relative to the notebook; none where it cannot be read. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter(({ name }) => name.includes('.json') && !TEMPORARY_NAME.test(name))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((path) => !path.startsWith('.'))
}

/** What cannot be read where it is cannot be helped here, and must not keep the rest from being safe. */
async function copyFile(from: string, to: string): Promise<void> {
  const bytes = await readBytes(from).catch(() => null)
  if (bytes) await writeFile(to, bytes)
}

async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeDurably(path, bytes)
}
