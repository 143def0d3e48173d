import { AnnalsError } from '#shared/errors.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import type { Workspace } from './workspace.ts'

/** What an import tells of itself. */
export interface ImportEvents {
  onImportProgress(progress: ImportProgress): void
  onImportEnded(report: ImportReport): void
  onImportFailed(error: unknown): void
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

/** The import of the archive that is open, at most one at a time. */
export class SessionImport {
  #running: RunningImport | null = null
  #error: unknown = null
  readonly #events: ImportEvents

  constructor(events: ImportEvents) {
    this.#events = events
  }

  /** How far the import is, or `null` where none is running. */
  get progress(): ImportProgress | null {
    return this.#running?.progress ?? null
  }

  /** Why the last import failed, or `null`. */
  get error(): unknown {
    return this.#error
  }

  /** Another archive is open, of which no import has failed. */
  forget(): void {
    this.#error = null
  }

  /**
   * @param options.acceptLoss - As `Workspace.importArchive` takes it.
   * @throws IMPORT_RUNNING, ARCHIVE_NOT_FOUND where the archive was opened without its folder
   */
  start(workspace: Workspace, options: { acceptLoss: boolean }): void {
    const { archive, isMissing } = workspace
    if (isMissing) {
      const message = `The archive is not there: ${archive.path}`
      throw new AnnalsError('ARCHIVE_NOT_FOUND', message, { details: { path: archive.path } })
    }
    if (this.#running !== null) {
      throw new AnnalsError('IMPORT_RUNNING', 'An import of this archive is running.')
    }
    const abort = new AbortController()
    const running: RunningImport = { abort, progress: NOT_STARTED, ended: Promise.resolve() }
    this.#running = running
    this.#error = null
    running.ended = this.#run(workspace, running, options)
  }

  /** Stop the running import and wait until it has let go of the index. */
  async cancel(): Promise<void> {
    this.#running?.abort.abort()
    await this.#running?.ended
  }

  async #run(
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
      this.#running = null
      this.#events.onImportEnded(report)
    } catch (error) {
      this.#running = null
      this.#error = error
      this.#events.onImportFailed(error)
    }
  }
}
