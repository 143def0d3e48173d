import { existsSync } from 'node:fs'
import { AnnalsError } from '#shared/errors.ts'
import type { KnownIndex } from './known-pages.ts'
import type { WalkedPages } from './walk-pages.ts'

/** From so many known pages on, the loss of more than half is taken for a lost drive. */
const PAGES_TO_JUDGE_BY = 20

/**
 * Refuse to take an archive that cannot be seen for one whose pages were deleted: a drive that is
 * not connected looks like an empty folder.
 *
 * @throws ARCHIVE_VANISHED; ARCHIVE_NOT_FOUND or ARCHIVE_UNREADABLE where it was never seen
 */
export function refuseVanished(root: string, walked: WalkedPages, index: KnownIndex): void {
  const known = index.pages.size
  const present = new Set(walked.files.map(({ path }) => path))
  let gone = 0
  for (const path of index.pages.keys()) {
    if (!present.has(path) && !walked.isOutOfSight(path)) gone++
  }
  const isRootUnseen = walked.problems.some(({ path }) => path === '')
  const areMostGone = gone === known || (known >= PAGES_TO_JUDGE_BY && gone > known / 2)
  const details = { path: root, known, gone }
  if (known > 0 && (isRootUnseen || areMostGone)) {
    const message = `Most pages of the archive are gone: ${root}`
    throw new AnnalsError('ARCHIVE_VANISHED', message, { details })
  }
  if (!isRootUnseen) return
  const code = existsSync(root) ? 'ARCHIVE_UNREADABLE' : 'ARCHIVE_NOT_FOUND'
  throw new AnnalsError(code, `The archive cannot be read: ${root}`, { details })
}
