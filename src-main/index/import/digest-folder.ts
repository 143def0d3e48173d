import type { EventDate, EventId } from '#shared/event.ts'
import type { DayEntry, ParsedDayPage, ParsedPage } from '#shared/page.ts'
import type { Problem } from '#shared/problem.ts'
import type { ArchiveReader, PageContent } from './archive-port.ts'
import { type DigestTools, digestEvent, digestListedEvent } from './digest-event.ts'
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
  isChanged: boolean
}

/** Reads the pages of folders and joins what day pages and event pages say of the same event. */
export class FolderDigester {
  readonly #root: string
  readonly #reader: ArchiveReader
  readonly #tools: DigestTools
  #day: DayList | null = null
  /** Hash of the folder's own page. */
  #indexHash: string | null = null
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
    if (request.reason === 'follow' && this.#day?.isChanged === false) return
    const content = this.#reader.readPage(this.#root, request.file)
    if (content.text === null) {
      this.#report(request, content, 'failed', null, [])
      return
    }
    const isSame = content.hash !== null && content.hash === request.hash
    const mustRead = request.reason !== 'changed' || this.#day?.isChanged === true
    const isIndex = this.#reader.isIndexPath(request.file.path)
    if (isIndex && this.#isCopy(content)) {
      this.#report(request, content, 'copy', null, [])
      return
    }
    if (isSame && !mustRead && !isIndex) {
      this.#report(request, content, 'same', null, [])
      return
    }
    const parsed = this.#reader.parsePage(content.text, request.file.path)
    if (parsed.kind === 'none') this.#report(request, content, 'failed', null, parsed.problems)
    else this.#take(request, content, parsed, isSame && request.reason === 'changed')
  }

  #take(request: PageRequest, content: PageContent, parsed: ParsedPage, isSame: boolean): void {
    if (parsed.kind === 'day') {
      this.#day ??= this.#openDay(request, parsed, isSame)
      this.#report(request, content, isSame ? 'same' : 'day', null, parsed.problems)
      return
    }
    if (isSame && this.#day?.isChanged !== true) {
      this.#report(request, content, 'same', null, [])
      return
    }
    const entry = this.#day?.entries.get(request.key) ?? null
    if (entry) this.#day?.entries.delete(request.key)
    const dayPageId = entry && this.#day ? this.#day.page.pageId : null
    const event = digestEvent(this.#tools, request.key, parsed, entry, dayPageId)
    this.#report(request, content, 'event', event, parsed.problems)
  }

  /** A README beside an index says the same, or what a day page said once. */
  #isCopy({ hash }: PageContent): boolean {
    if (this.#day) return true
    const isSame = this.#indexHash !== null && this.#indexHash === hash
    this.#indexHash ??= hash
    return isSame
  }

  #openDay(page: PageRequest, parsed: ParsedDayPage, isSame: boolean): DayList {
    const entries = new Map<EventId, DayEntry>()
    for (const entry of parsed.entries) {
      const target = this.#tools.withoutPageExtension(entry.target)
      const { directory } = this.#tools
      const key = directory.find(target, page.key)?.key ?? directory.keyOf(target, page.key)
      const known = entries.get(key)
      if (known) known.entities.push(...entry.entities)
      else entries.set(key, entry)
    }
    const isChanged = !isSame && page.reason !== 'context'
    return { page, date: parsed.date, entries, isChanged }
  }

  #endFolder(): void {
    const day = this.#day
    this.#day = null
    this.#indexHash = null
    for (const [key, entry] of day?.entries ?? []) {
      if (!day) continue
      const date = this.#readListedDate(key, entry) ?? day.date
      const event = { key, date, dayPageId: day.page.pageId }
      this.#listed.push(digestListedEvent(this.#tools, entry, event))
    }
  }

  #readListedDate(key: EventId, entry: DayEntry): EventDate {
    return this.#reader.readPathDate(`${key}.md`) ?? this.#reader.readPathDate(entry.target)
  }

  #report(
    { pageId, key, reason }: PageRequest,
    { sizeBytes, mtimeMs, hash, problems }: PageContent,
    outcome: PageOutcome,
    event: DigestedEvent | null,
    parseProblems: readonly Problem[],
  ): void {
    if (reason === 'context') return
    this.#pages.push({
      pageId,
      key,
      outcome,
      reason,
      sizeBytes,
      mtimeMs,
      hash,
      event,
      problems: [...problems, ...parseProblems],
    })
  }
}
