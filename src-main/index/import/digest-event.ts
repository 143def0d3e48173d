import type { Source } from '#shared/event.ts'
import type { DayEntry, PageRelation, PageRevision, ParsedEventPage } from '#shared/page.ts'
import { LINK_BYTES, PackedLinks } from '../packed-links.ts'
import type { BlockPool } from './block-pool.ts'
import type { EventDirectory } from './event-directory.ts'
import type { Interner, ListInterner } from './interner.ts'
import type { DigestedEvent, DigestedRevision, ListedEvent, UnresolvedLink } from './messages.ts'

/** All that is needed to turn names into numbers. */
export interface DigestTools {
  entities: Interner
  contexts: ListInterner
  hosts: Interner
  directory: EventDirectory
  /** Where what a digest packs has its memory. */
  blocks: BlockPool
  withoutPageExtension(path: string): string
}

const MAX_ENTITIES = 5000
/** The host of nearly every address; of others the parser of URLs is asked. */
const PLAIN_HOST = /^https?:\/\/([a-z0-9.-]+)(?:[/?#]|$)/u

/**
 * An event as its own page reports it, with what the day page adds.
 *
 * @param entry - What the day page says of it, or `null`.
 */
export function digestEvent(
  tools: DigestTools,
  key: string,
  page: ParsedEventPage,
  entry: DayEntry | null,
  dayPageId: number | null,
): DigestedEvent {
  const topic = page.topic ?? entry?.topic ?? null
  const names = [page.entities, ...page.relations.map(({ entities }) => entities)]
  const topics = [page.topic, entry?.topic ?? null]
  const entities = numberEntities(tools, [...names, entry?.entities ?? []], topics)
  return {
    date: page.date,
    title: page.title,
    topic,
    summary: page.summary || (entry?.summary ?? ''),
    body: page.body,
    tags: page.tags.length > 0 ? JSON.stringify(page.tags) : null,
    dayPageId,
    entities: tools.blocks.packNumbers(entities),
    ...digestRelations(tools, key, page.relations),
    ...digestSources(tools, page.sources),
    revisions: page.revisions.map((revision) => digestRevision(tools, key, revision)),
  }
}

/** An event as only a day page reports it. */
export function digestListedEvent(
  tools: DigestTools,
  entry: DayEntry,
  event: Pick<ListedEvent, 'key' | 'date' | 'dayPageId' | 'isOwnDay'>,
): ListedEvent {
  const { title, topic, summary } = entry
  return {
    ...event,
    title,
    topic,
    summary,
    entities: [...numberEntities(tools, [entry.entities])],
    topicEntity: topic === null ? 0 : tools.entities.numberOf(topic),
  }
}

/** Numbers of all names, each once. A topic is a lead entity, though often in other letters. */
function numberEntities(
  tools: DigestTools,
  names: readonly (readonly string[])[],
  topics: readonly (string | null)[] = [],
): Set<number> {
  const numbers = new Set<number>()
  // Lists of the same names are mostly the same list.
  const lists = new Set(names)
  for (const list of lists) {
    for (const name of list) {
      if (numbers.size < MAX_ENTITIES) numbers.add(tools.entities.numberOf(name))
    }
  }
  for (const topic of topics) {
    if (topic === null || isNamed(topic, lists)) continue
    numbers.add(tools.entities.numberOf(topic))
    lists.add([topic])
  }
  return numbers
}

function isNamed(topic: string, lists: ReadonlySet<readonly string[]>): boolean {
  for (const list of lists) if (list.includes(topic)) return true
  const lower = topic.toLowerCase()
  for (const list of lists) if (list.some((name) => name.toLowerCase() === lower)) return true
  return false
}

function digestRelations(
  tools: DigestTools,
  key: string,
  relations: readonly PageRelation[],
): Pick<DigestedEvent, 'links' | 'unresolved'> {
  const links = new PackedLinks(tools.blocks.take(relations.length * LINK_BYTES))
  const unresolved: UnresolvedLink[] = []
  relations.forEach((relation, position) => {
    const { entities, path } = relation
    links.setContext(position, entities.length > 0 ? tools.contexts.numberOfList(entities) : 0)
    const number = path ? tools.directory.numberAt(path) : 0
    if (number > 0) links.setTarget(position, number)
    else unresolved.push(...resolveRelation(tools, key, relation, position, links))
  })
  return { links: links.bytes, unresolved }
}

/** Find a relation's event by all that its link says. @returns what stays unresolved */
function resolveRelation(
  tools: DigestTools,
  key: string,
  { title, target }: PageRelation,
  position: number,
  links: PackedLinks,
): UnresolvedLink[] {
  const wanted = tools.withoutPageExtension(target)
  const found = tools.directory.find(wanted, key)
  links.setTarget(position, found?.number ?? 0)
  if (found && found.number > 0) return []
  return [{ position, title, key: found?.key ?? tools.directory.keyOf(wanted, key) }]
}

function digestSources(
  tools: DigestTools,
  sources: readonly Source[],
): Pick<DigestedEvent, 'sources' | 'sourceNames' | 'hosts'> {
  const hosts = new Set<number>()
  for (const source of sources) {
    const host = numberHost(tools, source)
    if (host !== null) hosts.add(host)
  }
  return {
    hosts: tools.blocks.packNumbers(hosts),
    sources: JSON.stringify(sources.map(({ name, url, image }) => [name, url, image])),
    sourceNames: sources.map(({ name }) => name).join('\n'),
  }
}

function digestRevision(tools: DigestTools, key: string, revision: PageRevision): DigestedRevision {
  const { title, time, label } = revision
  const target = tools.withoutPageExtension(revision.target)
  const found = tools.directory.find(target, key)
  const targetKey = found?.key ?? tools.directory.keyOf(target, key)
  return {
    target: found && found.number > 0 ? found.number : null,
    key: targetKey,
    title,
    time,
    label,
  }
}

function numberHost(tools: DigestTools, { url }: Source): number | null {
  if (url === null) return null
  const hostname = PLAIN_HOST.exec(url)?.[1] ?? URL.parse(url)?.hostname ?? ''
  return hostname === '' ? null : tools.hosts.numberOf(hostname.replace(/^www\./u, ''))
}
