import type { DatabaseSync } from 'node:sqlite'
import { PAGE_STATE } from '../schema.ts'
import { type Comparison, isFullDate } from './compare-pages.ts'
import type { DigestWriter } from './digest-writer.ts'
import type { ImportOptions } from './import-archive.ts'
import type { ProgressReporter } from './import-progress.ts'
import { loadEvents, loadNames } from './known-pages.ts'
import type { Digest, FolderRequest, NumberedEvents } from './messages.ts'
import { type ReadingPlan, completePlan, makeRequests, planPages } from './plan-reading.ts'
import type { ReaderClient } from './reader-client.ts'
import { findVoidPages, relateEvents, releaseVoidPages } from './relate-events.ts'

/** Requests the reading thread may be ahead of what is written, so that memory stays bounded. */
const REQUESTS_AHEAD = 3
const PAGES_PER_TRANSACTION = 2000

/** All that the reading of an import works with. */
export interface Reading {
  database: DatabaseSync
  options: ImportOptions
  progress: ProgressReporter
  comparison: Comparison
  writer: DigestWriter
}

/**
 * Read pages in a thread of their own, write what they say, and relate all events.
 *
 * @returns whether it came to its end.
 */
export async function readPages(reading: Reading, plan: ReadingPlan): Promise<boolean> {
  const { database, options, progress, comparison, writer } = reading
  const { isCancelled } = options
  const reader = options.startReader()
  try {
    const known = loadKnownNames(database, options.root)
    writer.learnNames(known)
    await reader.ask({ kind: 'begin', known })
    await reader.ask({ kind: 'add-events', events: listEvents(database, comparison) })
    const requests = makeRequests(database, plan)
    if (!(await digestAll(reading, reader, requests))) return false

    const byId = new Map(comparison.pages.map((page) => [page.id, page]))
    const voids = findVoidPages(database, (id) => byId.get(id)?.key ?? null)
    await reader.ask({ kind: 'remove-events', keys: voids.keys })
    const again = voids.linkingPages.flatMap((id) => byId.get(id) ?? [])
    if (again.length > 0) {
      const start = planPages(again, 'again', true)
      const more = makeRequests(database, completePlan(database, comparison, start))
      if (!(await digestAll(reading, reader, more))) return false
    }
    releaseVoidPages(database)

    progress.enter('relating')
    database.exec('BEGIN IMMEDIATE')
    writer.writePostponed()
    const unnamed = writer.removeUnnamed()
    writer.endTransaction()
    database.exec('COMMIT')
    await reader.ask({ kind: 'remove-events', keys: unnamed })
    await reader.ask({ kind: 'add-events', events: writer.added })
    await relateEvents(database, reader, isCancelled)
    return !isCancelled()
  } finally {
    await reader.close()
  }
}

/** Ask for one request after the other, a few ahead, and write the answers in large transactions. */
async function digestAll(
  { database, options, progress, writer }: Reading,
  reader: ReaderClient,
  requests: readonly FolderRequest[][],
): Promise<boolean> {
  const ahead: Promise<Digest>[] = []
  const waiting = requests.values()
  const askNext = () => {
    const { value: folders } = waiting.next()
    if (folders) ahead.push(reader.ask({ kind: 'digest', folders }))
  }
  for (let asked = 0; asked < REQUESTS_AHEAD; asked++) askNext()

  let inTransaction = 0
  let filesRead = 0
  database.exec('BEGIN IMMEDIATE')
  for (const request of requests) {
    if (options.isCancelled()) break
    const digest = await ahead.shift()
    if (!digest) throw new Error('The reader was not asked for a request')
    askNext()
    writer.write(digest)
    filesRead += request.reduce((sum, { pages }) => sum + pages.length, 0)
    inTransaction += digest.pages.length
    if (inTransaction >= PAGES_PER_TRANSACTION) {
      writer.endTransaction()
      database.exec('COMMIT; BEGIN IMMEDIATE')
      inTransaction = 0
    }
    progress.update({ filesRead, ...writer.countProgress() })
  }
  writer.endTransaction()
  database.exec('COMMIT')
  return !options.isCancelled()
}

function loadKnownNames(database: DatabaseSync, root: string) {
  return {
    root,
    entities: loadNames(database, 'entity'),
    contexts: loadNames(database, 'context'),
    hosts: loadNames(database, 'host'),
  }
}

/** Events a link may lead to: those in the index, and those of pages that are still to be read. */
function listEvents(database: DatabaseSync, { pages }: Comparison): NumberedEvents {
  const { keys, numbers } = loadEvents(database)
  for (const { key, known, eventNumber, isDirty, isFoldersOwn, pathDate } of pages) {
    const isDayPage = isFoldersOwn && isFullDate(pathDate)
    if (!isDirty || isDayPage || known?.state === PAGE_STATE.event) continue
    keys.push(key)
    numbers.push(eventNumber ?? 0)
  }
  return { keys, numbers }
}
