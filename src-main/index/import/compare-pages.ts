import type { EventDate, EventId } from '#shared/event.ts'
import { PAGE_STATE } from '../schema.ts'
import type { ArchivePaths, PageFile } from './archive-port.ts'
import type { KnownIndex, KnownPage } from './known-pages.ts'
import { nameOf, parentOf } from './link-path.ts'

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
 * folder tells the day, a row id for their event.
 *
 * @param retried - Ids of pages that could not be read last time for reasons that may be gone.
 * @param isOutOfSight - Whether a path lies where nothing could be seen this time.
 */
export function comparePages(
  files: readonly PageFile[],
  index: KnownIndex,
  paths: ArchivePaths,
  retried: ReadonlySet<number>,
  isOutOfSight: (path: string) => boolean,
): Comparison {
  const { unique, twins } = splitTwins(files)
  const toKey = nameEvents(unique, paths)
  const indexed = new Set(unique.filter(isIndexFile).map(({ path }) => parentOf(path)))
  let nextId = 1
  for (const { id } of index.pages.values()) nextId = Math.max(nextId, id + 1)

  const pages = unique.map((file): PlannedPage => {
    const { path } = file
    const known = index.pages.get(path) ?? null
    const key = toKey(path)
    const isFoldersOwn = paths.isIndexPath(path)
    const date = paths.readPathDate(path)
    const isDayKnown = isFullDate(date)
    const isBesideIndex = isFoldersOwn && !isIndexFile(file) && indexed.has(parentOf(path))
    const isCopy = isBesideIndex && isDayKnown
    const takesNumber = known === null && isDayKnown && !isFoldersOwn
    return {
      id: known?.id ?? nextId++,
      key,
      file,
      known,
      eventNumber:
        known?.eventNumber ??
        (takesNumber ? (index.listed.get(key) ?? index.numbers.take(date)) : null),
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
  const removed = [...index.pages.values()].filter(
    ({ path }) => !present.has(path) && !isOutOfSight(path),
  )
  return { pages, removed, twins }
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
    if (byPath.has(file.path)) twins.push(file)
    else byPath.set(file.path, file)
  }
  const unique = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { unique, twins }
}

/** An event id is the path without extension, unless `x.md` has taken that from `x.markdown`. */
function nameEvents(files: readonly PageFile[], paths: ArchivePaths): (path: string) => EventId {
  const taken = new Map<EventId, string>()
  const isPlain = (path: string) => path.endsWith('.md')
  for (const { path } of files) if (isPlain(path)) taken.set(paths.withoutPageExtension(path), path)
  for (const { path } of files) {
    const key = paths.withoutPageExtension(path)
    if (!taken.has(key)) taken.set(key, path)
  }
  return (path) => {
    const key = paths.withoutPageExtension(path)
    return taken.get(key) === path ? key : path
  }
}
