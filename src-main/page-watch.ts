import { watchArchive } from './archive/watch-archive.ts'

/** What a watch tells. */
export interface PageWatchEvents {
  /** @param changedPages - Pages that changed since the last {@link PageWatch.forget}. */
  onChange(changedPages: number): void
  /** It began to watch, or cannot any longer. */
  onStateChange(): void
}

/** Stands for pages that changed without being named, as where a folder was moved away. */
const UNNAMED = ''

/** Counts the pages of an archive that change on disk while it is open. */
export class PageWatch {
  readonly #changed = new Set<string>()
  readonly #events: PageWatchEvents
  readonly #watching: Promise<{ close(): Promise<void> } | null>
  #isWatching = false
  #hasEnded = false
  #hasVanished = false
  #isClosed = false

  /** @param root - Absolute real path of the archive. */
  constructor(root: string, events: PageWatchEvents) {
    this.#events = events
    this.#watching = this.#start(root)
  }

  /** Whether changes are noticed. */
  get isWatching(): boolean {
    return this.#isWatching
  }

  /** Whether it could not begin, or ended by itself: the folder is gone, or cannot be watched. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Whether the folder is gone. */
  get hasVanished(): boolean {
    return this.#hasVanished
  }

  /** At least so many. */
  get changedPages(): number {
    return this.#changed.size
  }

  /** An import begins, which sees all that changed so far. */
  forget(): void {
    if (this.#changed.size === 0) return
    this.#changed.clear()
    this.#events.onChange(0)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const watcher = await this.#watching
    await watcher?.close()
  }

  async #start(root: string): Promise<{ close(): Promise<void> } | null> {
    try {
      const watcher = await watchArchive({
        root,
        onChange: ({ paths, isUncertain }) => {
          if (this.#isClosed) return
          for (const path of paths) this.#changed.add(path)
          if (isUncertain) this.#changed.add(UNNAMED)
          this.#events.onChange(this.#changed.size)
        },
        onFailure: ({ code }) => {
          this.#hasEnded = true
          this.#hasVanished = code === 'ARCHIVE_VANISHED'
          this.#setWatching(false)
        },
      })
      this.#setWatching(!this.#hasEnded)
      return watcher
    } catch {
      // Without a watch the window says that changes have to be looked for.
      this.#hasEnded = true
      return null
    }
  }

  #setWatching(isWatching: boolean): void {
    if (this.#isClosed || this.#isWatching === isWatching) return
    this.#isWatching = isWatching
    this.#events.onStateChange()
  }
}
