import type { EventDate, EventId } from '#shared/event.ts'
import type { DayEntry, ParsedDayPage, ParsedEventPage } from '#shared/page.ts'
import type { Problem } from '#shared/problem.ts'
import type { ArchiveReader, PageContent } from './archive-port.ts'
import { type DigestTools, digestEvent, digestListedEvent } from './digest-event.ts'
import { parentOf } from './link-path.ts'
import type {
  DigestedEvent,
  DigestedPage,
  FolderRequest,
  ListedEvent,
  PageOutcome,
  PageRequest,
} from './messages.ts'

/** What the folder's own page lists, kept while the pages of the folder are read. */
interface DayList {
  page: PageRequest
  date: EventDate
  /** By event id; those that have met their page are taken out. */
  entries: Map<EventId, DayEntry>
}

/** Reads the pages of folders and joins what day pages and event pages say of the same event. */
export class FolderDigester {
  readonly #root: string
  readonly #reader: ArchiveReader
  readonly #tools: DigestTools
  #day: DayList | null = null
  /** Hash of the folder's own page. */
  #indexHash: string | null = null
  /** Whether the folder's own page changed, or is no day page any longer. */
  #isFolderChanged = false
  #pages: DigestedPage[] = []
  #listed: ListedEvent[] = []

  constructor(root: string, reader: ArchiveReader, tools: DigestTools) {
    this.#root = root
    this.#reader = reader
    this.#tools = tools
  }

  digest(folders: readonly FolderRequest[]): { pages: DigestedPage[]; listed: ListedEvent[] } {
    this.#pages = []
    this.#listed = []
    for (const folder of folders) {
      for (const page of folder.pages) this.#digestPage(page)
      if (folder.isLast) this.#endFolder()
    }
    return { pages: this.#pages, listed: this.#listed }
  }

  #digestPage(request: PageRequest): void {
    const { reason, file } = request
    const mustTake = request.isForced || this.#isFolderChanged
    if (reason === 'again' && !mustTake) return
    const content = this.#reader.readPage(this.#root, file)
    const isIndex = this.#reader.isIndexPath(file.path)
    const isSame = reason === 'changed' && isUnchanged(request, content) && !mustTake
    const { text } = content
    const outcome = text === null ? 'failed' : this.#judge(content, isIndex, isSame)
    if (text === null || outcome !== null) {
      this.#report(request, content, outcome ?? 'failed', null, [])
      return
    }
    const parsed = this.#reader.parsePage(text, file.path)
    if (parsed.kind === 'none') {
      this.#report(request, content, 'failed', null, parsed.problems)
    } else if (parsed.kind === 'day') {
      this.#day ??= this.#openDay(request, parsed)
      this.#report(request, content, isSame ? 'same' : 'day', null, parsed.problems)
    } else if (isSame) {
      this.#report(request, content, 'same', null, [])
    } else {
      this.#report(request, content, 'event', this.#joinEvent(request, parsed), parsed.problems)
    }
  }

  /** What becomes of a page that need not be parsed; `null` where it must. */
  #judge(content: PageContent, isIndex: boolean, isSame: boolean): PageOutcome | null {
    if (isIndex) return this.#isCopy(content) ? 'copy' : null
    return isSame ? 'same' : null
  }

  #joinEvent({ key }: PageRequest, parsed: ParsedEventPage): DigestedEvent {
    const entry = this.#day?.entries.get(key) ?? null
    if (entry) this.#day?.entries.delete(key)
    const dayPageId = entry && this.#day ? this.#day.page.pageId : null
    return digestEvent(this.#tools, key, parsed, entry, dayPageId)
  }

  /** A README beside an index says the same, or what a day page said once. */
  #isCopy({ hash }: PageContent): boolean {
    if (this.#day) return true
    const isSame = this.#indexHash !== null && this.#indexHash === hash
    this.#indexHash ??= hash
    return isSame
  }

  #openDay(page: PageRequest, parsed: ParsedDayPage): DayList {
    const entries = new Map<EventId, DayEntry>()
    for (const entry of parsed.entries) {
      const target = this.#tools.withoutPageExtension(entry.target)
      const { directory } = this.#tools
      const key = directory.find(target, page.key)?.key ?? directory.keyOf(target, page.key)
      const known = entries.get(key)
      if (known) known.entities.push(...entry.entities)
      else entries.set(key, entry)
    }
    return { page, date: parsed.date, entries }
  }

  #endFolder(): void {
    const day = this.#day
    this.#day = null
    this.#indexHash = null
    this.#isFolderChanged = false
    for (const [key, entry] of day?.entries ?? []) {
      if (!day) continue
      const date = this.#readListedDate(key, entry) ?? day.date
      const isOwnDay = parentOf(key) === parentOf(day.page.key)
      const event = { key, date, dayPageId: day.page.pageId, isOwnDay }
      this.#listed.push(digestListedEvent(this.#tools, entry, event))
    }
  }

  #readListedDate(key: EventId, entry: DayEntry): EventDate {
    return this.#reader.readPathDate(`${key}.md`) ?? this.#reader.readPathDate(entry.target)
  }

  #report(
    request: PageRequest,
    content: PageContent,
    outcome: PageOutcome,
    event: DigestedEvent | null,
    parseProblems: readonly Problem[],
  ): void {
    const { pageId, reason, file } = request
    if (reason === 'context') return
    const isKept = outcome === 'same' || outcome === 'copy'
    if (!isKept && this.#reader.isIndexPath(file.path)) this.#isFolderChanged = true
    const { sizeBytes, mtimeMs, hash } = content
    this.#pages.push({
      ...{ pageId, outcome, reason, sizeBytes, mtimeMs, hash, event },
      isUnchanged: isUnchanged(request, content),
      problems: [...content.problems, ...parseProblems],
    })
  }
}

function isUnchanged(request: PageRequest, content: PageContent): boolean {
  return content.hash !== null && content.hash === request.hash
}
