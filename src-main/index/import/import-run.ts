import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { AnnalsError } from '#shared/errors.ts'
import type { ImportReport } from '#shared/import.ts'
import { PAGE_STATE } from '../schema.ts'
import { type Comparison, type PlannedPage, comparePages } from './compare-pages.ts'
import { DigestWriter } from './digest-writer.ts'
import { finishIndex, isFinished, markUnfinished, prepareIndex } from './finish-index.ts'
import type { ImportOptions } from './import-archive.ts'
import type { ProgressReporter } from './import-progress.ts'
import { countIndex, listProblems, saveReport } from './import-report.ts'
import { type KnownIndex, loadKnownIndex } from './known-pages.ts'
import { loadRetried } from './page-writer.ts'
import { completePlan, planPages } from './plan-reading.ts'
import { readPages } from './read-pages.ts'
import { type WalkedPages, walkPages } from './walk-pages.ts'

/** From so many known pages on, the loss of more than half is taken for a lost drive. */
const PAGES_TO_JUDGE_BY = 20

type Outcome = Pick<
  ImportReport,
  'files' | 'added' | 'changed' | 'removed' | 'unchanged' | 'cancelled'
>

/** Import an archive into an open index. @throws ARCHIVE_VANISHED and others where it cannot be read */
export async function runImport(
  database: DatabaseSync,
  options: ImportOptions,
  progress: ProgressReporter,
): Promise<ImportReport> {
  const startedAt = performance.now()
  const outcome = await bringUpToDate(database, options, progress)
  const report: ImportReport = {
    archive: options.root,
    ...outcome,
    ...countIndex(database),
    problems: listProblems(database),
    durationMs: Math.round(performance.now() - startedAt),
  }
  saveReport(database, report, options)
  return report
}

async function bringUpToDate(
  database: DatabaseSync,
  options: ImportOptions,
  progress: ProgressReporter,
): Promise<Outcome> {
  const { root, finder } = options
  const index = loadKnownIndex(database)
  const walked = walkPages(root, finder, (filesSeen, problems) => {
    progress.update({ filesSeen, problems })
    return !options.isCancelled()
  })
  if (!walked) return describeStopped(index)
  refuseVanished(root, walked, index)

  const retried = loadRetried(database)
  const comparison = comparePages(walked.files, index, finder, retried, walked.isOutOfSight)
  const dirty = comparison.pages.filter(({ isDirty, isCopy }) => isDirty && !isCopy)
  const start = planPages(dirty, 'changed', false)
  const isFirst = index.pages.size === 0
  const isChanged = dirty.length > 0 || comparison.removed.length > 0
  const plan = isChanged && !isFirst ? completePlan(database, comparison, start) : start
  const writer = new DigestWriter(database, index, comparison.pages, plan.keys())
  progress.enter('reading', { filesSeen: walked.files.length, filesToRead: plan.size })
  const mustRead = plan.size > 0 || !isFinished(database)
  if (isFirst) prepareIndex(database)
  enterChanges(root, database, walked, comparison, writer)

  let isCancelled = false
  if (mustRead) {
    const reading = { database, options, progress, index, comparison, writer }
    isCancelled = !(await readPages(reading, plan))
  }
  if (!isCancelled) {
    progress.enter('finishing')
    finishIndex(database)
  }
  return describeOutcome(comparison, writer, isCancelled)
}

function refuseVanished(root: string, walked: WalkedPages, index: KnownIndex): void {
  const known = index.pages.size
  const present = new Set(walked.files.map(({ path }) => path))
  let gone = 0
  for (const path of index.pages.keys()) {
    if (!present.has(path) && !walked.isOutOfSight(path)) gone++
  }
  const isRootBlind = walked.problems.some(({ path }) => path === '')
  const details = { path: root, known, gone }
  if (
    known > 0 &&
    (isRootBlind || gone === known || (known >= PAGES_TO_JUDGE_BY && gone > known / 2))
  ) {
    const message = `Most pages of the archive are gone: ${root}`
    throw new AnnalsError('ARCHIVE_VANISHED', message, { details })
  }
  if (!isRootBlind) return
  const code = existsSync(root) ? 'ARCHIVE_UNREADABLE' : 'ARCHIVE_NOT_FOUND'
  throw new AnnalsError(code, `The archive cannot be read: ${root}`, { details })
}

/** The first transaction: which pages there are, before any is read. */
function enterChanges(
  root: string,
  database: DatabaseSync,
  walked: WalkedPages,
  { pages, removed, twins }: Comparison,
  writer: DigestWriter,
): void {
  const copies = pages.filter(({ isCopy, isDirty, known }) => isCopy && isDirty && known)
  const dropped = [...removed, ...copies.flatMap(({ known }) => known ?? [])]
  const dirtyDays = pages.flatMap(({ known, isDirty }) => (isDirty && known ? [known] : []))
  const days = [...dropped, ...dirtyDays].filter(({ state }) => state === PAGE_STATE.day)

  database.exec('BEGIN IMMEDIATE')
  markUnfinished(database)
  writer.listed.expectAgain(days.map(({ id }) => id))
  writer.remove(dropped.flatMap(({ eventNumber }) => eventNumber ?? []))
  writer.pages.removePages(removed)
  writer.pages.addNew(pages)
  for (const copy of copies) writer.pages.markCopy(copy)
  writer.pages.replaceWalkProblems([
    ...walked.problems,
    ...twins.map(({ openPath, path }) => ({
      path: openPath === null ? path : relative(root, openPath).replaceAll('\\', '/'),
      code: 'PAGE_UNREADABLE' as const,
      message: 'Another file has this name in another Unicode form; only that one is read.',
    })),
  ])
  database.exec('COMMIT')
}

function describeStopped(index: KnownIndex): Outcome {
  const files = index.pages.size
  return { files, added: 0, changed: 0, removed: 0, unchanged: files, cancelled: true }
}

function describeOutcome(
  { pages, removed, twins }: Comparison,
  { counts }: DigestWriter,
  cancelled: boolean,
): Outcome {
  const copies = pages.filter(({ isCopy, isDirty }) => isCopy && isDirty)
  const newCopies = copies.filter(isNew).length
  return {
    files: pages.length + twins.length,
    added: counts.added + newCopies,
    changed: counts.changed + copies.length - newCopies,
    removed: removed.length,
    unchanged: counts.same + pages.filter(({ isDirty }) => !isDirty).length,
    cancelled,
  }
}

function isNew({ known }: PlannedPage): boolean {
  return known === null
}
