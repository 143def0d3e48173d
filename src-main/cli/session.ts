import { AnnalsError } from '#shared/errors.ts'
import type { ImportReport } from '#shared/import.ts'
import type { Places } from '../places.ts'
import { Settings } from '../settings.ts'
import { type WorkerUrls, type Workspace, openWorkspace } from '../workspace.ts'
import type { Paint } from './paint.ts'
import { createProgressLine } from './progress-line.ts'
import { cleanParagraphs } from './terminal-text.ts'

/** What a command has to say. */
export interface Answer {
  /** Printed under `--json`. */
  value: unknown
  /** Printed for people, without the last line break. */
  text: (paint: Paint) => string
}

/** An open archive, for the time of one command. */
export interface Session {
  workspace: Workspace
  /** Bring the index up to date. @throws IMPORT_CANCELLED where Ctrl-C was pressed. */
  importArchive: (options: { acceptLoss: boolean }) => Promise<ImportReport>
  /** Import an archive whose import never ended; changes since are not looked for. */
  ensureImported: () => Promise<void>
}

export interface SessionOptions {
  places: Places
  /** Absolute path, or `null` for the archive's remembered or usual place. */
  notebookFolder: string | null
  workers: WorkerUrls
}

/**
 * Open an archive, do something with it and close it again. Where that returns, what was changed is
 * on the disk.
 */
export async function withSession(
  folder: string,
  options: SessionOptions,
  task: (session: Session) => Promise<Answer>,
): Promise<Answer> {
  const workspace = await open(folder, options)
  warnOfProblems(workspace)
  try {
    const answer = await task(createSession(workspace))
    await workspace.close()
    return answer
  } catch (error) {
    // A notebook that can not be saved stays open; the index must not keep us running.
    await workspace.close().catch(() => workspace.query.close())
    throw error
  }
}

/** A notebook that is named can be read without its archive. */
async function open(folder: string, options: SessionOptions): Promise<Workspace> {
  const settings = await Settings.load(options.places.settingsFile)
  const notebookOf = (archivePath: string) => settings.notebookOf(archivePath)
  try {
    return await openWorkspace(folder, { ...options, notebookOf })
  } catch (error) {
    const isMissing = error instanceof AnnalsError && error.code === 'ARCHIVE_NOT_FOUND'
    if (!isMissing || options.notebookFolder === null) throw error
    return await openWorkspace(folder, { ...options, isMissing })
  }
}

/** Some of the notebook may be missing from the answer; what is there is still worth having. */
function warnOfProblems({ archive, isMissing, notebook }: Workspace): void {
  if (isMissing) process.stderr.write(`warning: the archive is not there: ${archive.path}\n`)
  for (const { code, message } of notebook.status().problems) {
    process.stderr.write(`warning [${code}]: ${cleanParagraphs(message)}\n`)
  }
}

function createSession(workspace: Workspace): Session {
  async function importArchive(options: { acceptLoss: boolean }): Promise<ImportReport> {
    const abort = new AbortController()
    const cancel = () => {
      abort.abort()
    }
    // Only once: who presses Ctrl-C again does not want to wait.
    process.once('SIGINT', cancel)
    const line = createProgressLine(process.stderr)
    try {
      const report = await workspace.importArchive({
        ...options,
        onProgress: (progress) => {
          line.show(progress)
        },
        signal: abort.signal,
      })
      if (report.cancelled) throw cancelled(report)
      return report
    } finally {
      line.clear()
      process.off('SIGINT', cancel)
    }
  }

  return {
    workspace,
    importArchive,
    async ensureImported() {
      const report = await workspace.query.report()
      if (workspace.isMissing) return
      if (report === null || report.cancelled) await importArchive({ acceptLoss: false })
    },
  }
}

function cancelled({ archive, events }: ImportReport): AnnalsError {
  return new AnnalsError(
    'IMPORT_CANCELLED',
    `The import was cancelled; ${events.toLocaleString('en')} events are in the index already.`,
    { details: { archive, events } },
  )
}
