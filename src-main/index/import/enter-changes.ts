import { relative, sep } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Problem } from '#shared/problem.ts'
import type { PageFile } from './archive-port.ts'
import type { Comparison } from './compare-pages.ts'
import type { DigestWriter } from './digest-writer.ts'
import { markUnfinished } from './finish-index.ts'

/**
 * The first transaction of an import: which pages there are and which are gone, before any is
 * read. From here on the index is unfinished until the import has come to its end.
 *
 * @param dayPages - Ids of day pages that will not, or not in the same way, list their events again;
 *   `null` where each of them may.
 */
export function enterChanges(
  database: DatabaseSync,
  { pages, removed }: Comparison,
  dayPages: readonly number[] | null,
  writer: DigestWriter,
): void {
  const copies = pages.filter(({ isCopy, isDirty, known }) => isCopy && isDirty && known)
  const gone = [...removed, ...copies.flatMap(({ known }) => known ?? [])]
  database.exec('BEGIN IMMEDIATE')
  markUnfinished(database)
  writer.listed.expectAgain(dayPages)
  writer.remove(gone.flatMap(({ eventNumber }) => eventNumber ?? []))
  writer.pages.removePages(removed)
  writer.pages.addNew(pages)
  for (const copy of copies) writer.pages.markCopy(copy)
  writer.endTransaction()
  database.exec('COMMIT')
}

/** Files that are not read because another one has their name but for its Unicode form. */
export function describeTwins(root: string, twins: readonly PageFile[]): Problem[] {
  return twins.map(({ openPath, path }) => ({
    path: openPath === null ? path : relative(root, openPath).replaceAll(sep, '/'),
    code: 'PAGE_UNREADABLE',
    message: 'Another file has this name in another Unicode form; only that one is read.',
  }))
}
