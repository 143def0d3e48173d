import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import type { ChangedFiles } from './notebook-follower.ts'

export interface NotebookWatchOptions {
  /** Absolute path of the notebook. */
  root: string
  /** Folders in it, as far as they are there; the empty name is the notebook's own. */
  folders: readonly string[]
  /** Called when there was calm for a moment, or else every two seconds. */
  onChange(changed: ChangedFiles): void
}

const CALM_MS = 200
const LONGEST_WAIT_MS = 2000

/** What may be a document; temporary and set-aside files are none. */
const DOCUMENT_NAME = /^[^.].*\.json$/

/**
 * Tells which documents of a notebook were written, made or deleted, also by this very program. A
 * folder that cannot be watched – there may be no watch left, or it is on a network share – is
 * passed over: whoever watches looks again now and then.
 */
export class NotebookWatch {
  readonly #options: NotebookWatchOptions
  readonly #watchers = new Map<string, FSWatcher>()
  #changed = new Map<string, Set<string>>()
  #isUncertain = false
  #calm: NodeJS.Timeout | null = null
  #gatheringSince = 0

  constructor(options: NotebookWatchOptions) {
    this.#options = options
    this.#watchFolders()
  }

  close(): void {
    if (this.#calm) clearTimeout(this.#calm)
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  /** Watch folders that are there and not watched yet. @returns whether any is new. */
  #watchFolders(): boolean {
    const missing = this.#options.folders.filter((folder) => !this.#watchers.has(folder))
    for (const folder of missing) this.#watchFolder(folder)
    return missing.some((folder) => this.#watchers.has(folder))
  }

  #watchFolder(folder: string): void {
    try {
      const path = join(this.#options.root, folder)
      const watcher = watch(path, { persistent: false }, (_type, name) => {
        this.#gather(folder, name)
      })
      watcher.on('error', () => {
        this.#forget(folder)
      })
      this.#watchers.set(folder, watcher)
    } catch {
      this.#watchers.delete(folder)
    }
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close()
    this.#watchers.delete(folder)
  }

  #gather(folder: string, name: string | null): void {
    if (folder === '' && name !== null && this.#options.folders.includes(name)) {
      // The folder itself was made, moved or deleted.
      this.#forget(name)
      this.#isUncertain = true
    } else if (name === null) {
      this.#isUncertain = true
    } else if (DOCUMENT_NAME.test(name)) {
      this.#changed.set(folder, (this.#changed.get(folder) ?? new Set()).add(name))
    } else {
      return
    }
    this.#awaitCalm()
  }

  #awaitCalm(): void {
    if (this.#calm === null) {
      this.#gatheringSince = performance.now()
      this.#calm = setTimeout(() => {
        this.#calm = null
        this.#tell()
      }, CALM_MS).unref()
    } else if (performance.now() - this.#gatheringSince < LONGEST_WAIT_MS - CALM_MS) {
      this.#calm.refresh()
    }
  }

  #tell(): void {
    const isNewFolder = this.#watchFolders()
    const changed = this.#isUncertain || isNewFolder ? null : this.#changed
    this.#changed = new Map()
    this.#isUncertain = false
    this.#options.onChange(changed)
  }
}
