import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { NotebookIdentity } from './document-formats.ts'
import type { NotebookDocument } from './notebook-document.ts'

/**
 * Say in a notebook which archive it belongs to, where it does not say so yet or the archive was
 * moved. The notebook of another archive stays that archive's.
 *
 * @returns settles when that is on disk or has failed, which the save state then says.
 */
export async function identifyNotebook(
  document: NotebookDocument<NotebookIdentity>,
  archive: NotebookIdentity['archive'],
  now: Date,
): Promise<void> {
  const known = document.data
  const { path, name, fingerprint } = archive
  const wanted = known
    ? { ...known, archive: { ...known.archive, path, name, fingerprint } }
    : { id: randomUUID(), created: now.toISOString(), archive: { path, name, fingerprint } }
  if (isDeepStrictEqual(known, wanted)) return
  if (known && known.archive.fingerprint !== fingerprint && (await isThere(known.archive.path))) {
    return
  }
  await document.set(wanted).catch(() => undefined)
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
