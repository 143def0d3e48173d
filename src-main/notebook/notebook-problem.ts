import { AnnalsError } from '#shared/errors.ts'
import type { NotebookProblem } from '#shared/notebook.ts'
import { describeFailure } from './error-code.ts'

/**
 * What is wrong with a document or folder of which memory has nothing.
 *
 * @param error - What reading the document or folder threw.
 * @param backup - Newest valid backup, absolute path, or `null`.
 */
export function describeUnreadable(
  path: string,
  error: unknown,
  backup: string | null,
): NotebookProblem {
  if (error instanceof AnnalsError) {
    const { code, message } = error
    if (code === 'NOTEBOOK_DAMAGED' || code === 'NOTEBOOK_NEWER') {
      return { path, code, message, backup, isInMemory: false }
    }
  }
  const message = `This cannot be read: ${path} (${describeFailure(error)})`
  return { path, code: 'NOTEBOOK_UNREADABLE', message, backup, isInMemory: false }
}

/**
 * @param lost - Where the notebook was last, absolute path.
 * @param folder - The one that is open in its place, absolute path.
 */
export function describeLost(lost: string, folder: string): NotebookProblem {
  const message = `This archive’s notebook was in ${lost}, which is not there now; this is the one in ${folder}.`
  return { path: lost, code: 'NOTEBOOK_UNREADABLE', message, backup: null, isInMemory: false }
}

/** @param left - Backups that could not follow the notebook: where they are, absolute path, and why. */
export function describeLeft({ path, reason }: { path: string; reason: string }): NotebookProblem {
  const message = `The earlier backups of this notebook stayed where they were: ${path} (${reason}). New ones are made beside.`
  return { path, code: 'BACKUPS_LEFT', message, backup: null, isInMemory: false }
}
