import type { DayCount, NamePage, NameRequest, YearCount } from '#shared/browse.ts'
import type { LinkTarget } from '#shared/contract.ts'
import type { EventDetail, EventId } from '#shared/event.ts'
import type { ImportReport } from '#shared/import.ts'
import type { EventCopy } from '#shared/notebook.ts'
import type { SearchAnswer, SearchRequest } from '#shared/search.ts'
import { copyEvents } from './copy-events.ts'
import { IndexReader } from './index-reader.ts'
import { listDays, listYears } from './list-dates.ts'
import { listEntities, listSources } from './list-names.ts'
import { eventNotFound, readEvent } from './read-event.ts'
import { readReport } from './read-report.ts'
import { resolveLink } from './resolve-link.ts'
import { searchEvents, searchIds } from './search-events.ts'

/** How much is in the index. */
interface IndexCounts {
  events: number
  entities: number
  hosts: number
}

/**
 * What can be asked of an index. Without an index file the answers are empty. Every call may fail
 * with INDEX_UNUSABLE where the file is damaged.
 */
export interface QueryIndex {
  search(request: SearchRequest): SearchAnswer
  /** Ids of the matches from `offset` on, at most `limit`, which has no bound here. */
  searchIds(request: SearchRequest): EventId[]
  /** Years and months, newest first; undated events last. */
  listYears(): YearCount[]
  /** @param month - 1–12. */
  listDays(year: number, month: number): DayCount[]
  listEntities(request: NameRequest): NamePage
  /** Outlets by host. */
  listSources(request: NameRequest): NamePage
  /** @throws EVENT_NOT_FOUND */
  readEvent(id: EventId): EventDetail
  /** In the order of `ids`; those not in the archive are left out. */
  copyEvents(ids: EventId[]): EventCopy[]
  /** @param href - As written in the page of `from`. */
  resolveLink(from: EventId, href: string): LinkTarget
  /** The report of the last import that ended, or `null`. */
  report(): ImportReport | null
  counts(): IndexCounts
  /** Let go of the file; the next call opens it again. */
  close(): void
}

/** @param path - Absolute path of the index file, which need not be there yet. */
export function openQueryIndex(path: string): QueryIndex {
  const reader = new IndexReader(path)
  const noNames: NamePage = { total: 0, names: [] }
  const noCounts: IndexCounts = { events: 0, entities: 0, hosts: 0 }
  return {
    search: (request) =>
      reader.read((index) => searchEvents(index, request), null) ?? searchEvents(null, request),
    searchIds: (request) => reader.read((index) => searchIds(index, request), []),
    listYears: () => reader.read(listYears, []),
    listDays: (year, month) => reader.read((index) => listDays(index, year, month), []),
    listEntities: (request) => reader.read((index) => listEntities(index, request), noNames),
    listSources: (request) => reader.read((index) => listSources(index, request), noNames),
    readEvent(id) {
      const event = reader.read((index) => readEvent(index, id), null)
      if (event === null) throw eventNotFound(id)
      return event
    },
    copyEvents: (ids) => reader.read((index) => copyEvents(index, ids), []),
    resolveLink: (from, href) =>
      reader.read((index) => resolveLink(index, from, href), {
        kind: 'missing',
        reason: 'The archive is not read yet.',
      }),
    report: () => reader.read(readReport, null),
    counts: () =>
      reader.read((index) => {
        const sql = `SELECT (SELECT count(*) FROM event) AS events,
          (SELECT count(*) FROM entity) AS entities, (SELECT count(*) FROM host) AS hosts`
        return index.all<IndexCounts>(sql)[0] ?? noCounts
      }, noCounts),
    close: () => {
      reader.close()
    },
  }
}
