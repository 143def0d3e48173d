import type { DatabaseSync } from 'node:sqlite'
import { PAGE_STATE } from '../schema.ts'
import { type Comparison, type PlannedPage, isIndexFile } from './compare-pages.ts'
import { parentOf } from './link-path.ts'
import type { FolderRequest, PageRequest, ReadReason } from './messages.ts'

/** More pages of one folder are read in several requests. */
const PAGES_PER_REQUEST = 400

/** Who depends on whom in an index: events that a day page lists beside their own page. */
interface DayLinks {
  dayPageOf: Map<number, number>
  followersOf: Map<number, number[]>
}

/**
 * Which pages have to be read beside those that must be, and why. An event is made of its own page
 * and of what a day page says of it, so that where one of them changed the other is read too.
 */
export function planReading(
  database: DatabaseSync,
  comparison: Comparison,
  start: ReadonlyMap<PlannedPage, ReadReason>,
): Map<PlannedPage, ReadReason> {
  const reasons = new Map(start)
  if (start.size === 0 && comparison.removed.length === 0) return reasons
  const links = loadDayLinks(database)
  const byId = new Map(comparison.pages.map((page) => [page.id, page]))
  const ownPages = Map.groupBy(
    comparison.pages.filter(({ isFoldersOwn }) => isFoldersOwn),
    ({ file }) => parentOf(file.path),
  )
  const add = (page: PlannedPage | undefined, reason: ReadReason) => {
    if (page && !page.isCopy && !reasons.has(page)) reasons.set(page, reason)
  }
  const addFollowers = (day: { id: number; path: string }, isGone: boolean) => {
    for (const id of links.followersOf.get(day.id) ?? []) {
      const follower = byId.get(id)
      const isBeside = follower && parentOf(follower.file.path) === parentOf(day.path)
      add(follower, isBeside && !isGone ? 'follow' : 'always')
    }
  }
  const addContext = (page: { id: number; path: string }) => {
    for (const own of ownPages.get(parentOf(page.path)) ?? []) add(own, 'context')
    add(byId.get(links.dayPageOf.get(page.id) ?? 0), 'context')
  }
  const gone = [
    ...comparison.removed,
    ...comparison.pages.filter(({ isCopy, isDirty }) => isCopy && isDirty).map(toPlace),
  ]
  const changed = [...reasons.keys()].map(toPlace)
  for (const page of changed) {
    addFollowers(page, false)
    // What stands beside a folder's own page may have become, or ceased to be, a copy of it.
    if (byId.get(page.id)?.isFoldersOwn) {
      for (const own of ownPages.get(parentOf(page.path)) ?? []) add(own, 'always')
    }
  }
  for (const page of gone) addFollowers(page, true)
  for (const page of [...gone, ...[...reasons.keys()].map(toPlace)]) addContext(page)
  return reasons
}

function toPlace({ id, file }: PlannedPage): { id: number; path: string } {
  return { id, path: file.path }
}

function loadDayLinks(database: DatabaseSync): DayLinks {
  const dayPageOf = new Map<number, number>()
  const followersOf = new Map<number, number[]>()
  const rows = database.prepare(
    `SELECT page_id, day_page_id FROM event
     WHERE page_id IS NOT NULL AND day_page_id IS NOT NULL`,
  )
  for (const row of rows.iterate()) {
    const { page_id: page, day_page_id: day } = row as { page_id: number; day_page_id: number }
    dayPageOf.set(page, day)
    const followers = followersOf.get(day)
    if (followers) followers.push(page)
    else followersOf.set(day, [page])
  }
  return { dayPageOf, followersOf }
}

/**
 * The requests for the reading thread: whole folders where they are not too large, those whose
 * pages have no date by their path first.
 */
export function makeRequests(
  database: DatabaseSync,
  reasons: ReadonlyMap<PlannedPage, ReadReason>,
): FolderRequest[][] {
  const hashes = loadHashes(database, reasons)
  const folders = new Map<string, PageRequest[]>()
  const sorted = [...reasons].sort(([a], [b]) => rank(a) - rank(b))
  for (const [page, reason] of sorted) {
    const { id: pageId, key, file } = page
    const folder = parentOf(file.path)
    const request = { pageId, key, file, hash: hashes.get(pageId) ?? null, reason }
    const others = folders.get(folder)
    if (others) others.push(request)
    else folders.set(folder, [request])
  }
  const batches: FolderRequest[][] = []
  let room = 0
  for (const [folder, pages] of folders) {
    for (let start = 0; start < pages.length; start += PAGES_PER_REQUEST) {
      const part = pages.slice(start, start + PAGES_PER_REQUEST)
      const isLast = start + PAGES_PER_REQUEST >= pages.length
      if (room < part.length) {
        batches.push([])
        room = PAGES_PER_REQUEST
      }
      batches.at(-1)?.push({ folder, pages: part, isLast })
      room -= part.length
    }
  }
  return batches
}

/** Pages without a row id for their event first, of a folder its own page first. */
function rank({ file, isFoldersOwn, isDayKnown }: PlannedPage): number {
  return (isDayKnown ? 4 : 0) + (isIndexFile(file) ? 0 : isFoldersOwn ? 1 : 2)
}

/** Hashes of pages read before. */
function loadHashes(
  database: DatabaseSync,
  reasons: ReadonlyMap<PlannedPage, ReadReason>,
): Map<number, string> {
  const hashes = new Map<number, string>()
  const select = database.prepare('SELECT hash FROM page WHERE id = ?')
  for (const { id, known } of reasons.keys()) {
    if (known === null || known.state === PAGE_STATE.unread) continue
    const hash = select.get(id)?.['hash']
    if (hash instanceof Uint8Array) hashes.set(id, Buffer.from(hash).toString('hex'))
  }
  return hashes
}
