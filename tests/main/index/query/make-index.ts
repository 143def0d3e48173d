import { DatabaseSync } from 'node:sqlite'
import type { EventDate, Source } from '#shared/event.ts'
import { firstEventNumber } from '../../../../src-main/index/event-number.ts'
import { foldName, foldText } from '../../../../src-main/index/fold-text.ts'
import {
  APPLICATION_ID,
  LATE_INDEXES,
  PAGE_STATE,
  SCHEMA,
  SCHEMA_VERSION,
} from '../../../../src-main/index/schema.ts'

export interface TestEvent {
  key: string
  date: EventDate
  title: string
  topic?: string
  summary?: string
  body?: string
  tags?: string[]
  entities?: string[]
  sources?: Partial<Source>[]
  /** Keys of other events, with the entities that tie. */
  relations?: { key: string; entities?: string[]; title?: string }[]
  revisions?: { key: string; title: string; time?: string; label?: string }[]
  /** Path of the day page that lists it. */
  dayPath?: string
  /** Whether it has no page of its own. */
  isListedOnly?: boolean
}

export interface TestIndex {
  path: string
  database: DatabaseSync
  /** Row ids by key. */
  numbers: Map<string, number>
  /** Events by date. */
  counts: Map<EventDate, number>
  add(events: TestEvent[]): void
  close(): void
}

/** Make an index file with these events by plain SQL. */
export function makeIndex(path: string, events: TestEvent[]): TestIndex {
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
    PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};
    BEGIN; ${SCHEMA}; ${Object.values(LATE_INDEXES).join(';')}; COMMIT;`)
  const index: TestIndex = {
    path,
    database,
    numbers: new Map(),
    counts: new Map(),
    add: (more) => {
      addEvents(index, more)
    },
    close: () => {
      database.close()
    },
  }
  index.add(events)
  return index
}

function addEvents({ database, numbers, counts }: TestIndex, events: TestEvent[]): void {
  const ids = new Map<string, number>()
  const insert = (sql: string) => {
    const statement = database.prepare(sql)
    return (...values: (string | number | null)[]) =>
      Number(statement.run(...values).lastInsertRowid)
  }
  const named = (table: string, column: string, extra: string) => {
    const find = database.prepare(`SELECT id FROM ${table} WHERE ${column} = ?`)
    const add = insert(
      `INSERT INTO ${table} (${column}${extra && `, ${extra}`}) VALUES (?${extra && ', ?'})`,
    )
    return (name: string, ...more: (string | number)[]) => {
      const key = `${table} ${name}`
      const id = ids.get(key) ?? (find.get(name)?.id as number | undefined) ?? add(name, ...more)
      ids.set(key, id)
      return id
    }
  }
  const addPage = insert(
    'INSERT INTO page (path, size, mtime_ms, state, event_id) VALUES (?, 1, 1, ?, ?)',
  )
  const dayPages = new Map<string, number>()
  const addEvent = insert('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addText = insert(
    'INSERT INTO event_text (rowid, title, topic, summary, entities, sources) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const entityId = named('entity', 'name', 'folded')
  const hostId = named('host', 'name', '')
  const contextId = named('context', 'entities', '')
  const addEventEntity = insert('INSERT OR IGNORE INTO event_entity VALUES (?, ?)')
  const addSource = insert('INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)')
  const addRelation = insert('INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?)')
  const addRevision = insert('INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)')

  database.exec('BEGIN')
  for (const event of events) numbers.set(event.key, nextNumber(counts, event.date))
  for (const event of events) {
    const id = numbers.get(event.key)!
    const pageId = event.isListedOnly ? null : addPage(`${event.key}.md`, PAGE_STATE.event, id)
    if (event.dayPath !== undefined && !dayPages.has(event.dayPath)) {
      dayPages.set(event.dayPath, addPage(event.dayPath, PAGE_STATE.day, null))
    }
    const dayPageId = event.dayPath === undefined ? null : dayPages.get(event.dayPath)!
    const { key, date, title, topic = null, summary = '', body = null, tags } = event
    const tagsJson = tags ? JSON.stringify(tags) : null
    addEvent(id, key, pageId, dayPageId, date, title, topic, summary, body, tagsJson)

    const entities = event.entities ?? []
    for (const name of entities) addEventEntity(entityId(name, foldName(name)), id)
    for (const [position, source] of (event.sources ?? []).entries()) {
      const host = hostOf(source.url)
      const { name = '', url = null, image = null } = source
      addSource(id, position, host && hostId(host), name, url, image)
    }
    for (const [position, relation] of (event.relations ?? []).entries()) {
      const target = numbers.get(relation.key) ?? null
      const context = relation.entities ? contextId(JSON.stringify(relation.entities)) : null
      const targetKey = target === null ? relation.key : null
      addRelation(id, position, context, target, targetKey, relation.title ?? null)
    }
    for (const [position, revision] of (event.revisions ?? []).entries()) {
      const target = numbers.get(revision.key) ?? null
      const { time = null, label = null } = revision
      addRevision(id, position, target, revision.key, revision.title, time, label)
    }
    const sourceText = (event.sources ?? []).map(
      ({ name, url }) => `${name ?? ''} ${hostOf(url) ?? ''}`,
    )
    addText(
      id,
      ...[title, topic ?? '', summary, entities.join(' | '), sourceText.join(' | ')].map(foldText),
    )
  }
  database.exec('COMMIT')
}

function nextNumber(counts: Map<EventDate, number>, date: EventDate): number {
  const count = counts.get(date) ?? 0
  counts.set(date, count + 1)
  return firstEventNumber(date) + count + (date === null ? 1 : 0)
}

function hostOf(url: string | null | undefined): string | null {
  return url ? new URL(url).hostname.replace(/^www\./, '') : null
}
