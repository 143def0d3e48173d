import {
  type Dirent,
  type FSWatcher,
  type Stats,
  type WatchEventType,
  lstatSync,
  watch,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import { isHiddenName, isPageName } from './archive-path.ts'

/** `name` is `null` where the system does not say what changed. */
export type FolderEvent = (folder: string, name: string | null, type: WatchEventType) => void

/** Faults of a folder that is gone meanwhile or cannot be read; no page is read in it either. */
const PASSED_OVER = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP']

/** Elsewhere one watch of the root tells of every folder below; on Linux Node would watch each file. */
const IS_ONE_WATCH_ENOUGH = process.platform === 'darwin' || process.platform === 'win32'

interface WatchedFolder {
  /** What tells it from another that takes its place. */
  identity: string
  /** `null` where it cannot be read. */
  watcher: FSWatcher | null
}

/**
 * Watches all folders of an archive but the hidden ones. Paths are relative to the root with POSIX
 * separators, as the file system writes them; the root is the empty path.
 */
export class FolderWatches {
  readonly #root: string
  readonly #onEvent: FolderEvent
  readonly #onError: (error: unknown) => void
  readonly #folders = new Map<string, WatchedFolder>()
  #isClosed = false

  constructor(root: string, onEvent: FolderEvent, onError: (error: unknown) => void) {
    this.#root = root
    this.#onEvent = onEvent
    this.#onError = onError
  }

  /**
   * Whether a folder that was at a path is gone, or another one now. Where single folders are not
   * known, names without ending count as theirs.
   *
   * @param stats - Of what is there now; `null` where nothing is.
   */
  hasLost(path: string, stats: Stats | null): boolean {
    if (IS_ONE_WATCH_ENOUGH) return stats === null && extname(path) === ''
    const folder = this.#folders.get(path)
    return folder !== undefined && folder.identity !== (stats && identify(stats))
  }

  /** Whether what happens in a folder is told. */
  has(path: string): boolean {
    return (this.#folders.get(path)?.watcher ?? null) !== null
  }

  /**
   * Watch a folder and all below it.
   *
   * @param pages - Takes the paths of the pages there; what happens to them later is told.
   * @throws ARCHIVE_NOT_WATCHED where the system allows no more watches
   */
  async add(path: string, pages: Set<string> | null): Promise<void> {
    const folders = [path]
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      if (this.#isClosed) return
      this.#watch(folder)
      const start = folder === '' ? '' : `${folder}/`
      for (const entry of await this.#list(folder)) {
        const { name } = entry
        if (isHiddenName(name)) continue
        if (entry.isDirectory()) folders.push(start + name)
        else if (pages && isPageName(name)) pages.add(start + name)
      }
    }
  }

  /** Stop to watch a folder and all below it. */
  remove(path: string): void {
    for (const [folder, { watcher }] of this.#folders) {
      if (path !== '' && folder !== path && !folder.startsWith(`${path}/`)) continue
      watcher?.close()
      this.#folders.delete(folder)
    }
  }

  close(): void {
    this.#isClosed = true
    this.remove('')
  }

  #watch(path: string): void {
    if (this.has(path) || (IS_ONE_WATCH_ENOUGH && path !== '')) return
    const place = join(this.#root, path)
    const stats = lstatSync(place, { throwIfNoEntry: false })
    if (!stats) return
    const folder: WatchedFolder = { identity: identify(stats), watcher: null }
    this.#folders.set(path, folder)
    try {
      const options = { persistent: false, recursive: IS_ONE_WATCH_ENOUGH }
      folder.watcher = watch(place, options, (type, name) => {
        this.#onEvent(path, name?.replaceAll(sep, '/') ?? null, type)
      })
      folder.watcher.on('error', this.#onError)
    } catch (error) {
      if (PASSED_OVER.includes(codeOf(error))) return
      const message = `The system watches no more folders (${codeOf(error)}): ${this.#root}`
      const details = { path: this.#root }
      throw new AnnalsError('ARCHIVE_NOT_WATCHED', message, { details, cause: error })
    }
  }

  async #list(folder: string): Promise<Dirent[]> {
    try {
      return await readdir(join(this.#root, folder), { withFileTypes: true })
    } catch (error) {
      if (PASSED_OVER.includes(codeOf(error))) return []
      throw error
    }
  }
}

/** Inodes are given out anew, so that the time of making belongs to it. */
function identify({ dev, ino, birthtimeMs }: Stats): string {
  return `${dev}:${ino}:${birthtimeMs}`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
