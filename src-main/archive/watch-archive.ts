import { type Stats, lstatSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AnnalsError } from '#shared/errors.ts'
import { isPageName } from './archive-path.ts'
import { FolderWatches } from './folder-watches.ts'
import { GatheredEvents } from './gathered-events.ts'
import { isRemoteFolder } from './remote-folder.ts'

/** What changed in an archive. */
export interface ArchiveChange {
  /** Pages written, made, moved or deleted: archive-relative, POSIX separators, NFC, in order. */
  paths: readonly string[]
  /** Whether more may have changed than `paths` says. */
  isUncertain: boolean
}

export interface WatchArchiveOptions {
  /** Absolute real path. */
  root: string
  /** Called when there was calm for half a second, or else every two seconds. */
  onChange: (changed: ArchiveChange) => void
  /** Called once, with ARCHIVE_VANISHED or ARCHIVE_NOT_WATCHED: nothing more will be told. */
  onFailure: (error: AnnalsError) => void
}

const CALM_MS = 500
const LONGEST_WAIT_MS = 2000
/** A file system that is unmounted tells nothing. */
const ROOT_CHECK_MS = 2000
const LOOKS_PER_TURN = 256

/**
 * Tell what changes in an archive from now on. Hidden files and folders are passed over, and links
 * are not followed: what they lead to is watched at its own place.
 *
 * @throws ARCHIVE_VANISHED, and ARCHIVE_NOT_WATCHED where the system allows no more watches or does
 *   not notice what others change, as on a network share
 */
export async function watchArchive(
  options: WatchArchiveOptions,
): Promise<{ close(): Promise<void> }> {
  const { root } = options
  const identity = await identify(root)
  if (identity === null) throw makeVanished(root)
  if (await isRemoteFolder(root)) {
    const message = `Changes by others are not noticed on a network share: ${root}`
    throw new AnnalsError('ARCHIVE_NOT_WATCHED', message, { details: { path: root } })
  }
  const watch = new ArchiveWatch(options, identity)
  await watch.start()
  return watch
}

class ArchiveWatch {
  readonly #options: WatchArchiveOptions
  readonly #identity: string
  readonly #folders: FolderWatches
  readonly #rootCheck: NodeJS.Timeout
  #gathered = new GatheredEvents()
  /** Runs out when what was gathered is told. */
  #calm: NodeJS.Timeout | null = null
  #gatheringSince = 0
  #telling: Promise<void> = Promise.resolve()
  #isClosed = false

  constructor(options: WatchArchiveOptions, identity: string) {
    this.#options = options
    this.#identity = identity
    const ownName = basename(options.root)
    this.#folders = new FolderWatches(
      options.root,
      (folder, name, type) => {
        this.#gathered.add(folder, name, type)
        // What happens to the root itself comes under its name.
        if (folder === '' && name === ownName) this.#gathered.add('', '', type)
        this.#awaitCalm()
      },
      () => {
        this.#gathered.isUncertain = true
        this.#awaitCalm()
      },
    )
    this.#rootCheck = setInterval(() => {
      this.#telling = this.#telling.then(() => this.#checkRoot()).then(() => undefined)
    }, ROOT_CHECK_MS).unref()
  }

  async start(): Promise<void> {
    try {
      await this.#folders.add('', null)
    } catch (error) {
      this.#stop()
      throw toFailure(this.#options.root, error)
    }
  }

  /** Does not wait for what looks at a drive that may not answer; that tells nothing any more. */
  close(): Promise<void> {
    this.#stop()
    return Promise.resolve()
  }

  #stop(): void {
    this.#isClosed = true
    clearInterval(this.#rootCheck)
    if (this.#calm) clearTimeout(this.#calm)
    this.#folders.close()
  }

  #fail(error: AnnalsError): void {
    if (this.#isClosed) return
    this.#stop()
    this.#options.onFailure(error)
  }

  #awaitCalm(): void {
    if (this.#isClosed) return
    if (this.#calm === null) {
      this.#gatheringSince = performance.now()
      this.#calm = setTimeout(() => {
        this.#calm = null
        const gathered = this.#gathered
        this.#gathered = new GatheredEvents()
        this.#telling = this.#telling.then(() => this.#tell(gathered))
      }, CALM_MS).unref()
    } else if (performance.now() - this.#gatheringSince < LONGEST_WAIT_MS - CALM_MS) {
      this.#calm.refresh()
    }
  }

  async #tell(gathered: GatheredEvents): Promise<void> {
    if (!(await this.#checkRoot())) return
    let change: ArchiveChange
    try {
      change = await this.#findChange(gathered)
    } catch (error) {
      this.#fail(toFailure(this.#options.root, error))
      return
    }
    if (this.#isClosed || (change.paths.length === 0 && !change.isUncertain)) return
    this.#options.onChange(change)
  }

  /** @returns whether the watch goes on. */
  async #checkRoot(): Promise<boolean> {
    if (this.#isClosed) return false
    if ((await identify(this.#options.root)) === this.#identity) return true
    this.#fail(makeVanished(this.#options.root))
    return false
  }

  async #findChange(gathered: GatheredEvents): Promise<ArchiveChange> {
    const found = { paths: new Set<string>(), isUncertain: gathered.isUncertain }
    if (gathered.isStorm) {
      // What was dropped may have been a new folder.
      this.#folders.remove('')
      await this.#folders.add('', null)
      found.isUncertain = true
      for (const path of gathered.listPages()) found.paths.add(path)
    } else {
      await this.#lookAtAll(gathered, found)
    }
    const paths = new Set([...found.paths].map((path) => path.normalize('NFC')))
    return { paths: [...paths].sort(), isUncertain: found.isUncertain }
  }

  async #lookAtAll(
    { renamed, changed }: GatheredEvents,
    found: { paths: Set<string>; isUncertain: boolean },
  ): Promise<void> {
    let looks = 0
    for (const [path, times] of renamed) {
      if (++looks % LOOKS_PER_TURN === 0) await setImmediate()
      const stats = lookAt(join(this.#options.root, path))
      if (this.#folders.hasLost(path, stats)) {
        this.#folders.remove(path)
        found.isUncertain = true
      }
      if (stats?.isDirectory()) {
        if (this.#folders.has(path)) continue
        await this.#folders.add(path, found.paths)
      } else if (isPageName(path)) {
        // What was made and deleted, or moved on, is as it was.
        if (stats || times % 2 === 1) found.paths.add(path)
      } else if (stats?.isSymbolicLink()) found.isUncertain = true
    }
    for (const path of changed) {
      if (isPageName(path) && !renamed.has(path)) found.paths.add(path)
    }
  }
}

/** @returns `null` where nothing can be seen there. */
function lookAt(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch {
    return null
  }
}

/** What tells a folder from another that takes its place; `null` where it cannot be seen. */
async function identify(root: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(root)
    return `${dev}:${ino}`
  } catch {
    return null
  }
}

function makeVanished(root: string): AnnalsError {
  const message = `The archive is not there any longer: ${root}`
  return new AnnalsError('ARCHIVE_VANISHED', message, { details: { path: root } })
}

function toFailure(root: string, cause: unknown): AnnalsError {
  if (cause instanceof AnnalsError) return cause
  const message = `The archive cannot be watched: ${root}`
  return new AnnalsError('ARCHIVE_NOT_WATCHED', message, { details: { path: root }, cause })
}
