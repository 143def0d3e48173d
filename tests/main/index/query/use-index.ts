import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { openQueryIndex } from '../../../../src-main/index/query/open-query-index.ts'
import type { QueryIndex } from '../../../../src-main/index/query/query-index.ts'
import { type TestEvent, type TestIndex, makeIndex } from './make-index.ts'

const cleanups: (() => void)[] = []

afterEach(() => {
  for (const clean of cleanups.splice(0)) clean()
})

/** A temporary folder that is gone after the test. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'annals-query-'))
  cleanups.unshift(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

/**
 * An index of these events, its file and the queries on it; all closed after the test.
 *
 * @param options.isImporting - Whether the import that wrote them has not ended.
 * @param options.groups - Keys of events that report the same.
 */
export function useIndex(
  events: TestEvent[],
  options: { isImporting?: boolean; groups?: string[][] } = {},
): { query: QueryIndex; file: TestIndex } {
  const file = makeIndex(join(useFolder(), 'index.sqlite'), events)
  if (options.isImporting !== true) file.finish(options.groups)
  const query = openQueryIndex(file.path)
  cleanups.unshift(() => {
    query.close()
    file.close()
  })
  return { query, file }
}

/** Ids of all matches, newest first. */
export function findIds(query: QueryIndex, text: string): string[] {
  return query.searchIds({ query: text, sort: 'date', isFolded: false, offset: 0, limit: 1000 })
}
