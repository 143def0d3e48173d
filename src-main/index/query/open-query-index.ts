import { setImmediate } from 'node:timers/promises'
import type { NamePage } from '#shared/browse.ts'
import type { LinkTarget } from '#shared/contract.ts'
import type { EventId } from '#shared/event.ts'
import { EMPTY_PAGE, readChanges, readMoves } from '../changes/read-changes.ts'
import { AnchorBook } from './anchors/anchor-book.ts'
import { AnnotationSearch } from './annotations/search-annotations.ts'
import { copyEvents } from './copy-events.ts'
import { countPositions } from './count-positions.ts'
import { IndexReader } from './index-reader.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { listDays, listYears } from './list-dates.ts'
import { type FoundEvents, findFollowed, readFound, readVersions } from './list-found.ts'
import { listEntities, listSources } from './list-names.ts'
import { NotebookIndex } from './marks/notebook-index.ts'
import type { QueryContext } from './query-context.ts'
import { eventNotFound, readEvent } from './read-event.ts'
import { placeQuotes } from './place-quotes.ts'
import { readCitations } from './read-citations.ts'
import { readReport } from './read-report.ts'
import { resolveLink } from './resolve-link.ts'
import { searchEvents, searchIds, searchNothing } from './search-events.ts'
import { shapeAnswer, shapeNothing } from './shape-answer.ts'
import { SourceSearch } from './source-search.ts'
import { suggestLinks } from './suggest-links.ts'
import { suggest, suggestNothing } from './suggest.ts'
import { type TurnKind, Turns } from './turns.ts'
import { warmUp } from './warm-up.ts'
import type { IndexCounts, QueryIndex } from './query-index.ts'

/** Notes that are made searchable in one step of idle work. */
const NOTES_PER_STEP = 100

/** Events that are read at once where all are wanted: some milliseconds' worth. */
const EVENTS_PER_STEP = 250

/**
 * @param path - Absolute path of the index file, which need not be there yet.
 * @param turns - Tells which searches still matter.
 */
