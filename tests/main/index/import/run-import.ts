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
  entities: string[]
  sources: string[]
  relations: string[]
  revisions: string[]
  words: string[]
}

const LIST = "coalesce((SELECT json_group_array(line) FROM (%)), '[]')"

/** All that an index says, without its numbers: equal for equal archives, however they came about. */
export function dumpIndex(indexPath: string): {
  events: EventDump[]
  pages: string[]
  problems: string[]
} {
  const list = (sql: string) => LIST.replace('%', sql)
  const database = new DatabaseSync(indexPath)
  try {
    database.exec("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, 'event_text', 'instance')")
    const events = database
      .prepare(
        `SELECT key, date, title, topic, summary, body, tags,
           (SELECT path FROM page WHERE id = page_id) AS page,
           ${list('SELECT name AS line FROM event_entity JOIN entity ON entity.id = entity_id WHERE event_id = event.id ORDER BY name')} AS entities,
           ${list("SELECT source.name || '|' || coalesce(url, '') || '|' || coalesce(image, '') || '|' || coalesce(host.name, '') AS line FROM source LEFT JOIN host ON host.id = host_id WHERE event_id = event.id ORDER BY position")} AS sources,
           ${list("SELECT coalesce('→ ' || target.key, '? ' || target_key || ' ' || relation.title) || ' ' || coalesce(context.entities, '') AS line FROM relation LEFT JOIN event AS target ON target.id = target_id LEFT JOIN context ON context.id = context_id WHERE event_id = event.id ORDER BY position")} AS relations,
           ${list("SELECT coalesce('→ ' || target.key, '? ' || target_key) || ' ' || revision.title || ' ' || coalesce(time, '') || ' ' || coalesce(label, '') AS line FROM revision LEFT JOIN event AS target ON target.id = target_id WHERE event_id = event.id ORDER BY position")} AS revisions,
           ${list("SELECT col || ' ' || term AS line FROM temp.word WHERE doc = event.id ORDER BY line")} AS words
         FROM event ORDER BY key`,
      )
      .all()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            ['entities', 'sources', 'relations', 'revisions', 'words'].includes(name)
              ? (JSON.parse(String(value)) as unknown)
              : value,
          ]),
        ),
      ) as unknown as EventDump[]
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
