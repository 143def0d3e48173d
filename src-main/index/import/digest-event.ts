import type { Source } from '#shared/event.ts'
import type { DayEntry, PageRelation, PageRevision, ParsedEventPage } from '#shared/page.ts'
import type { EventDirectory } from './event-directory.ts'
import type { Interner, ListInterner } from './interner.ts'
import type { DigestedEvent, DigestedRevision, ListedEvent, UnresolvedLink } from './messages.ts'

/** All that is needed to turn names into numbers. */
export interface DigestTools {
  entities: Interner
  contexts: ListInterner
  hosts: Interner
  directory: EventDirectory
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
  const summary = page.summary || (entry?.summary ?? '')
  const names = [page.entities, ...page.relations.map(({ entities }) => entities)]
  const entities = numberEntities(tools, [...names, entry?.entities ?? []], topic)
  const sources = page.sources.map((source) => ({ ...source, host: numberHost(tools, source) }))
  return {
    date: page.date,
    title: page.title,
    topic,
    summary,
    body: page.body,
    tags: page.tags,
    dayPageId,
    entities,
    sources,
    ...digestRelations(tools, key, page.relations),
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
    entities: numberEntities(tools, [entry.entities], topic),
  }
}

/** Numbers of all names, each once. The topic is the lead entity, though often in other letters. */
function numberEntities(
  tools: DigestTools,
  names: readonly (readonly string[])[],
  topic: string | null,
): number[] {
  const numbers = new Set<number>()
  for (const list of names) {
    for (const name of list) {
      if (numbers.size < MAX_ENTITIES) numbers.add(tools.entities.numberOf(name))
    }
  }
  if (topic !== null) {
    const lower = topic.toLowerCase()
    const isNamed = names.some((list) => list.some((name) => name.toLowerCase() === lower))
    if (!isNamed) numbers.add(tools.entities.numberOf(topic))
  }
  return [...numbers]
}

function digestRelations(
  tools: DigestTools,
  key: string,
  relations: readonly PageRelation[],
): Pick<DigestedEvent, 'relations' | 'unresolved'> {
  const numbers: number[] = []
  const unresolved: UnresolvedLink[] = []
  for (const relation of relations) {
    const { entities, title } = relation
    const target = tools.withoutPageExtension(relation.target)
    const found = tools.directory.find(target, key)
    numbers.push(entities.length > 0 ? tools.contexts.numberOfList(entities) : 0)
    numbers.push(found?.number ?? 0)
    if (found && found.number > 0) continue
    unresolved.push({ key: found?.key ?? tools.directory.keyOf(target, key), title })
  }
  return { relations: numbers, unresolved }
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
