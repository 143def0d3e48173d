import { DatabaseSync } from 'node:sqlite'
import type { EventDate, Source } from '#shared/event.ts'
import { gatherColumns, writeColumns } from '../../../../src-main/index/columns/build-columns.ts'
import { firstEventNumber } from '../../../../src-main/index/event-number.ts'
import { foldName, foldText } from '../../../../src-main/index/fold-text.ts'
import { entityToken, hostToken } from '../../../../src-main/index/identity-token.ts'
import { LINK_BYTES, LINK_TARGET_OFFSET } from '../../../../src-main/index/packed-links.ts'
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
  /** Whether something in its page could not be read. */
  hasProblem?: boolean
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
  /** As an import does that has not ended: no columns are left. */
  add(events: TestEvent[]): void
  /** As an import does at its end. @param groups - Keys of events that report the same. */
  finish(groups?: string[][]): void
  close(): void
}

/** Make an index file with these events by plain SQL, as an import leaves it that has not ended. */
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
    finish: (groups) => {
      finishIndex(index, groups ?? [])
    },
    close: () => {
      database.close()
    },
  }
  index.add(events)
  return index
}

function finishIndex({ database, numbers }: TestIndex, groups: string[][]): void {
  const ids = database.prepare('SELECT id FROM event ORDER BY id').all()
  const ordinals = new Map(ids.map(({ id }, ordinal) => [id as number, ordinal]))
  const leaders = Uint32Array.from(ids.keys())
  for (const group of groups) {
    const members = group.map((key) => ordinals.get(numbers.get(key)!)!)
    for (const member of members) leaders[member] = Math.min(...members)
  }
  database.exec('BEGIN')
  writeColumns(database, gatherColumns(database), leaders)
  database.exec('COMMIT')
}

function addEvents({ database, numbers, counts }: TestIndex, events: TestEvent[]): void {
  const ids = new Map<string, number>()
  const insert = (sql: string) => {
    const statement = database.prepare(sql)
    return (...values: (string | number | Uint8Array | null)[]) =>
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
  const addEvent = insert(
    `INSERT INTO event (id, page_id, day_page_id, date, entities, hosts, links, key, topic, title,
       tags, sources, summary, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addUnresolved = insert('INSERT INTO unresolved_link VALUES (?, ?, ?, ?)')
  const addText = insert(
    'INSERT INTO event_text (rowid, title, topic, summary, entities, sources) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const entityId = named('entity', 'name', 'folded')
  const hostId = named('host', 'name', '')
  const contextId = named('context', 'entities', '')
  const addRevision = insert(
    `INSERT INTO revision (event_id, position, target_id, target_key, title, time, label)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const addProblem = insert("INSERT INTO problem VALUES (?, 'PAGE_ENCODING', '')")

  database.exec("BEGIN; DELETE FROM meta WHERE key = 'columns'")
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
    const entities = event.entities ?? []
    const entityIds = entities.map((name) => entityId(name, foldName(name)))
    const hostNames = (event.sources ?? []).flatMap(({ url }) => hostOf(url) ?? [])
    const hostIds = [...new Set(hostNames)].map((name) => hostId(name))
    const links = (event.relations ?? []).map(({ key: target, entities: names }) => ({
      context: names ? contextId(JSON.stringify(names)) : 0,
      target: numbers.get(target) ?? 0,
    }))
    const sources = (event.sources ?? []).map((source) => [
      source.name ?? '',
      source.url ?? null,
      source.image ?? null,
    ])
    addEvent(
      ...[id, pageId, dayPageId, date],
      ...[packNumbers(entityIds), packNumbers(hostIds), packLinks(links)],
      ...[key, topic, title, tagsJson, JSON.stringify(sources), summary, body],
    )
    for (const [position, relation] of (event.relations ?? []).entries()) {
      if (numbers.has(relation.key)) continue
      addUnresolved(id, position, relation.key, relation.title ?? '')
    }
    for (const [position, revision] of (event.revisions ?? []).entries()) {
      const target = numbers.get(revision.key) ?? null
      const { time = null, label = null } = revision
      addRevision(id, position, target, revision.key, revision.title, time, label)
    }
    if (event.hasProblem) addProblem(`${key}.md`)
    const sourceText = (event.sources ?? []).map(
      ({ name, url }) => `${name ?? ''} ${hostOf(url) ?? ''}`,
    )
    addText(
      id,
      ...[title, topic ?? '', `${summary}\n${body ?? ''}`].map(foldText),
      [foldText(entities.join(' | ')), ...entityIds.map(entityToken)].join(' '),
      [foldText(sourceText.join(' | ')), ...hostIds.map(hostToken)].join(' '),
    )
  }
  database.exec('COMMIT')
}

function packNumbers(numbers: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer)
}

function packLinks(links: { context: number; target: number }[]): Uint8Array {
  const packed = new DataView(new ArrayBuffer(links.length * LINK_BYTES))
  for (const [position, { context, target }] of links.entries()) {
    packed.setUint32(position * LINK_BYTES, context, true)
    packed.setFloat64(position * LINK_BYTES + LINK_TARGET_OFFSET, target, true)
  }
  return new Uint8Array(packed.buffer)
}

function nextNumber(counts: Map<EventDate, number>, date: EventDate): number {
  const count = counts.get(date) ?? 0
  counts.set(date, count + 1)
  return firstEventNumber(date) + count + (date === null ? 1 : 0)
}

function hostOf(url: string | null | undefined): string | null {
  return url ? new URL(url).hostname.replace(/^www\./, '') : null
}
