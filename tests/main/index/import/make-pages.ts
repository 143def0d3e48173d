import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { isIndexPath, withoutPageExtension } from '../../../../src-main/archive/archive-path.ts'
import { readPathDate } from '../../../../src-main/archive/page-date.ts'
import type {
  ArchiveFinder,
  PageFile,
  WalkStep,
} from '../../../../src-main/index/import/archive-port.ts'
import { PAGE_STATE, SCHEMA } from '../../../../src-main/index/schema.ts'

/** A page as the index is to know it; what is not given does not matter. */
export interface PageRow {
  path: string
  id?: number
  size?: number
  mtimeMs?: number
  state?: number
  eventId?: number | null
}

/** An index in memory that knows pages, of 10 bytes and of time 1 unless they say otherwise. */
export function makeIndex(pages: readonly PageRow[]): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.exec(SCHEMA)
  const insert = database.prepare(
    'INSERT INTO page (id, path, size, mtime_ms, state, event_id) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [place, page] of pages.entries()) {
    const { id = place + 1, path, size = 10, mtimeMs = 1, eventId = null } = page
    insert.run(id, path, size, mtimeMs, page.state ?? PAGE_STATE.event, eventId)
  }
  return database
}

/** A file as a walk finds it, of 10 bytes and of time 1 unless it says otherwise. */
export function makeFile(path: string, differences: Partial<PageFile> = {}): PageFile {
  return { path, openPath: null, sizeBytes: 10, mtimeMs: 1, ...differences }
}

/** What finds given files in place of those of a folder. */
export function makeFinder(steps: readonly Partial<WalkStep>[]): ArchiveFinder {
  return {
    isIndexPath,
    withoutPageExtension,
    readPathDate,
    walkArchive: () => steps.map(({ files = [], problems = [] }) => ({ files, problems })),
  }
}
