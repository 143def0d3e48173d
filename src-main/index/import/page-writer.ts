import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Problem, ProblemCode } from '#shared/problem.ts'
import { PAGE_STATE } from '../schema.ts'
import type { PlannedPage } from './compare-pages.ts'
import type { DigestedPage, PageOutcome } from './messages.ts'
import { RowInserter } from './row-inserter.ts'

/** Faults that may be gone the next time, so that the page is tried again and its event kept. */
const PASSING_FAULTS: readonly ProblemCode[] = ['PAGE_UNREADABLE', 'PAGE_CHANGED_WHILE_READ']

const STATES: Record<Exclude<PageOutcome, 'same'>, number> = {
  event: PAGE_STATE.event,
  day: PAGE_STATE.day,
  copy: PAGE_STATE.copy,
  failed: PAGE_STATE.failed,
}

/** Writes the rows of pages and of what is wrong with them. */
export class PageWriter {
  readonly #database: DatabaseSync
  readonly #update: StatementSync
  readonly #touch: StatementSync
  readonly #removeProblems: StatementSync
  readonly #addProblem: StatementSync
  /** Paths with problems that were entered here: a new page may be read a second time. */
  readonly #troubled = new Set<string>()

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#update = database.prepare(
      'UPDATE page SET size = ?, mtime_ms = ?, hash = ?, state = ?, event_id = ? WHERE id = ?',
    )
    this.#touch = database.prepare('UPDATE page SET size = ?, mtime_ms = ? WHERE id = ?')
    this.#removeProblems = database.prepare('DELETE FROM problem WHERE path = ?')
    this.#addProblem = database.prepare(
      'INSERT INTO problem (path, code, message) VALUES (?, ?, ?)',
    )
  }

  /** Enter the new pages, so that their row ids and those of their events are known. */
  addNew(pages: Iterable<PlannedPage>): void {
    const rows = new RowInserter(
      this.#database,
      'INSERT INTO page (id, path, size, mtime_ms, state, event_id)',
      6,
    )
    for (const { id, file, isCopy, eventNumber, known } of pages) {
      if (known !== null) continue
      const state = isCopy ? PAGE_STATE.copy : PAGE_STATE.unread
      rows.add(id, file.path, file.sizeBytes, file.mtimeMs, state, eventNumber)
    }
    rows.flush()
  }

  /** Note that a page was read. @param eventNumber - Row id of its event, or `null`. */
  markRead(page: DigestedPage, path: string, eventNumber: number | null, isNew: boolean): void {
    const { pageId, outcome, sizeBytes, mtimeMs, hash, problems } = page
    if (outcome === 'same') {
      this.#touch.run(sizeBytes, mtimeMs, pageId)
      return
    }
    const bytes = hash === null ? null : Buffer.from(hash, 'hex')
    this.#update.run(sizeBytes, mtimeMs, bytes, STATES[outcome], eventNumber, pageId)
    if (!isNew || this.#troubled.has(path)) this.#removeProblems.run(path)
    this.addProblems(problems)
  }

  /** Note that a page turned into a copy of the day page beside it. */
  markCopy({ id, file }: PlannedPage): void {
    this.#update.run(file.sizeBytes, file.mtimeMs, null, PAGE_STATE.copy, null, id)
    this.#removeProblems.run(file.path)
  }

  addProblems(problems: readonly Problem[]): void {
    for (const { path, code, message } of problems) {
      this.#addProblem.run(path, code, message)
      this.#troubled.add(path)
    }
  }

  removePages(pages: readonly { id: number; path: string }[]): void {
    const remove = this.#database.prepare('DELETE FROM page WHERE id = ?')
    for (const { id, path } of pages) {
      remove.run(id)
      this.#removeProblems.run(path)
    }
  }

  replaceProblems(path: string, problems: readonly Problem[]): void {
    this.#removeProblems.run(path)
    this.addProblems(problems)
  }
}

/** Replace the problems the walk met, which belong to no page that was read. */
export function replaceWalkProblems(database: DatabaseSync, problems: readonly Problem[]): void {
  const writer = new PageWriter(database)
  database.exec('BEGIN IMMEDIATE')
  database.exec(
    'DELETE FROM problem WHERE NOT EXISTS (SELECT 1 FROM page WHERE page.path = problem.path)',
  )
  for (const { path } of problems) writer.replaceProblems(path, [])
  writer.addProblems(problems)
  database.exec('COMMIT')
}

/** Whether what was wrong with a page may be gone the next time. */
export function isPassing(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => PASSING_FAULTS.includes(code))
}

/** Ids of pages that failed for reasons that may be gone. */
export function loadRetried(database: DatabaseSync): Set<number> {
  const codes = PASSING_FAULTS.map((code) => `'${code}'`).join(', ')
  const rows = database
    .prepare(`SELECT page.id FROM problem JOIN page USING (path) WHERE code IN (${codes})`)
    .all() as { id: number }[]
  return new Set(rows.map(({ id }) => id))
}
