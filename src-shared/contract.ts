import type { DayCount, NamePage, NameRequest, YearCount } from './browse.ts'
import type { ChangePage, ChangesRequest } from './changes.ts'
import type { EncodedError } from './errors.ts'
import type { EventDetail, EventId } from './event.ts'
import type { ExportDocument, ExportResult, MarkdownExportOptions } from './export.ts'
import type { ImportProgress, ImportReport } from './import.ts'
import type { SaveState } from './notebook.ts'
import type { NotebookApi } from './notebook-api.ts'
import type { SavedSearchNews, SavedSearchSummary } from './saved-search.ts'
import type {
  AnswerShape,
  SearchAnswer,
  SearchRequest,
  SearchSort,
  ShapeRequest,
  SuggestRequest,
  Suggestions,
} from './search.ts'

export type Theme = 'system' | 'light' | 'dark'

/** An archive that was opened before. */
export interface RecentArchive {
  /** Absolute path. */
  path: string
  name: string
  /** ISO 8601, UTC. */
  openedAt: string
  /** Events in it when it was last open, or `null` where no import has ended yet. */
  events: number | null
  /** Whether the folder is there now. */
  present: boolean
}

/** What the window needs to know when it starts. */
export interface AppState {
  version: string
  platform: 'linux' | 'darwin' | 'win32'
  theme: Theme
  recent: RecentArchive[]
  /** The archive that is open, or `null`. */
  archive: OpenArchive | null
  /** Why the last archive that was to be opened could not be, or `null`. */
  openError: EncodedError | null
  /** Why the last import of the archive that is open failed, or `null`. */
  importError: EncodedError | null
  /** Remembered layout of the window, by pane name; fractions or pixels as the pane sees fit. */
  layout: Record<string, number>
}

/** An archive that is open. */
export interface OpenArchive {
  /** Absolute path. */
  path: string
  name: string
  /** Progress while an import runs, else `null`. */
  importing: ImportProgress | null
  /** Pages that changed on disk since the last import began; at least so many. */
  changedPages: number
  /** Whether changes on disk are noticed by themselves. */
  isWatched: boolean
  /** Whether the folder is not there now: the notebook is open, and the index where there is one. */
  isMissing: boolean
}

/** What a link in a page leads to. */
export type LinkTarget =
  | { kind: 'event'; id: EventId }
  | { kind: 'day'; date: string }
  | { kind: 'web'; url: string }
  | { kind: 'missing'; reason: string }

/**
 * Calls the window may make on the main process. Everything here is structured-cloneable.
 * Each call may fail with an `AnnalsError`; codes that matter to the caller are named.
 */
export interface MainApi extends NotebookApi {
  getAppState(): Promise<AppState>
  setTheme(theme: Theme): Promise<void>
  /** Remember the size of a pane. */
  setLayout(pane: string, size: number): Promise<void>

  /** Ask for a folder in the system's dialog. @returns its path, or `null` where the user cancelled. */
  chooseFolder(): Promise<string | null>
  /** Open an archive; its import goes on in the background. @throws ARCHIVE_* */
  openArchive(path: string): Promise<OpenArchive>
  openSampleArchive(): Promise<OpenArchive>
  /**
   * Open the notebook of an archive whose folder is not there.
   *
   * @throws NOTEBOOK_NOT_FOUND where there is none
   */
  openWithoutArchive(path: string): Promise<OpenArchive>
  /** Ask where the open archive is now, and go on there with the same notebook. @returns `null` where the user cancelled. @throws ARCHIVE_* */
  locateArchive(): Promise<OpenArchive | null>
  closeArchive(): Promise<void>
  forgetRecent(path: string): Promise<void>
  /** Stop the running import; what it has read stays usable. */
  cancelImport(): Promise<void>
  /**
   * Import again what changed.
   *
   * @param options.acceptLoss - Whether the pages that are gone were deleted on purpose, even if they
   *   are most of the archive.
   * @throws IMPORT_RUNNING
   */
  startImport(options: { acceptLoss: boolean }): Promise<void>
  /** The report of the last import that ended, or `null`. */
  getImportReport(): Promise<ImportReport | null>
  /** What the last import that changed anything did to the events. */
  listChanges(request: ChangesRequest): Promise<ChangePage>

