import type { EventDate, EventId } from '#shared/event.ts'
import { PAGE_STATE } from '../schema.ts'
import type { ArchivePaths, PageFile } from './archive-port.ts'
import type { KnownIndex, KnownPage } from './known-pages.ts'
import { nameOf, parentOf } from './link-path.ts'
import type { WalkedPages } from './walk-pages.ts'

/** A page of the archive with its place in the index. */
export interface PlannedPage {
  id: number
  key: EventId
  file: PageFile
  /** As the index knew it; `null` for a new page. */
  known: KnownPage | null
  eventNumber: number | null
  /** Whether it is its folder's own page (`index.md`, `README.md`). */
  isFoldersOwn: boolean
  /** The date its path carries. */
  pathDate: EventDate
  /** Whether it only repeats the day page beside it, so that it need not be read. */
  isCopy: boolean
  /** Whether it has to be read. */
  isDirty: boolean
}

/** How an archive and its index differ. */
export interface Comparison {
  /** Every page of the archive, in order of path. */
  pages: PlannedPage[]
  /** Pages the index has and the archive no longer. */
  removed: KnownPage[]
  /** Files whose name is that of another file, but for its Unicode form. */
  twins: PageFile[]
}

/**
 * Compare the pages of an archive with those of its index. New pages get row ids, and where their
 * folder tells the day, a row id for their event. Each page has the event that only day pages reported
 * so far and whose id is the page's.
 *
 * @param retried - Ids of pages that could not be read last time for reasons that may be gone.
 */
export function comparePages(
  walked: WalkedPages,
  index: KnownIndex,
  paths: ArchivePaths,
  retried: ReadonlySet<number>,
): Comparison {
  const { unique, twins } = splitTwins(walked.listFiles())
  const toKey = nameEvents(unique, paths)
  const indexed = new Set(unique.filter(isIndexFile).map(({ path }) => parentOf(path)))
  let { nextId } = index.pages

  const pages = unique.map((file): PlannedPage => {
    const { path } = file
    const known = index.pages.get(path)
    const key = toKey(path)
    const isFoldersOwn = paths.isIndexPath(path)
    const date = paths.readPathDate(path)
    const isDayKnown = isFullDate(date)
    const isBesideIndex = isFoldersOwn && !isIndexFile(file) && indexed.has(parentOf(path))
    const isCopy = isBesideIndex && isDayKnown
    const takesNumber = known === null && isDayKnown && !isFoldersOwn
    const formerNumber = index.listed.get(key) ?? known?.eventNumber
    return {
      id: known?.id ?? nextId++,
      key,
      file,
      known,
      eventNumber: formerNumber ?? (takesNumber ? index.numbers.take(date) : null),
      isFoldersOwn,
      pathDate: date,
      isCopy,
      isDirty:
        known === null ||
        retried.has(known.id) ||
        isChanged(known, file) ||
        (isCopy && known.state !== PAGE_STATE.copy) ||
        (!isBesideIndex && known.state === PAGE_STATE.copy),
    }
  })
  const present = new Set(unique.map(({ path }) => path))
  const removed = [...index.pages].filter(
    ({ path }) => !present.has(path) && !walked.isOutOfSight(path),
  )
  markStrayDays(pages, removed)
  return { pages, removed, twins }
}

/**
 * Whether a page lists events though it is not its folder's own: a stray day page. What it lists counts
 * only while no page of its folder that is read before it lists any, so that a change of each of them
 * may change it.
 */
export function isStrayDay({ known, isFoldersOwn }: PlannedPage): boolean {
  return known?.state === PAGE_STATE.day && !isFoldersOwn
}

function markStrayDays(pages: readonly PlannedPage[], removed: readonly KnownPage[]): void {
  const strays = pages.filter(isStrayDay)
  if (strays.length === 0) return
  const dirty = pages.filter(({ isDirty }) => isDirty).map(({ file }) => file)
  const folders = new Set([...dirty, ...removed].map(({ path }) => parentOf(path)))
  for (const stray of strays) stray.isDirty ||= folders.has(parentOf(stray.file.path))
}

function isChanged(known: KnownPage, file: PageFile): boolean {
  return (
    known.state === PAGE_STATE.unread ||
    known.sizeBytes !== file.sizeBytes ||
    known.mtimeMs !== file.mtimeMs
  )
}

/** Whether a date names a day. */
export function isFullDate(date: EventDate): date is string {
  return date?.length === 10
}

/** Whether a file is its folder's first own page, rather than a README. */
export function isIndexFile({ path }: PageFile): boolean {
  return /^index\./iu.test(nameOf(path))
}

function splitTwins(files: readonly PageFile[]): { unique: PageFile[]; twins: PageFile[] } {
  const byPath = new Map<string, PageFile>()
  const twins: PageFile[] = []
  for (const file of files) {
    const twin = byPath.get(file.path)
    // A name that is in its normal form has more right to it.
    const isFirst = twin === undefined || (twin.openPath !== null && file.openPath === null)
    if (isFirst) byPath.set(file.path, file)
    if (twin) twins.push(isFirst ? twin : file)
  }
  const unique = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { unique, twins }
}

/** An event id is the path without extension, unless `x.md` has taken that from `x.markdown`. */
function nameEvents(files: readonly PageFile[], paths: ArchivePaths): (path: string) => EventId {
  const isPlain = (path: string) => path.endsWith('.md')
  const others = files.filter(({ path }) => !isPlain(path))
  if (others.length === 0) return (path) => paths.withoutPageExtension(path)
  const taken = new Map<EventId, string>()
  for (const { path } of files) if (isPlain(path)) taken.set(paths.withoutPageExtension(path), path)
  for (const { path } of others) {
    const key = paths.withoutPageExtension(path)
    if (!taken.has(key)) taken.set(key, path)
  }
  return (path) => {
    const key = paths.withoutPageExtension(path)
    return taken.get(key) === path ? key : path
  }
}