export function openQueryIndex(path: string, turns = new Turns()): QueryIndex {
  const reader = new IndexReader(path)
  const notebook = new NotebookIndex()
  const anchors = new AnchorBook(notebook)
  const annotations = new AnnotationSearch()
  const noNames: NamePage = { total: 0, names: [] }
  const noCounts: IndexCounts = { events: 0, entities: 0, hosts: 0 }
  const noLink: LinkTarget = { kind: 'missing', reason: 'The archive is not read yet.' }

  /** @returns `null` where there is no index. */
  function answer<Result>(
    work: (context: QueryContext) => Result,
    kind: TurnKind = 'search',
    turn?: number,
  ): Result | null {
    const checkpoint = () => {
      if (turn !== undefined) turns.check(kind, turn)
    }
    return reader.read<Result | null>(
      (index) => work({ index, notebook, anchors, checkpoint }),
      null,
    )
  }

  /** {@link answer} from the notebook alone where there is no index. */
  function answerAnyway<Result>(work: (context: QueryContext) => Result, turn?: number): Result {
    const checkpoint = () => {
      if (turn !== undefined) turns.check('annotations', turn)
    }
    return reader.readAnyway((index) => work({ index, notebook, anchors, checkpoint }))
  }

  /** Look for all marks on changed pages. Searches that are asked for meanwhile go first. */
  async function findMarks(turn?: number): Promise<void> {
    while (reader.readAnyway((index) => anchors.checkDue(index))) {
      await setImmediate()
      if (turn !== undefined) turns.check('annotations', turn)
    }
  }

  async function listFound(query: string): Promise<FoundEvents> {
    const found = answer((context) => findFollowed(context, query))
    const { total, numbers } = found ?? { total: 0, numbers: [] }
    if (numbers === null) return { total, events: null }
    const events: FoundEvents['events'] = []
    for (let at = 0; at < numbers.length; at += EVENTS_PER_STEP) {
      const step = numbers.slice(at, at + EVENTS_PER_STEP)
      events.push(...reader.read((index) => readFound(index, step), []))
      // Searches that were asked for meanwhile go first.
      await setImmediate()
    }
    return { total, events: events.sort((a, b) => (a.id < b.id ? -1 : 1)) }
  }

  async function findEventsBySource(urls: string[]): Promise<EventId[][]> {
    const search = new SourceSearch(urls)
    const numbers = answer((context) => search.listCandidates(context)) ?? []
    for (let at = 0; at < numbers.length; at += EVENTS_PER_STEP) {
      const step = numbers.slice(at, at + EVENTS_PER_STEP)
      reader.read((index) => {
        search.look(index, step)
      }, undefined)
      await setImmediate()
    }
    return search.list()
  }

  return {
    search: (request, turn) =>
      answer((context) => searchEvents(context, request), 'search', turn) ?? searchNothing(request),
    shapeAnswer: (request, turn) =>
      answer((context) => shapeAnswer(context, request), 'shape', turn) ?? shapeNothing(request),
    suggest: (request) => answer((context) => suggest(context, request)) ?? suggestNothing(request),
    searchIds: (request) => answer((context) => searchIds(context, request)) ?? [],
    listFound,
    versionsOf: (ids) =>
      reader.read(
        (index) => readVersions(index, ids),
        ids.map(() => null),
      ),
    fingerprint: () => reader.read((index) => readReport(index)?.fingerprint, '') ?? '',
    setMarks: (marks) => {
      notebook.set(marks)
      anchors.follow(marks)
    },
    listChanges: (request) =>
      reader.read(
        (index) => readChanges(index, request, (id) => notebook.isAnnotated(id)),
        EMPTY_PAGE,
      ),
    listMoves: () => reader.read(readMoves, []),
    listYears: () => reader.read(listYears, []),
    listDays: (year, month) => reader.read((index) => listDays(index, year, month), []),
    listEntities: (request) => reader.read((index) => listEntities(index, request), noNames),
    listSources: (request) => reader.read((index) => listSources(index, request), noNames),
    readEvent(id) {
      const event = reader.read((index) => readEvent(index, id), null)
      if (event === null) throw eventNotFound(id)
      return event
    },
    searchAnnotations: async (request, turn) => {
      await findMarks(turn)
      return answerAnyway((context) => annotations.search(context, request), turn)
    },
    searchAnnotationIds: async (request) => {
      await findMarks()
      return answerAnyway((context) => annotations.searchIds(context, request))
    },
    listAnchors: (id) => reader.readAnyway((index) => anchors.list(index, id)),
    suggestLinks: (text) => answerAnyway((context) => suggestLinks(context, text)),
    copyEvents: (ids) => reader.read((index) => copyEvents(index, ids), []),
    citationsOf: (ids) =>
      reader.read(
        (index) => readCitations(index, ids),
        ids.map(() => ({ outlets: [], addresses: [] })),
      ),
    findEventsBySource,
    placeQuotes: (quotes) =>
      reader.read(
        (index) => placeQuotes(index, quotes),
        quotes.map(() => null),
      ),
    countPositions: (places) =>
      reader.read(
        (index) => countPositions(index, places),
        places.map(() => null),
      ),
    resolveLink: (from, href) => reader.read((index) => resolveLink(index, from, href), noLink),
    report: () => reader.read(readReport, null),
    counts: () => reader.read((index) => countIndex(index) ?? noCounts, noCounts),
    warmUp: () =>
      notebook.indexNotes(NOTES_PER_STEP) ||
      reader.read((index) => {
        if (anchors.checkSome(index)) return true
        const { steps } = index.lists.getOrMake('warm-up', () => ({ steps: warmUp(index) }))
        return steps.next().done !== true
      }, false),
    close: () => {
      reader.close()
    },
  }
}

function countIndex(index: IndexSnapshot): IndexCounts | undefined {
  const sql = `SELECT (SELECT count(*) FROM event) AS events,
    (SELECT count(*) FROM entity) AS entities, (SELECT count(*) FROM host) AS hosts`
  return index.all<IndexCounts>(sql)[0]
}
