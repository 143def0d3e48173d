import { stat } from 'node:fs/promises'
import type { KeptFolder } from './kept-folder.ts'

export interface NotebookFollowerOptions {
  /** Absolute path of the notebook. */
  root: string
  folders: readonly Pick<KeptFolder, 'name' | 'follower'>[]
  /** Whether the notebook is where it was, or a drive was removed. */
  isThere(): Promise<boolean>
  canWrite(): boolean
}

/** Files that changed, by their folder in the notebook; `null` where any may have. */
export type ChangedFiles = ReadonlyMap<string, ReadonlySet<string>> | null

/**
 * Follows what other programs do to the documents of a notebook. Where the notebook itself is not
 * there, or another folder took its place, nothing is followed: no document is deleted by that.
 */
export class NotebookFollower {
  readonly #options: NotebookFollowerOptions
  #identity: string | null = null
  #looking: Promise<void> = Promise.resolve()

  constructor(options: NotebookFollowerOptions) {
    this.#options = options
  }

  /** The folder as it is now is the notebook; other versions of documents in it are taken in. */
  async begin(): Promise<void> {
    this.#identity = await identify(this.#options.root)
    await this.#absorbCopies()
  }

  /** Take in what changed on disk, one look after the other. @throws the system's errors */
  look(changed: ChangedFiles): Promise<void> {
    const look = this.#looking.then(() => this.#look(changed))
    this.#looking = look.catch(() => undefined)
    return look
  }

  async #look(changed: ChangedFiles): Promise<void> {
    const { folders } = this.#options
    for (const { name, follower } of folders) {
      const names = changed === null ? null : changed.get(name)
      if (names === undefined) continue
      if (!(await this.#isSame())) return
      await follower.follow(names)
    }
    await this.#absorbCopies()
  }

  async #absorbCopies(): Promise<void> {
    if (!this.#options.canWrite()) return
    for (const { follower } of this.#options.folders) await follower.absorbCopies()
  }

  async #isSame(): Promise<boolean> {
    const identity = await identify(this.#options.root)
    return identity === this.#identity && (await this.#options.isThere())
  }
}

/** What tells a folder from another that takes its place; `null` where there is none. */
async function identify(folder: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(folder)
    return `${dev}:${ino}`
  } catch {
    return null
  }
}
