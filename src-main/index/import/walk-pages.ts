import type { Problem, ProblemCode } from '#shared/problem.ts'
import type { ArchiveFinder, PageFile } from './archive-port.ts'

/** All that a walk met. */
export interface WalkedPages {
  files: PageFile[]
  problems: Problem[]
  /** Whether a path lies where nothing could be seen, so that its absence says nothing. */
  isOutOfSight: (path: string) => boolean
}

const BLINDING: readonly ProblemCode[] = ['FOLDER_UNREADABLE', 'PAGE_UNREADABLE', 'PATH_TOO_LONG']

/**
 * Walk an archive to its end.
 *
 * @param lookUp - Called all the while with the number of pages found; says whether to go on.
 * @returns `null` where `lookUp` said to stop.
 */
export function walkPages(
  root: string,
  finder: ArchiveFinder,
  lookUp: (files: number, problems: number) => boolean,
): WalkedPages | null {
  const files: PageFile[] = []
  const problems: Problem[] = []
  for (const item of finder.walkArchive(root)) {
    if (item.kind === 'page') files.push(item.file)
    else if (item.kind === 'problem') problems.push(item.problem)
    else if (!lookUp(files.length, problems.length)) return null
  }
  const blind = problems.filter(({ code }) => BLINDING.includes(code)).map(({ path }) => path)
  return {
    files,
    problems,
    isOutOfSight: (path) =>
      blind.some((place) => place === '' || path === place || path.startsWith(`${place}/`)),
  }
}
