import type { OpenArchive } from '#shared/contract.ts'
import { AnnalsError } from '#shared/errors.ts'
import { openArchiveFolder } from './archive/open-archive.ts'
import { type LeftBackups, moveArchiveData } from './move-archive.ts'
import { NOTEBOOK_FOLDERS } from './notebook/layout.ts'
import { NotebookWatch } from './notebook/notebook-watch.ts'
import { PageWatch } from './page-watch.ts'
import type { SessionEvents } from './session-events.ts'
import { SessionImport } from './session-import.ts'
import type { Workspace } from './workspace.ts'

/** How the session wants an archive opened. */
interface HowToOpen {
  /** Where its notebook is; `null` takes the remembered or the usual place. */
  notebookFolder: string | null
  /** Whether to open it without its folder. */
  isMissing: boolean
  /** Backups of its notebook that could not follow it, or `null`. */
  leftBackups: LeftBackups | null
}

/** Opens a workspace for the session. */
export type OpenInSession = (folder: string, how: HowToOpen) => Promise<Workspace>

const USUALLY: HowToOpen = { notebookFolder: null, isMissing: false, leftBackups: null }

/** The archive that is open, at most one, and its import. */
export class ArchiveSession {
  #workspace: Workspace | null = null
  #watch: PageWatch | null = null
  #notebookWatch: NotebookWatch | null = null
  #openError: unknown = null
  readonly #open: OpenInSession
  readonly #events: SessionEvents
  readonly #import: SessionImport

  constructor(open: OpenInSession, events: SessionEvents) {
    this.#open = open
    this.#events = events
    this.#import = new SessionImport({
      onImportProgress: (progress) => {
        events.onImportProgress(progress)
      },
      onImportEnded: (report) => {
        // What could be read can be watched again.
        if (this.#watch?.hasEnded) this.#watch = this.#watchPages(this.workspace.archive.path)
        events.onImportEnded(report)
      },
      onImportFailed: (error) => {
        events.onImportFailed(error)
      },
    })
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

  /** Why the last import of what is open failed, or `null`; a window that opens later asks for it. */
  get importError(): unknown {
    return this.#import.error
  }

  /** What is open, or `null`. */
  describe(): OpenArchive | null {
    if (this.#workspace === null) return null
    const { path, name } = this.#workspace.archive
    return {
      path,
      name,
      importing: this.#import.progress,
      changedPages: this.#watch?.changedPages ?? 0,
      isWatched: this.#watch?.isWatching ?? false,
      isMissing: this.#workspace.isMissing || (this.#watch?.hasVanished ?? false),
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
    const isOpen = root === this.#workspace?.archive.path && !this.#workspace.isMissing
    if (!isOpen) {
      await this.close()
      await this.#begin(root)
    }
    return this.#tellOpened()
  }

  /**
   * Open the notebook of an archive whose folder is not there, in place of what is open. There is no
   * import and no page is watched.
   *
   * @throws NOTEBOOK_NOT_FOUND where there is none, NOTEBOOK_NOT_SAVED, and then all stays as it is
   */
  async openMissing(folder: string): Promise<OpenArchive> {
    if (folder !== this.#workspace?.archive.path) {
      const workspace = await this.#open(folder, { ...USUALLY, isMissing: true })
      try {
        await this.close()
      } catch (error) {
        await workspace.close()
        throw error
      }
      this.#use(workspace)
    }
    return this.#tellOpened()
  }

  /**
   * Go on with the open notebook in the folder where its archive is now. The ids of events stay: they
   * are paths in the archive.
   *
   * @throws ARCHIVE_* and then all stays as it is; NOTEBOOK_NOT_SAVED
   */
  async relocate(folder: string): Promise<OpenArchive> {
    const { root, fingerprint } = await openArchiveFolder(folder)
    const { archive, notebook, places } = this.workspace
    const notebookFolder = notebook.status().path
    await this.close()
    const move = { from: archive.fingerprint, to: fingerprint }
    const leftBackups = await moveArchiveData(places, notebookFolder, move)
    await this.#begin(root, { notebookFolder, leftBackups })
    return this.#tellOpened()
  }

  /**
   * Go on with a copy of the open notebook. What could not be saved where it was is in the copy.
   *
   * @param notebookFolder - Absolute path of the copy.
   */
  async moveNotebook(notebookFolder: string): Promise<OpenArchive> {
    const { archive, isMissing } = this.workspace
    await this.#letGo({ isSavedElsewhere: true })
    if (isMissing) {
      this.#use(await this.#open(archive.path, { ...USUALLY, notebookFolder, isMissing }))
    } else {
      await this.#begin(archive.path, { notebookFolder })
    }
    return this.#tellOpened()
  }

  /** Take in what other programs did to the open notebook, where that is not noticed by itself. */
  async lookAtNotebook(): Promise<void> {
    await this.#workspace?.notebook.look(null).catch(() => undefined)
  }

  async #begin(root: string, how: Partial<HowToOpen> = {}): Promise<void> {
    this.#use(await this.#open(root, { ...USUALLY, ...how }))
    this.#watch = this.#watchPages(root)
    this.startImport({ acceptLoss: false })
  }

  #use(workspace: Workspace): void {
    this.#import.forget()
    this.#workspace = workspace
    this.#notebookWatch = new NotebookWatch({
      root: workspace.notebook.status().path,
      folders: NOTEBOOK_FOLDERS,
      onChange: (changed) => void workspace.notebook.look(changed).catch(() => undefined),
    })
  }

  #tellOpened(): OpenArchive {
    const description = this.describe() as OpenArchive
    this.#events.onArchiveChanged(description)
    return description
  }

  /**
   * @param options.acceptLoss - As `Workspace.importArchive` takes it.
   * @throws IMPORT_RUNNING, ARCHIVE_NOT_OPEN, ARCHIVE_NOT_FOUND where it was opened without its folder
   */
  startImport(options: { acceptLoss: boolean }): void {
    this.#import.start(this.workspace, options)
    this.#watch?.forget()
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
    await this.#import.cancel()
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
    await this.#letGo({ isSavedElsewhere: false })
    this.#events.onArchiveChanged(null)
  }

  async #letGo(options: { isSavedElsewhere: boolean }): Promise<void> {
    await this.cancelImport()
    await this.#workspace?.close(options)
    this.#notebookWatch?.close()
    await this.#watch?.close()
    this.#notebookWatch = null
    this.#watch = null
    this.#workspace = null
  }
}
