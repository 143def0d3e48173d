import { type Dirent, type Stats, lstatSync, opendirSync, realpathSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Problem, ProblemCode } from '#shared/problem.ts'
import { isHiddenName, isPageName } from './archive-path.ts'
import { findUnreadableNames } from './unreadable-names.ts'

/** A page file as the walk found it. */
export interface PageFile {
  /** Archive-relative, POSIX separators, NFC. */
  path: string
  /** Absolute path by which it is opened; `null` where that is the archive's root and `path`. */
  openPath: string | null
  sizeBytes: number
  mtimeMs: number
}

/** `step` comes with every folder and every thousandth entry, so that whoever walks can look up. */
export type WalkItem =
  { kind: 'page'; file: PageFile } | { kind: 'problem'; problem: Problem } | { kind: 'step' }

/** A folder or link on the way: `path` is what is reported, `openPath` what is opened. */
interface Place {
  path: string
  openPath: string
}

const ENTRIES_PER_READ = 256
const ENTRIES_PER_STEP = 1000

/**
 * Every page below a folder, in no order. Hidden files and folders are passed over. Links are
 * followed last, and only to what lies inside the archive and was not met before. Nothing is
 * opened but folders. To stop, stop asking.
 *
 * @param root - Absolute real path.
 */
export function* walkArchive(root: string): Generator<WalkItem, void, undefined> {
  const folders: Place[] = [{ path: '', openPath: root }]
  const links: Place[] = []
  const visited = new Set<string>()
  for (;;) {
    const folder = folders.pop()
    if (folder) {
      yield* walkFolder(root, folder, { folders, links, visited })
      continue
    }
    const link = links.pop()
    if (!link) return
    const followed = followLink(root, link, visited)
    if (followed === null) continue
    if ('openPath' in followed && !('sizeBytes' in followed)) folders.push(followed)
    else yield toItem(followed)
  }
}

function toItem(found: PageFile | Problem): WalkItem {
  return 'code' in found ? { kind: 'problem', problem: found } : { kind: 'page', file: found }
}

function* walkFolder(
  root: string,
  folder: Place,
  pending: { folders: Place[]; links: Place[]; visited: Set<string> },
): Generator<WalkItem, void, undefined> {
  yield { kind: 'step' }
  let unreadableNames: Set<string> | null = null
  let entries = 0
  try {
    if (!markVisited(statSync(folder.openPath), pending.visited)) return
    using directory = opendirSync(folder.openPath, { bufferSize: ENTRIES_PER_READ })
    for (let entry = directory.readSync(); entry; entry = directory.readSync()) {
      if (++entries % ENTRIES_PER_STEP === 0) yield { kind: 'step' }
      const { name } = entry
      if (isHiddenName(name) || !mayHoldPages(entry)) continue
      const path = (folder.path === '' ? name : `${folder.path}/${name}`).normalize('NFC')
      if (name.includes('\uFFFD')) {
        unreadableNames ??= findUnreadableNames(folder.openPath)
        if (unreadableNames.has(name)) {
          yield toItem(describe(path, 'PATH_NOT_UNICODE', 'The name is not valid UTF-8.'))
          continue
        }
      }
      const place = { path, openPath: join(folder.openPath, name) }
      if (entry.isDirectory()) pending.folders.push(place)
      else if (entry.isSymbolicLink()) pending.links.push(place)
      else yield toItem(examinePage(root, place))
    }
  } catch (error) {
    yield toItem(describeFolderFault(folder.path, error))
  }
}

function mayHoldPages(entry: Dirent): boolean {
  return entry.isDirectory() || entry.isSymbolicLink() || isPageName(entry.name)
}

/** @returns whether the folder was not met before. */
function markVisited(stats: Stats, visited: Set<string>): boolean {
  const identity = `${stats.dev}:${stats.ino}`
  if (visited.has(identity)) return false
  visited.add(identity)
  return true
}

function examinePage(root: string, place: Place): PageFile | Problem {
  try {
    const stats = lstatSync(place.openPath)
    if (!stats.isFile()) {
      return describe(place.path, 'PAGE_NOT_REGULAR', 'It is no file but a device, pipe or socket.')
    }
    return {
      path: place.path,
      openPath: place.openPath === join(root, place.path) ? null : place.openPath,
      sizeBytes: stats.size,
      mtimeMs: stats.mtimeMs,
    }
  } catch (error) {
    if (errorCode(error) === 'ENAMETOOLONG') return tooLong(place.path)
    return describe(place.path, 'PAGE_UNREADABLE', `It cannot be read (${errorCode(error)}).`)
  }
}

/** @returns a folder still to be walked, a page, a problem, or `null` where the link is of no concern. */
function followLink(
  root: string,
  link: Place,
  visited: Set<string>,
): Place | PageFile | Problem | null {
  let openPath: string
  let stats: Stats
  try {
    openPath = realpathSync.native(link.openPath)
    stats = statSync(openPath)
  } catch (error) {
    if (errorCode(error) === 'ELOOP') {
      return describe(link.path, 'LINK_LOOP', 'The link leads back to itself.')
    }
    const isOfConcern = extname(link.path) === '' || isPageName(link.path)
    return isOfConcern ? describe(link.path, 'LINK_BROKEN', 'The link leads nowhere.') : null
  }
  if (!stats.isDirectory() && !isPageName(link.path)) return null
  const isInside = openPath === root || openPath.startsWith(root.endsWith(sep) ? root : root + sep)
  if (!isInside) return describe(link.path, 'LINK_OUTSIDE', 'The link leads out of the archive.')
  const isMet = stats.isDirectory()
    ? visited.has(`${stats.dev}:${stats.ino}`)
    : isWalkedAnyway(relative(root, openPath)) || !markVisited(stats, visited)
  if (isMet) {
    return describe(link.path, 'LINK_LOOP', 'The link leads to what is read at its own place.')
  }
  const place = { path: link.path, openPath }
  return stats.isDirectory() ? place : examinePage(root, place)
}

function isWalkedAnyway(path: string): boolean {
  const names = path.split(sep)
  return isPageName(path) && !names.some(isHiddenName)
}

function describeFolderFault(path: string, error: unknown): Problem {
  const code = errorCode(error)
  if (code === 'ENAMETOOLONG') return tooLong(path)
  return describe(path, 'FOLDER_UNREADABLE', `The folder cannot be read (${code}).`)
}

function tooLong(path: string): Problem {
  return describe(path, 'PATH_TOO_LONG', 'The path is longer than the system can open.')
}

function describe(path: string, code: ProblemCode, message: string): Problem {
  return { path, code, message }
}

function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  throw error
}
