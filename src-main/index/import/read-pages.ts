import type { DatabaseSync } from 'node:sqlite'
import { PAGE_STATE } from '../schema.ts'
import { type Comparison, type PlannedPage, isFullDate } from './compare-pages.ts'
import type { DigestWriter } from './digest-writer.ts'
import type { ImportOptions } from './import-archive.ts'
import type { ProgressReporter } from './import-progress.ts'
import { loadEvents, loadEventsOf } from './known-pages.ts'
import type { FolderRequest, NumberedEvents } from './messages.ts'
import { type ReadingPlan, completePlan, makeRequests, planPages } from './plan-reading.ts'
import type { ReaderPool } from './reader-pool.ts'
import { findVoidPages, isAnyUnresolved, relateEvents, releaseVoidPages } from './relate-events.ts'
import { shareEvents } from './shared-events.ts'

/** The first transaction is small, so that there is something to see soon. */
const PAGES_PER_TRANSACTION = { first: 2000, last: 16_000 } as const

/** All that the reading of an import works with. */
export interface Reading {
  database: DatabaseSync
  options: ImportOptions
  progress: ProgressReporter
  comparison: Comparison
  writer: DigestWriter
  /** Whether the import before came to its end. */
  wasFinished: boolean
  readers: ReaderPool
}

/**
 * Read pages in threads of their own, write what they say, and relate all events.
 *
 * @returns whether it came to its end.
 */
export async function readPages(reading: Reading, plan: ReadingPlan): Promise<boolean> {
  const { database, options, progress, comparison, writer, readers } = reading
  const hadUnresolved = isAnyUnresolved(database)
  const { isCancelled } = options
  const events = shareEvents(listEvents(database, comparison))
  await readers.tell({ kind: 'begin', root: options.root, events })
  const requests = makeRequests(database, plan)
  if (!(await digestAll(reading, readers, requests))) return false

  const byId = new Map(comparison.pages.map((page) => [page.id, page]))
  const voids = findVoidPages(database, (id) => byId.get(id)?.key ?? null)
  await readers.tell({ kind: 'remove-events', keys: voids.keys })
  const again = voids.linkingPages.flatMap((id) => byId.get(id) ?? [])
  if (again.length > 0) {
    const start = planPages(again, 'again', true)
    const more = makeRequests(database, completePlan(database, comparison, start))
    if (!(await digestAll(reading, readers, more))) return false
  }
  releaseVoidPages(database)

  progress.enter('relating')
  database.exec('BEGIN IMMEDIATE')
  writer.writePostponed()
  const unnamed = writer.removeUnnamed()
  writer.endTransaction()
  database.exec('COMMIT')
  await readers.tell({ kind: 'remove-events', keys: unnamed })
  await readers.tell({ kind: 'add-events', events: writer.added })
  // What day pages say of a page without an event may have been written by an import that was interrupted.
  await readers.tell({ kind: 'add-events', events: loadEventsOf(database, voids.keys) })
  // Where events are gone, what led to them may lead to others now.
  const isAnyGone = comparison.removed.length + voids.keys.length + unnamed.length > 0
  const isSettled = !isAnyGone && (!hadUnresolved || reading.wasFinished)
  const expected = hadUnresolved ? listExpected(comparison) : []
  const found = [...writer.added.keys, ...expected.map(({ key }) => key)]
  await relateEvents(database, readers, isSettled ? found : null, isCancelled)
  return !isCancelled()
}

/** Have all requests carried out and write what they give in large transactions. */
async function digestAll(
  { database, options, progress, writer }: Reading,
  readers: ReaderPool,
  requests: Iterable<FolderRequest[]>,
): Promise<boolean> {
  let room: number = PAGES_PER_TRANSACTION.first
  let inTransaction = 0
  let filesRead = 0
  database.exec('BEGIN IMMEDIATE')
  for await (const { request, digest, reader } of readers.digest(requests)) {
    writer.write(digest, reader)
    const pages = request.reduce((sum, folder) => sum + folder.pages.length, 0)
    filesRead += pages
    inTransaction += pages
    if (inTransaction >= room) {
      writer.endTransaction()
      database.exec('COMMIT; BEGIN IMMEDIATE')
      room = Math.min(room * 2, PAGES_PER_TRANSACTION.last)
      inTransaction = 0
    }
    progress.update({ filesRead, ...writer.countProgress() })
    if (options.isCancelled()) break
  }
  writer.endTransaction()
  database.exec('COMMIT')
  return !options.isCancelled()
}

/** Events a link may lead to: those in the index, and those of pages that are still to be read. */
function listEvents(database: DatabaseSync, comparison: Comparison): NumberedEvents {
  const { keys, numbers } = loadEvents(database)
  for (const { key, eventNumber } of listExpected(comparison)) {
    keys.push(key)
    numbers.push(eventNumber ?? 0)
  }
  return { keys, numbers }
}

/** Pages that are still to be read and may report an event that is not in the index. */
function listExpected({ pages }: Comparison): PlannedPage[] {
  return pages.filter(({ known, isDirty, isFoldersOwn, pathDate }) => {
    const isDayPage = isFoldersOwn && isFullDate(pathDate)
    return isDirty && !isDayPage && known?.state !== PAGE_STATE.event
  })
}