  listYears(): Promise<YearCount[]>
  listDays(year: number, month: number): Promise<DayCount[]>
  listEntities(request: NameRequest): Promise<NamePage>
  /** Outlets by host. */
  listSources(request: NameRequest): Promise<NamePage>
  /** @throws SEARCH_SUPERSEDED where a newer search took its place */
  search(request: SearchRequest): Promise<SearchAnswer>
  /** What the whole answer looks like. @throws SEARCH_SUPERSEDED */
  shapeAnswer(request: ShapeRequest): Promise<AnswerShape>
  /** What could be written where the caret stands. */
  suggest(request: SuggestRequest): Promise<Suggestions>
  /** Ids of all matches in the order asked for, not folded, at most `limit`. */
  searchIds(request: SearchRequest): Promise<EventId[]>
  /** @throws EVENT_NOT_FOUND */
  readEvent(id: EventId): Promise<EventDetail>
  /** @param href - As written in the page of `from`. */
  resolveLink(from: EventId, href: string): Promise<LinkTarget>
  /** Open an address in the system's browser; only after an explicit click. @throws LINK_NOT_ALLOWED */
  openExternal(url: string): Promise<void>

  /** By name. */
  listSavedSearches(): Promise<SavedSearchSummary[]>
  /** Keep a question, with what it finds now. @throws SAVED_SEARCH_NAME_INVALID, NOTEBOOK_READ_ONLY */
  createSavedSearch(search: {
    name: string
    query: string
    sort: SearchSort
    isFolded: boolean
  }): Promise<SavedSearchSummary>
  /** Another question also records anew what it finds. @throws SAVED_SEARCH_NOT_FOUND */
  updateSavedSearch(
    id: string,
    change: { name?: string; query?: string; sort?: SearchSort; isFolded?: boolean },
  ): Promise<SavedSearchSummary>
  deleteSavedSearch(id: string): Promise<void>
  /** What is new, gone or changed since it was last looked at. @throws SAVED_SEARCH_NOT_FOUND */
  compareSavedSearch(id: string): Promise<SavedSearchNews>
  /** Record what it finds now as looked at. @throws SAVED_SEARCH_NOT_FOUND, NOTEBOOK_READ_ONLY */
  markSavedSearchSeen(id: string): Promise<SavedSearchSummary>

  previewExport(collectionId: string, options: MarkdownExportOptions): Promise<ExportDocument[]>
  /** Ask where to, then write. @returns `null` where the user cancelled. @throws EXPORT_* */
  exportCollection(
    collectionId: string,
    options: MarkdownExportOptions,
  ): Promise<ExportResult | null>
  /** Show a file of the last export in the system's file manager. */
  showExport(): Promise<void>
}

/** A command chosen in the menu or by a second start of the app. */
export type MenuCommand =
  | 'open-archive'
  | 'close-archive'
  | 'search'
  | 'go-back'
  | 'go-forward'
  | 'undo'
  | 'redo'
  | 'new-note'
  | 'new-collection'
  | 'new-claim'
  | 'notes'
  | 'claims'
  | 'trash'
  | 'backups'
  | 'add-to-collection'
  | 'import-report'
  | 'changes'
  | 'save-search'
  | 'show-shortcuts'

/** Calls the main process makes on the window. */
export interface RendererApi {
  /**
   * The archive or the window is about to close: hand over what was typed and is not saved yet.
   *
   * @returns whether all of it was saved.
   */
  prepareToClose(): Promise<boolean>
  onArchiveChanged(archive: OpenArchive | null): void
  /** An archive that was named at a start of the app could not be opened. */
  onOpenFailed(error: EncodedError): void
  onImportProgress(progress: ImportProgress): void
  onImportEnded(report: ImportReport): void
  onImportFailed(error: EncodedError): void
  /** Pages changed on disk; none where they were taken in. */
  onPagesChanged(changedPages: number): void
  onSaveState(state: SaveState): void
  /**
   * Annotations, collections or saved searches changed (also by undo or another program).
   *
   * @param eventIds - Events whose annotations or marks may have changed; `null`: those of any.
   */
  onNotebookChanged(eventIds: EventId[] | null): void
  onCommand(command: MenuCommand): void
}

/** What the preload puts into the window: nothing but a pipe. */
export interface PreloadBridge {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Absolute path of a file dropped on the window. */
  pathOfFile(file: object): string
}
