import type { DatabaseSync } from 'node:sqlite'
import { firstEventNumber } from '../event-number.ts'
import { PAGE_STATE } from '../schema.ts'
import { type Comparison, type PlannedPage, isFullDate, isIndexFile } from './compare-pages.ts'
import { parentOf } from './link-path.ts'
import type { FolderRequest, PageRequest, ReadReason } from './messages.ts'

/**
 * More pages of one folder are read in several requests. What is made of so few fits in a message
 * below 100 kB; of larger ones V8 expects that they live long and collects them late.
 */
const PAGES_PER_REQUEST = 32

/** Which day pages list which events, by their row ids. */
interface DayLinks {
  daysOf: Map<number, number[]>
  eventsOf: Map<number, number[]>
}

/** A page, in the archive or gone. */
type Place = Pick<PlannedPage, 'id' | 'eventNumber'> & { path: string }

/** Which pages to read, and why. */
export type ReadingPlan = Map<PlannedPage, Pick<PageRequest, 'reason' | 'isForced'>>

/** The pages that have to be read for themselves. */
export function planPages(
  pages: readonly PlannedPage[],
  reason: ReadReason,
  isForced: boolean,
): ReadingPlan {
  return new Map(pages.map((page) => [page, { reason, isForced }]))
}

/**
 * Which pages have to be read beside those that must be. An event is made of its own page and of
 * what day pages say of it, so that where one of them changed the others are read too.
 */
export function completePlan(
  database: DatabaseSync,
  comparison: Comparison,
  start: ReadingPlan,
): ReadingPlan {
  const plan: ReadingPlan = new Map(start)
  const links = loadDayLinks(database)
  const byId = new Map(comparison.pages.map((page) => [page.id, page]))
  const byNumber = new Map(comparison.pages.map((page) => [page.eventNumber, page]))
  const ownPages = Map.groupBy(
    comparison.pages.filter(({ isFoldersOwn }) => isFoldersOwn),
    ({ file }) => parentOf(file.path),
  )
  const add = (page: PlannedPage | undefined, reason: ReadReason, isForced: boolean) => {
    if (!page || page.isCopy) return
    const known = plan.get(page)
    plan.set(page, { reason: known?.reason ?? reason, isForced: known?.isForced || isForced })
  }
  const addDays = (eventNumber: number | null) => {
    for (const id of links.daysOf.get(eventNumber ?? 0) ?? []) add(byId.get(id), 'context', false)
  }
  /** @param day - `null` where all of them have to be read anew. */
  const addFollowers = (dayId: number, day: PlannedPage | null) => {
    for (const number of links.eventsOf.get(dayId) ?? []) {
      const follower = byNumber.get(number)
      // What stands beside a folder's own page is read anew where that turns out to have changed.
      const isBeside =
        day?.isFoldersOwn && follower && parentOf(follower.file.path) === parentOf(day.file.path)
      if (follower) add(follower, 'again', !isBeside)
      else addDays(number)
    }
  }
  const addContext = (page: Place) => {
    for (const own of ownPages.get(parentOf(page.path)) ?? []) add(own, 'context', false)
    addDays(page.eventNumber)
  }
  const gone = [
    ...comparison.removed,
    ...comparison.pages.filter(({ isCopy, isDirty }) => isCopy && isDirty).map(toPlace),
  ]
  const changed = [...plan.keys()]
  for (const page of changed) {
    addFollowers(page.id, page)
    // What stands beside a folder's own page may have become, or ceased to be, a copy of it.
    if (page.isFoldersOwn) {
      for (const own of ownPages.get(parentOf(page.file.path)) ?? []) {
        if (own.id !== page.id) add(own, 'again', true)
      }
    }
  }
  // Pages that list nothing any longer: they are gone, or an import that was interrupted found it out.
  for (const id of links.eventsOf.keys()) {
    const page = byId.get(id)
    const isGone = page?.known?.state !== PAGE_STATE.day || (page.isCopy && page.isDirty)
    if (isGone) addFollowers(id, null)
  }
  for (const page of [...gone, ...[...plan.keys()].map(toPlace)]) addContext(page)
  return plan
}

function toPlace({ id, eventNumber, file }: PlannedPage): Place {
  return { id, eventNumber, path: file.path }
}

function loadDayLinks(database: DatabaseSync): DayLinks {
  const daysOf = new Map<number, number[]>()
  const eventsOf = new Map<number, number[]>()
  for (const row of database.prepare('SELECT event_id, page_id FROM listing').iterate()) {
    const { event_id: event, page_id: day } = row as { event_id: number; page_id: number }
    append(daysOf, event, day)
    append(eventsOf, day, event)
  }
  return { daysOf, eventsOf }
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/**
 * The requests for the reading thread: whole folders where they are not too large, in order of date,
 * because rows that come in the order of their row ids are written fastest. Each is made when it is
 * asked for.
 */
export function* makeRequests(
  database: DatabaseSync,
  plan: ReadingPlan,
): Generator<FolderRequest[], void, undefined> {
  const hashes = loadHashes(database, plan.keys())
  const toRequest = (page: PlannedPage): PageRequest => {
    const { id: pageId, key, file } = page
    const { reason, isForced } = plan.get(page) ?? { reason: 'changed', isForced: false }
    return { pageId, key, file, hash: hashes.get(pageId) ?? null, reason, isForced }
  }
  let batch: FolderRequest[] = []
  let room = PAGES_PER_REQUEST
  for (const pages of listFolders(plan)) {
    for (let start = 0; start < pages.length; start += PAGES_PER_REQUEST) {
      const part = pages.slice(start, start + PAGES_PER_REQUEST)
      if (room < part.length) {
        yield batch
        batch = []
        room = PAGES_PER_REQUEST
      }
      const isLast = start + PAGES_PER_REQUEST >= pages.length
      batch.push({ pages: part.map(toRequest), isLast })
      room -= part.length
    }
  }
  if (batch.length > 0) yield batch
}

/** The pages of each folder, its own first; the folders in order of date. */
function listFolders(plan: ReadingPlan): PlannedPage[][] {
  const folders = [...Map.groupBy(plan.keys(), ({ file }) => parentOf(file.path)).values()]
  const dated = folders.map((pages) => ({
    pages: pages.sort((a, b) => rank(a) - rank(b)),
    // A folder may have more pages than a call may have arguments.
    firstNumber: pages.reduce((first, page) => Math.min(first, startOfPage(page)), Infinity),
  }))
  return dated.sort((a, b) => a.firstNumber - b.firstNumber).map(({ pages }) => pages)
}

/** Of a folder its own page first. */
function rank({ file, isFoldersOwn }: PlannedPage): number {
  if (isIndexFile(file)) return 0
  return isFoldersOwn ? 1 : 2
}

/** Where the events of a page begin; pages without a date by their path come first. */
function startOfPage({ pathDate }: PlannedPage): number {
  return firstEventNumber(isFullDate(pathDate) ? pathDate : null)
}

/** Hashes of pages read before. */
function loadHashes(database: DatabaseSync, pages: Iterable<PlannedPage>): Map<number, string> {
  const hashes = new Map<number, string>()
  const select = database.prepare('SELECT hash FROM page WHERE id = ?')
  for (const { id, known } of pages) {
    if (known === null || known.state === PAGE_STATE.unread) continue
    const hash = select.get(id)?.['hash']
    if (hash instanceof Uint8Array) hashes.set(id, Buffer.from(hash).toString('hex'))
  }
  return hashes
}
