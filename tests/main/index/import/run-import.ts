import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import { startImport } from '../../../../src-main/index/start-import.ts'
import { makeFolder } from '../../archive/temporary-archive.ts'

export const WORKER_URL = new URL('../../../../src-main/workers/import.worker.ts', import.meta.url)

/** Where an index may be made that is gone when the test ends. */
export function placeIndex(): string {
  return join(makeFolder(), 'index.sqlite')
}

/** Import in the real threads. */
export function runImport(
  root: string,
  indexPath: string,
  options: { onProgress?: (progress: ImportProgress) => void; signal?: AbortSignal } = {},
): Promise<ImportReport> {
  return startImport({
    root,
    indexPath,
    workerUrl: WORKER_URL,
    onProgress: options.onProgress ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
  })
}

/** Ask an index something. */
export function query<Row>(indexPath: string, sql: string, ...values: (string | number)[]): Row[] {
  const database = new DatabaseSync(indexPath, { readOnly: true })
  try {
    return database
      .prepare(sql)
      .all(...values)
      .map((row) => ({ ...row })) as Row[]
  } finally {
    database.close()
  }
}

interface EventDump {
  key: string
  date: string | null
  title: string
  topic: string | null
  summary: string
  page: string | null
  dayPage: string | null
  entities: string[]
  sources: string[]
  relations: string[]
  revisions: string[]
  words: string[]
}

const LISTS = {
  entities: `SELECT event_id, name AS line FROM event_entity
    JOIN entity ON entity.id = entity_id ORDER BY name`,
  sources: `SELECT event_id, source.name || '|' || coalesce(url, '') || '|' || coalesce(image, '')
      || '|' || coalesce(host.name, '') AS line
    FROM source LEFT JOIN host ON host.id = host_id ORDER BY position`,
  relations: `SELECT event_id, coalesce('→ ' || target.key,
      '? ' || target_key || ' ' || relation.title) || ' ' || coalesce(context.entities, '') AS line
    FROM relation LEFT JOIN event AS target ON target.id = target_id
    LEFT JOIN context ON context.id = context_id ORDER BY position`,
  revisions: `SELECT event_id, coalesce('→ ' || target.key, '? ' || target_key) || ' '
      || revision.title || ' ' || coalesce(time, '') || ' ' || coalesce(label, '') AS line
    FROM revision LEFT JOIN event AS target ON target.id = target_id ORDER BY position`,
  words: `SELECT doc AS event_id, col || ' ' || term AS line FROM temp.word ORDER BY line`,
}

/** All that an index says, without its numbers: equal for equal archives, however they came about. */
export function dumpIndex(indexPath: string) {
  const database = new DatabaseSync(indexPath)
  try {
    database.exec("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, 'event_text', 'instance')")
    const lists = Object.entries(LISTS).map(([name, sql]) => {
      const rows = database.prepare(sql).all() as { event_id: number; line: string }[]
      return [name, Map.groupBy(rows, (row) => row.event_id)] as const
    })
    const events = database
      .prepare(
        `SELECT id, key, date, title, topic, summary, body, tags,
           (SELECT path FROM page WHERE id = page_id) AS page,
           (SELECT path FROM page WHERE id = day_page_id) AS dayPage
         FROM event ORDER BY key`,
      )
      .all()
      .map(({ id, ...columns }) => ({
        ...columns,
        ...Object.fromEntries(
          lists.map(([name, rows]) => [
            name,
            (rows.get(id as number) ?? []).map(({ line }) => line),
          ]),
        ),
      })) as unknown as EventDump[]
    const lines = (sql: string) =>
      database
        .prepare(sql)
        .all()
        .map((row) => String(row['line']))
    return {
      events,
      pages: lines("SELECT path || ' ' || state AS line FROM page ORDER BY path"),
      problems: lines("SELECT path || ' ' || code AS line FROM problem ORDER BY line"),
    }
  } finally {
    database.close()
  }
}
