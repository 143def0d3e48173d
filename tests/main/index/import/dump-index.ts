import { DatabaseSync } from 'node:sqlite'
import { entityToken, hostToken } from '../../../../src-main/index/identity-token.ts'
import { PackedLinks } from '../../../../src-main/index/packed-links.ts'
import { readNumbers } from '../../../../src-main/index/packed-numbers.ts'

interface EventDump {
  key: string
  date: string | null
  title: string
  topic: string | null
  summary: string
  body: string | null
  tags: string | null
  page: string | null
  dayPage: string | null
  entities: string[]
  hosts: string[]
  sources: string[]
  relations: string[]
  revisions: string[]
  words: string[]
}

type PackedEvent = Omit<EventDump, 'entities' | 'hosts' | 'sources'> & {
  id: number
  entities: Uint8Array
  hosts: Uint8Array
  links: Uint8Array
  sources: string
}

const EVENTS = `
  SELECT id, key, date, title, topic, summary, body, tags, entities, hosts, links, sources,
    (SELECT path FROM page WHERE id = page_id) AS page,
    (SELECT path FROM page WHERE id = day_page_id) AS dayPage
  FROM event ORDER BY key`

const UNRESOLVED = `
  SELECT '? ' || target_key || ' ' || title AS line FROM unresolved_link
  WHERE event_id = ? AND position = ?`

const REVISIONS = `
  SELECT coalesce('→ ' || target.key, '? ' || target_key) || ' ' || revision.title || ' '
    || coalesce(time, '') || ' ' || coalesce(label, '') AS line
  FROM revision LEFT JOIN event AS target ON target.id = target_id
  WHERE event_id = ? ORDER BY position`

const WORDS = "SELECT doc AS event_id, col || ' ' || term AS word FROM temp.word"

/** All that an index says, without its numbers: equal for equal archives, however they came about. */
export function dumpIndex(indexPath: string) {
  const database = new DatabaseSync(indexPath)
  try {
    database.exec("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, 'event_text', 'instance')")
    const dumper = new IndexDumper(database)
    return {
      events: (database.prepare(EVENTS).all() as unknown as PackedEvent[]).map((event) =>
        dumper.dumpEvent(event),
      ),
      pages: dumper.lines("SELECT path || ' ' || state AS line FROM page ORDER BY path"),
      problems: dumper.lines("SELECT path || ' ' || code AS line FROM problem ORDER BY line"),
    }
  } finally {
    database.close()
  }
}

class IndexDumper {
  readonly #database: DatabaseSync
  readonly #words: Map<number, { word: string }[]>

  constructor(database: DatabaseSync) {
    this.#database = database
    const words = database.prepare(WORDS).all() as { event_id: number; word: string }[]
    this.#words = Map.groupBy(words, (row) => row.event_id)
  }

  lines(sql: string, ...values: number[]): string[] {
    const rows = this.#database.prepare(sql).all(...values)
    return rows.map(({ line }) => String(line))
  }

  dumpEvent(event: PackedEvent): EventDump {
    const { id, links, ...columns } = event
    const entities = this.#listNames('entity', event.entities)
    const hosts = this.#listNames('host', event.hosts)
    return {
      ...columns,
      entities: entities.map(([, name]) => name).sort(),
      hosts: hosts.map(([, name]) => name),
      sources: (JSON.parse(event.sources) as (string | null)[][]).map((source) => source.join('|')),
      relations: this.#listRelations(id, new PackedLinks(links)),
      revisions: this.lines(REVISIONS, id),
      words: this.#listWords(id, [
        ...entities.map(([entity, name]) => [`entities ${entityToken(entity)}`, name] as const),
        ...hosts.map(([host, name]) => [`sources ${hostToken(host)}`, name] as const),
      ]),
    }
  }

  #listNames(table: 'entity' | 'host', packed: Uint8Array): [number, string][] {
    return [...readNumbers(packed)].flatMap((id) =>
      this.lines(`SELECT name AS line FROM ${table} WHERE id = ?`, id).map(
        (name): [number, string] => [id, name],
      ),
    )
  }

  #listRelations(event: number, links: PackedLinks): string[] {
    return Array.from({ length: links.count }, (_, position) => {
      const target = links.targetOf(position)
      const [end = '! nowhere'] =
        target === 0
          ? this.lines(UNRESOLVED, event, position)
          : this.lines("SELECT '→ ' || key AS line FROM event WHERE id = ?", target)
      const context = links.contextOf(position)
      const names = this.lines('SELECT entities AS line FROM context WHERE id = ?', context)
      return `${end} ${names.join('')}`
    })
  }

  /** What is indexed, with the names that identity tokens stand for. */
  #listWords(event: number, tokens: (readonly [string, string])[]): string[] {
    const names = new Map(tokens)
    const words = (this.#words.get(event) ?? []).map(({ word }) => word)
    return words.map((word) => (names.has(word) ? `the token of ${names.get(word)}` : word)).sort()
  }
}
