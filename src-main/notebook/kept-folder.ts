import { basename, dirname } from 'node:path'
import type { DocumentRestoration } from '#shared/backup.ts'
import type { NotebookProblem } from '#shared/notebook.ts'
import type { DocumentShelf } from './document-shelf.ts'
import { recoverDocument } from './recover-document.ts'
import { ShelfFollower } from './shelf-follower.ts'

/** A folder of the notebook, whatever its documents hold. */
export interface KeptFolder {
  /** Its name in the notebook; empty for the notebook's own. */
  name: string
  follower: Pick<ShelfFollower<object>, 'follow' | 'absorbCopies'>
  /** Documents that could not be read, and the folder itself where many are gone. */
  readonly problems: NotebookProblem[]
  /** Whether a path is that of a document of this folder, or of the folder where it is a problem. */
  owns(path: string): boolean
  /** Whether something is wrong with what has this path. */
  isProblem(path: string): boolean
  /** @throws as `recoverDocument` does */
  recover(path: string, now: Date): Promise<DocumentRestoration>
}

/** @param name - Of the folder in the notebook; empty for the notebook's own. */
export function keepFolder<Data extends object>(
  name: string,
  shelf: DocumentShelf<Data>,
): KeptFolder {
  /** `null` for what is not in this folder; the folder's own is empty. */
  function fileNameOf(path: string): string | null {
    if (path === shelf.folder && shelf.problemOf('')) return ''
    return dirname(path) === shelf.folder ? basename(path) : null
  }

  function isProblem(path: string): boolean {
    const fileName = fileNameOf(path)
    return fileName !== null && shelf.problemOf(fileName) !== null
  }

  return {
    name,
    follower: new ShelfFollower(shelf),
    get problems() {
      return shelf.problems
    },
    isProblem,
    owns: (path) => isProblem(path) || shelf.isDocument(fileNameOf(path) ?? ''),
    recover: (path, now) => recoverDocument(shelf, fileNameOf(path) ?? '', now),
  }
}
