import type { OpenArchive } from '#shared/contract.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import { openArchiveFolder } from './archive/open-archive.ts'
import { PageWatch } from './page-watch.ts'
import type { Workspace } from './workspace.ts'

/** What the session tells those who watch it. */
export interface SessionEvents {
  /** Before an archive is closed. @returns whether all that was typed has reached the notebook. */
  beforeClose(): Promise<boolean>
  onArchiveChanged(archive: OpenArchive | null): void
  onImportProgress(progress: ImportProgress): void
  onImportEnded(report: ImportReport): void
  onImportFailed(error: unknown): void
  /** @param changedPages - Pages that changed on disk and are not taken in yet. */
  onPagesChanged(changedPages: number): void
}

interface RunningImport {
  abort: AbortController
  progress: ImportProgress
  ended: Promise<void>
}

const NOT_STARTED: ImportProgress = {
  phase: 'walking',
  filesSeen: 0,
  filesToRead: null,
  filesRead: 0,
  events: 0,
  problems: 0,
  remainingMs: null,
}

/** The archive that is open, at most one, and its import. */
export class ArchiveSession {
  #workspace: Workspace | null = null
  #watch: PageWatch | null = null
  #import: RunningImport | null = null
  #openError: unknown = null
  readonly #open: (folder: string) => Promise<Workspace>
  readonly #events: SessionEvents

  constructor(open: (folder: string) => Promise<Workspace>, events: SessionEvents) {
    this.#open = open
    this.#events = events
  }

  /** @throws ARCHIVE_NOT_OPEN */
  get workspace(): Workspace {
    if (this.#workspace === null) {
      throw new AnnalsError('ARCHIVE_NOT_OPEN', 'No archive is open.')
    }
    return this.#workspace
  }

  get isOpen(): boolean {
    return this.#workspace !== null
  }

  /** Why the last archive that was to be opened could not be, or `null`. */
  get openError(): unknown {
    return this.#openError
  }

  /** What is open, or `null`. */
  describe(): OpenArchive | null {
    if (this.#workspace === null) return null
    const { path, name } = this.#workspace.archive
    return {
      path,
      name,
      importing: this.#import?.progress ?? null,
      changedPages: this.#watch?.changedPages ?? 0,
      isWatched: this.#watch?.isWatching ?? false,
    }
  }

  /**
   * Open an archive in place of the one that is open; its import goes on in the background. Where
   * the folder is no archive, what was open stays open.
   *
   * @throws ARCHIVE_*, NOTEBOOK_NOT_SAVED
   */
  async open(folder: string): Promise<OpenArchive> {
    try {
      this.#openError = null
      return await this.#openInPlace(folder)
    } catch (error) {
      this.#openError = error
      throw error
    }
  }

  async #openInPlace(folder: string): Promise<OpenArchive> {
    const { root } = await openArchiveFolder(folder)
    if (root !== this.#workspace?.archive.path) {
      await this.close()
      this.#workspace = await this.#open(root)
      this.#watch = this.#watchPages(root)
      this.startImport({ acceptLoss: false })
    }
    const description = this.describe() as OpenArchive
    this.#events.onArchiveChanged(description)
    return description
  }

  /**
   * @param options.acceptLoss - As `Workspace.importArchive` takes it.
   * @throws IMPORT_RUNNING, ARCHIVE_NOT_OPEN
   */
  startImport(options: { acceptLoss: boolean }): void {
    if (this.#import !== null) {
      throw new AnnalsError('IMPORT_RUNNING', 'An import of this archive is running.')
    }
    const abort = new AbortController()
    const running: RunningImport = { abort, progress: NOT_STARTED, ended: Promise.resolve() }
    this.#import = running
    this.#watch?.forget()
    running.ended = this.#runImport(this.workspace, running, options)
  }

  async #runImport(
    workspace: Workspace,
    running: RunningImport,
    options: { acceptLoss: boolean },
  ): Promise<void> {
    try {
      const report = await workspace.importArchive({
        ...options,
        onProgress: (progress) => {
          running.progress = progress
          this.#events.onImportProgress(progress)
        },
        signal: running.abort.signal,
      })
      this.#import = null
      // What could be read can be watched again.
      if (this.#watch?.hasEnded) this.#watch = this.#watchPages(workspace.archive.path)
      this.#events.onImportEnded(report)
    } catch (error) {
      this.#import = null
      this.#events.onImportFailed(error)
    }
  }

  #watchPages(root: string): PageWatch {
    return new PageWatch(root, {
      onChange: (changedPages) => {
        this.#events.onPagesChanged(changedPages)
      },
      onStateChange: () => {
        this.#events.onArchiveChanged(this.describe())
      },
    })
  }

  /** Stop the running import and wait until it has let go of the index. */
  async cancelImport(): Promise<void> {
    this.#import?.abort.abort()
    await this.#import?.ended
  }

  /**
   * Close the archive that is open, once all that was written is saved.
   *
   * @throws NOTEBOOK_NOT_SAVED - Nothing is closed then.
   */
  async close(): Promise<void> {
    const workspace = this.#workspace
    if (workspace === null) return
    const isHandedOver = await this.#events.beforeClose()
    if (!isHandedOver) {
      throw new AnnalsError('NOTEBOOK_NOT_SAVED', 'Some of what you wrote is not saved yet.')
    }
    await this.cancelImport()
    await workspace.close()
    await this.#watch?.close()
    this.#watch = null
    this.#workspace = null
    this.#events.onArchiveChanged(null)
  }
}
