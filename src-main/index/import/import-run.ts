import type { DatabaseSync } from 'node:sqlite'
import type { ChangeCounts } from '#shared/changes.ts'
import type { ImportReport } from '#shared/import.ts'
import { PAGE_STATE } from '../schema.ts'
import { type Comparison, comparePages, isStrayDay } from './compare-pages.ts'
import { DigestWriter, type ReadingCounts } from './digest-writer.ts'
import { describeTwins, enterChanges } from './enter-changes.ts'
import { completeColumns, finishIndex, isFinished, prepareIndex } from './finish-index.ts'
import type { ImportOptions } from './import-archive.ts'
import type { ProgressReporter } from './import-progress.ts'
import { listProblems, saveReport } from './import-report.ts'
import { readTally } from './index-tally.ts'
import { type KnownIndex, KnownPages, loadKnownIndex } from './known-pages.ts'
import { loadRetried, replaceWalkProblems } from './page-writer.ts'
import { type ReadingPlan, completePlan, planPages } from './plan-reading.ts'
import { readPages } from './read-pages.ts'
import { startReaders } from './reader-pool.ts'
import { refuseVanished } from './refuse-vanished.ts'
import { walkPages } from './walk-pages.ts'

type Outcome = Pick<
  ImportReport,
  'files' | 'added' | 'changed' | 'removed' | 'unchanged' | 'cancelled'
> & { changes?: ChangeCounts }

const NOTHING_READ: ReadingCounts = { added: 0, changed: 0, same: 0 }
const NO_CHANGES: ChangeCounts = { added: 0, changed: 0, removed: 0, moved: 0 }

/** Import an archive into an open index. @throws ARCHIVE_VANISHED and others where it cannot be seen */
export async function runImport(
  database: DatabaseSync,
  options: ImportOptions,
  progress: ProgressReporter,
): Promise<ImportReport> {
  const startedAt = performance.now()
  const outcome = await bringUpToDate(database, options, progress)
  const report: ImportReport = {
    archive: options.root,
    changes: NO_CHANGES,
    ...outcome,
    ...readTally(database),
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
  const known = new KnownPages(database)
  const walked = walkPages(root, finder, known, (filesSeen, problems) => {
    progress.update({ filesSeen, problems })
    return !options.isCancelled()
  })
  if (!walked) return describeStopped(known.size)
  refuseVanished(root, walked, known, options.acceptLoss)
  const retried = loadRetried(database)
  if (walked.isUnchanged && retried.size === 0 && isFinished(database)) {
    replaceWalkProblems(database, walked.problems)
    completeColumns(database)
    return describeUnchanged(known.size)
  }
  const index = loadKnownIndex(database, known)
  const comparison = comparePages(walked, index, finder, retried)
  replaceWalkProblems(database, [...walked.problems, ...describeTwins(root, comparison.twins)])

  const plan = makePlan(database, index, comparison)
  progress.enter('reading', { filesSeen: walked.size, filesToRead: plan.size })
  const isUpToDate =
    comparison.removed.length === 0 && comparison.pages.every((page) => !page.isDirty)
  if (isUpToDate && isFinished(database)) {
    completeColumns(database)
    return describeOutcome(comparison, NOTHING_READ, false)
  }

  const wasFinished = isFinished(database)
  const writer = new DigestWriter(database, index, comparison.pages, plan.keys())
  if (index.pages.size === 0) prepareIndex(database)
  enterChanges(database, comparison, findUnsettledDays(database, comparison), writer)
  const readers = startReaders(plan.size, options.startReader)
  try {
    const reading = { database, options, progress, comparison, writer, wasFinished, readers }
    const isEnded = await readPages(reading, plan)
    const outcome = describeOutcome(comparison, writer.counts, !isEnded)
    if (!isEnded) return outcome
    progress.enter('finishing')
    const groups = readers.groupReports(options.indexPath)
    return { ...outcome, changes: await finishIndex(database, groups) }
  } finally {
    await readers.close()
  }
}

function makePlan(database: DatabaseSync, index: KnownIndex, comparison: Comparison): ReadingPlan {
  const { pages, removed } = comparison
  const dirty = pages.filter(({ isDirty, isCopy }) => isDirty && !isCopy)
  const plan = planPages(dirty, 'changed', false)
  if (index.pages.size === 0) return plan
  const wasFinished = isFinished(database)
  if (!wasFinished) {
    // What day pages said of the pages of others is written last, and may not have been written.
    const days = pages.filter(({ known, isDirty }) => known?.state === PAGE_STATE.day && !isDirty)
    for (const [page, reading] of planPages(days, 'context', false)) plan.set(page, reading)
  }
  for (const stray of pages.filter(isStrayDay)) {
    if (stray.isDirty) plan.set(stray, { reason: 'changed', isForced: true })
    else if (!wasFinished) plan.set(stray, { reason: 'again', isForced: true })
  }
  const isChanged = removed.length > 0 || pages.some(({ isDirty }) => isDirty)
  return isChanged || !wasFinished ? completePlan(database, comparison, plan) : plan
}

/**
 * Ids of day pages that may list other events now than the index says. After an import that was
 * interrupted, `null`: a page may have ceased to be one, and its events not have been taken away.
 */
function findUnsettledDays(
  database: DatabaseSync,
  { pages, removed }: Comparison,
): number[] | null {
  if (!isFinished(database)) return null
  const changed = pages.filter(({ isDirty }) => isDirty).flatMap(({ known }) => known ?? [])
  return [...removed, ...changed]
    .filter(({ state }) => state === PAGE_STATE.day)
    .map(({ id }) => id)
}

function describeUnchanged(files: number): Outcome {
  return { files, added: 0, changed: 0, removed: 0, unchanged: files, cancelled: false }
}

function describeStopped(files: number): Outcome {
  return { ...describeUnchanged(files), cancelled: true }
}

function describeOutcome(
  { pages, removed, twins }: Comparison,
  counts: ReadingCounts,
  cancelled: boolean,
): Outcome {
  const copies = pages.filter(({ isCopy, isDirty }) => isCopy && isDirty)
  const newCopies = copies.filter(({ known }) => known === null).length
  return {
    files: pages.length + twins.length,
    added: counts.added + newCopies,
    changed: counts.changed + copies.length - newCopies,
    removed: removed.length,
    unchanged: counts.same + pages.filter(({ isDirty }) => !isDirty).length,
    cancelled,
  }
}
