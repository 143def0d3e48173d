import { existsSync } from 'node:fs'
import { AnnalsError } from '#shared/errors.ts'
import type { KnownPages } from './known-pages.ts'
import type { WalkedPages } from './walk-pages.ts'

/** From so many known pages on, the loss of more than half is taken for a lost drive. */
const PAGES_TO_JUDGE_BY = 20

/**
 * Refuse to take an archive that cannot be seen for one whose pages were deleted: a drive that is
 * not connected looks like an empty folder.
 *
 * @param acceptLoss - Whether what is gone was deleted on purpose. A folder that is not there or
 *   cannot be read says nothing of its pages, and is refused all the same.
 * @throws ARCHIVE_VANISHED with `path`, `known` and `gone` (numbers of pages); ARCHIVE_NOT_FOUND or
 *   ARCHIVE_UNREADABLE where it was never seen
 */
export function refuseVanished(
  root: string,
  walked: WalkedPages,
  pages: KnownPages,
  acceptLoss: boolean,
): void {
  const known = pages.size
  const isRootUnseen = walked.problems.some(({ path }) => path === '')
  const gone = isRootUnseen ? known : walked.countGone()
  const details = { path: root, known, gone }
  if (isRootUnseen && known === 0) {
    const code = existsSync(root) ? 'ARCHIVE_UNREADABLE' : 'ARCHIVE_NOT_FOUND'
    throw new AnnalsError(code, `The archive cannot be read: ${root}`, { details })
  }
  if (isRootUnseen) {
    const message = `The archive cannot be read, so that none of its ${known} pages is seen: ${root}`
    throw new AnnalsError('ARCHIVE_VANISHED', message, { details })
  }
  const areMostGone = gone === known || (known >= PAGES_TO_JUDGE_BY && gone > known / 2)
  if (known === 0 || !areMostGone || acceptLoss) return
  const message = `${gone} of ${known} pages of the archive are gone: ${root}`
  throw new AnnalsError('ARCHIVE_VANISHED', message, { details })
}
