import {
  type Dirent,
  type Stats,
  lstatSync,
  opendirSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs'
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

/** What was found since the last step; often nothing. */
export interface WalkStep {
  files: PageFile[]
  problems: Problem[]
}

/** A folder or link on the way: `path` is what is reported, `openPath` what is opened. */
interface Place {
  path: string
  openPath: string
}

/** What is still to be walked, and the identities of the folders and linked files that were. */
interface Walk {
  root: string
  folders: Place[]
  links: Place[]
  visited: Set<string>
}

/** Folders whose list of names takes more are read piece by piece. */
const LARGE_FOLDER_BYTES = 2 ** 18
const ENTRIES_PER_READ = 256
const ENTRIES_PER_STEP = 1000

/**
 * Every page below a folder, in no order. Hidden files and folders are passed over. Links are
 * followed last, and only to what lies inside the archive and was not met before. Nothing is
 * opened but folders. A step comes with every folder and every thousandth entry; to stop, stop
 * asking.
 *
 * @param root - Absolute real path.
 */
export function* walkArchive(root: string): Generator<WalkStep, void, undefined> {
  const walk: Walk = {
    root,
    folders: [{ path: '', openPath: root }],
    links: [],
    visited: new Set(),
  }
  for (;;) {
    const folder = walk.folders.pop()
    if (folder) {
      yield* walkFolder(walk, folder)
      continue
    }
    const link = walk.links.pop()
    if (!link) return
    yield followLink(walk, link)
  }
}

function* walkFolder(walk: Walk, folder: Place): Generator<WalkStep, void, undefined> {
  let step: WalkStep = { files: [], problems: [] }
  try {
    const stats = statSync(folder.openPath)
    if (!markVisited(stats, walk.visited)) return
    const isAtItsPath = folder.openPath === join(walk.root, folder.path)
    const start = folder.path === '' ? '' : `${folder.path}/`
    const openStart = folder.openPath.endsWith(sep) ? folder.openPath : folder.openPath + sep
    let unreadableNames: Set<string> | null = null
    let entries = 0
    for (const entry of readEntries(folder.openPath, stats.size)) {
      if (++entries % ENTRIES_PER_STEP === 0) {
        yield step
        step = { files: [], problems: [] }
      }
      const { name } = entry
      if (isHiddenName(name) || !mayHoldPages(entry)) continue
      const normalName = name.normalize('NFC')
      const place = { path: start + normalName, openPath: openStart + name }
      if (name.includes('\uFFFD')) {
        unreadableNames ??= findUnreadableNames(folder.openPath)
        if (unreadableNames.has(name)) {
          step.problems.push(
            describe(place.path, 'PATH_NOT_UNICODE', 'The name is not valid UTF-8.'),
          )
          continue
        }
      }
      if (entry.isDirectory()) walk.folders.push(place)
      else if (entry.isSymbolicLink()) walk.links.push(place)
      else examinePage(place, isAtItsPath && normalName === name, step)
    }
  } catch (error) {
    step.problems.push(describeFolderFault(folder.path, error))
  }
  yield step
}

/** One call for all names is much faster, but keeps the thread while it runs. */
function* readEntriesInParts(folder: string): Generator<Dirent, void, undefined> {
  using directory = opendirSync(folder, { bufferSize: ENTRIES_PER_READ })
  for (let entry = directory.readSync(); entry; entry = directory.readSync()) yield entry
}

function readEntries(folder: string, namesBytes: number): Iterable<Dirent> {
  return namesBytes > LARGE_FOLDER_BYTES
    ? readEntriesInParts(folder)
    : readdirSync(folder, { withFileTypes: true })
}

function mayHoldPages(entry: Dirent): boolean {
  return isPageName(entry.name) || entry.isDirectory() || entry.isSymbolicLink()
}

/** @returns whether the folder was not met before. */
function markVisited(stats: Stats, visited: Set<string>): boolean {
  const identity = `${stats.dev}:${stats.ino}`
  if (visited.has(identity)) return false
  visited.add(identity)
  return true
}

/** @param isAtItsPath - Whether it is opened by the archive's root and its path. */
function examinePage({ path, openPath }: Place, isAtItsPath: boolean, step: WalkStep): void {
  try {
    const stats = lstatSync(openPath)
    if (stats.isFile()) {
      const { size: sizeBytes, mtimeMs } = stats
      step.files.push({ path, openPath: isAtItsPath ? null : openPath, sizeBytes, mtimeMs })
    } else {
      const message = 'It is no file but a device, pipe or socket.'
      step.problems.push(describe(path, 'PAGE_NOT_REGULAR', message))
    }
  } catch (error) {
    const code = errorCode(error)
    step.problems.push(
      code === 'ENAMETOOLONG'
        ? tooLong(path)
        : describe(path, 'PAGE_UNREADABLE', `It cannot be read (${code}).`),
    )
  }
}

/** Notes a folder behind the link for the walk to come. */
function followLink(walk: Walk, link: Place): WalkStep {
  const { root, visited } = walk
  const step: WalkStep = { files: [], problems: [] }
  const report = (code: ProblemCode, message: string) => {
    step.problems.push(describe(link.path, code, message))
    return step
  }
  let openPath: string
  let stats: Stats
  try {
    openPath = realpathSync.native(link.openPath)
    stats = statSync(openPath)
  } catch (error) {
    if (errorCode(error) === 'ELOOP') return report('LINK_LOOP', 'The link leads back to itself.')
    const isOfConcern = extname(link.path) === '' || isPageName(link.path)
    return isOfConcern ? report('LINK_BROKEN', 'The link leads nowhere.') : step
  }
  if (!stats.isDirectory() && !isPageName(link.path)) return step
  const isInside = openPath === root || openPath.startsWith(root.endsWith(sep) ? root : root + sep)
  if (!isInside) return report('LINK_OUTSIDE', 'The link leads out of the archive.')
  const isMet = stats.isDirectory()
    ? visited.has(`${stats.dev}:${stats.ino}`)
    : isWalkedAnyway(relative(root, openPath)) || !markVisited(stats, visited)
  if (isMet) return report('LINK_LOOP', 'The link leads to what is read at its own place.')
  const place = { path: link.path, openPath }
  if (stats.isDirectory()) walk.folders.push(place)
  else examinePage(place, openPath === join(root, link.path), step)
  return step
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
