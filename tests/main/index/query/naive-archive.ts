import type { AnchorStatus } from '#shared/anchor.ts'
import { anchorQuote } from '#shared/anchoring/anchor-quote.ts'
import { composeEventText } from '#shared/event-text.ts'
import type { Facets, Histogram, SearchSort } from '#shared/search.ts'
import type {
  DateTest,
  HasValue,
  MarkTest,
  QueryNode,
  TermNode,
} from '#shared/search-query/query-tree.ts'
import type {
  SearchableAnnotation,
  SearchableClaim,
  SearchableCollection,
} from '#shared/notebook-marks.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { TestEvent } from './make-index.ts'
import { hasWords, hasWordsExactly, plain } from './naive-words.ts'

/** What a notebook holds. */
export interface TestNotebook {
  annotations: SearchableAnnotation[]
  collections: SearchableCollection[]
  claims: SearchableClaim[]
}

/** Answers queries by looking at every event; it shares nothing with the engine but the tree. */
export class NaiveArchive {
  readonly #events: TestEvent[]
  readonly #notebook: TestNotebook
  readonly #isImporting: boolean

  /** @param isImporting - Whether the import of the events has not ended. */
  constructor(events: TestEvent[], notebook: TestNotebook, isImporting = false) {
    this.#isImporting = isImporting
    this.#events = events
    this.#notebook = notebook
  }

  /** Newest first, undated last; events of one date as the engine numbers them. */
  find(query: string): TestEvent[] {
    const { root } = parseQuery(query)
    return this.#events
      .map((event, order) => ({ event, order }))
      .filter(({ event }) => root === null || this.matches(event, root))
      .sort((a, b) => {
        const [left, right] = [a.event.date ?? '', b.event.date ?? '']
        return left === right ? b.order - a.order : left < right ? 1 : -1
      })
      .map(({ event }) => event)
  }

  /** {@link find} in another order than by relevance. */
  sort(found: TestEvent[], sort: Exclude<SearchSort, 'relevance'>): TestEvent[] {
    if (sort === 'date') return found
    if (sort === 'linked') {
      return found.toSorted((a, b) => this.#countLinks(b) - this.#countLinks(a))
    }
    const oldestFirst = found.toReversed()
    return [
      ...oldestFirst.filter(({ date }) => date !== null),
      ...oldestFirst.filter(({ date }) => date === null),
    ]
  }

  #countLinks({ key, relations = [] }: TestEvent): number {
    const keys = new Set(this.#events.map((event) => event.key))
    const outgoing = relations.filter((relation) => keys.has(relation.key))
    const incoming = this.#events
      .flatMap((event) => event.relations ?? [])
      .filter((relation) => relation.key === key)
    return outgoing.length + incoming.length
  }

  countFacets(found: TestEvent[], limit: number): Facets {
    const tagsOf = (event: TestEvent) => this.#annotationsOf(event).flatMap(({ tags }) => tags)
    return {
      entities: countNames(found, (event) => event.entities ?? [], limit),
      sources: countNames(found, hostsOf, limit),
      topics: countNames(found, ({ topic }) => (topic ? [topic] : []), limit),
      tags: countNames(found, tagsOf, limit),
    }
  }

  #annotationsOf({ key }: TestEvent): SearchableAnnotation[] {
    return this.#notebook.annotations.filter(({ eventId }) => eventId === key)
  }

  #collectionsOf({ key }: TestEvent): SearchableCollection[] {
    return this.#notebook.collections.filter(({ eventIds }) => eventIds.includes(key))
  }

  matches(event: TestEvent, node: QueryNode): boolean {
    switch (node.kind) {
      case 'all':
        return node.children.every((child) => this.matches(event, child))
      case 'any':
        return node.children.some((child) => this.matches(event, child))
      case 'not':
        return !this.matches(event, node.child)
      case 'date':
        return isWithin(event.date, node.test)
      case 'has':
        return this.#has(event, node.what)
      case 'mark':
        return this.#annotationsOf(event).some((one) => this.isMarked(one, node.test))
      case 'term':
        return this.#hasTerm(event, node)
    }
  }

  isEvidence({ id }: SearchableAnnotation): boolean {
    return this.#notebook.claims.some(({ annotationIds }) => annotationIds.includes(id))
  }

  /** Whether an annotation is what a condition on annotations asks. */
  isMarked(annotation: SearchableAnnotation, { field, value }: MarkTest): boolean {
    if (field === 'colour') return annotation.colour === value
    return annotation.state === value || this.statusOf(annotation) === value
  }

  /** How its mark stands; `null` where it marks no words. */
  statusOf({ eventId, selector }: SearchableAnnotation): AnchorStatus | null {
    if (selector === null) return null
    const event = this.#events.find(({ key }) => key === eventId)
    if (!event) return this.#isImporting ? 'exact' : 'orphan'
    return anchorQuote(this.#textOf(event), selector, 'now').status
  }

  /** Where its mark stands, or stood; -1 where it marks no words. */
  startOf({ eventId, selector }: SearchableAnnotation): number {
    const event = this.#events.find(({ key }) => key === eventId)
    const place = event && selector && anchorQuote(this.#textOf(event), selector, 'now').place
    return place?.startUtf16 ?? selector?.startUtf16 ?? -1
  }

  #textOf(event: TestEvent) {
    const { title, topic = null, summary = '', body = null } = event
    const titleOf = (key: string) => this.#events.find((other) => other.key === key)?.title
    const link = { date: null, entities: [], resolved: true, time: null, label: null }
    return composeEventText({
      ...{ title, topic, summary, body },
      sources: (event.sources ?? []).map(({ name = '' }) => ({ name, url: null, image: null })),
      relations: (event.relations ?? []).map(({ key, title: known = '' }) => {
        return { ...link, id: key, title: titleOf(key) ?? known }
      }),
      revisions: (event.revisions ?? []).map((revision) => ({ ...link, id: '', ...revision })),
    })
  }

  #has(event: TestEvent, what: HasValue): boolean {
    const annotations = this.#annotationsOf(event)
    switch (what) {
      case 'note':
        return annotations.some(({ note }) => note.trim() !== '')
      case 'highlight':
        return annotations.some(({ selector }) => selector !== null)
      case 'tag':
        return annotations.some(({ tags }) => tags.length > 0)
      case 'collection':
        return this.#collectionsOf(event).length > 0
      case 'claim':
        return annotations.some((one) => this.isEvidence(one))
      case 'source':
        return (event.sources ?? []).length > 0
      case 'summary':
        return (event.summary ?? '') !== ''
      case 'revision':
        return (event.revisions ?? []).length > 0
      case 'problem':
        return event.hasProblem === true
    }
  }

  #hasTerm(event: TestEvent, term: TermNode): boolean {
    const { title, topic = '', summary = '', entities = [] } = event
    const has = (text: string) =>
      term.isExact ? hasWordsExactly(text, term.value) : hasWords(text, term)
    switch (term.field) {
      case 'text':
        // Names of entities are one text to the engine unless they are looked at one by one.
        return [title, topic, summary, ...(term.isExact ? entities : [entities.join(' , ')])].some(
          has,
        )
      case 'title':
        return has(title)
      case 'topic':
        return has(topic)
      case 'entity': {
        const known = this.#events.flatMap((other) => other.entities ?? [])
        return pickNames(known, term, null).some((name) => entities.includes(name))
      }
      case 'source':
        return hasSource(event, term)
      case 'id':
        return term.isPrefix ? event.key.startsWith(term.value) : event.key === term.value
      case 'note':
        return this.#annotationsOf(event).some(({ note }) => has(note))
      case 'tag': {
        const known = this.#notebook.annotations.flatMap(({ tags }) => tags)
        const meant = pickNames(known, term, '/')
        return this.#annotationsOf(event).some(({ tags }) =>
          tags.some((tag) => meant.includes(tag)),
        )
      }
      case 'collection': {
        const known = this.#notebook.collections.map(({ name }) => name)
        const meant = pickNames(known, term, null, true)
        return this.#collectionsOf(event).some(({ name }) => meant.includes(name))
      }
    }
  }
}

/** Names a term means: that very name, or what stands below it, or else those with its words. */
export function pickNames(
  names: string[],
  term: TermNode,
  separator: string | null,
  beginsName = separator !== null,
): string[] {
  const { value, isPrefix, isExact } = term
  if (isExact) return names.filter((name) => name === value)
  const same = names.filter((name) => {
    if (isPrefix) return beginsName && plain(name).startsWith(plain(value))
    if (plain(name) === plain(value)) return true
    return separator !== null && plain(name).startsWith(plain(value) + separator)
  })
  return same.length > 0 ? same : names.filter((name) => hasWords(name, term))
}

function hostsOf({ sources = [] }: TestEvent): string[] {
  return [...new Set(sources.flatMap(({ url }) => (url ? [new URL(url).hostname] : [])))]
}

function hasSource(event: TestEvent, term: TermNode): boolean {
  const hosts = hostsOf(event)
  const outlets = (event.sources ?? []).map(({ name = '' }) => name)
  if (term.isExact) return [...hosts, ...outlets].includes(term.value)
  const asHost = plain(term.value)
  if (asHost.includes('.') && !term.isPrefix) {
    return hosts.some((host) => `.${host}`.endsWith(`.${asHost}`))
  }
  return [...outlets, ...hosts].some((name) => hasWords(name, term))
}

export function isWithin(date: string | null, test: DateTest): boolean {
  if (test.kind === 'undated') return date === null
  if (date === null) return false
  if (test.kind === 'within') {
    const isAfterFirst = test.first === null || date >= test.first
    return isAfterFirst && (test.last === null || date.slice(0, test.last.length) <= test.last)
  }
  return test.kind === 'before' ? date < test.date : date.slice(0, test.date.length) > test.date
}

function countNames(events: TestEvent[], namesOf: (event: TestEvent) => string[], limit: number) {
  const counts = new Map<string, number>()
  for (const event of events) {
    for (const name of new Set(namesOf(event))) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
}

/** The histogram of events in a unit. */
export function countOverTime(
  events: TestEvent[],
  unit: Histogram['unit'],
): Omit<Histogram, 'unit'> {
  const length = { year: 4, month: 7, day: 10 }[unit]
  const dates = events.flatMap(({ date }) => date ?? [])
  const counts = new Map<string, number>()
  for (const date of dates.filter((one) => one.length >= length).sort()) {
    const bar = date.slice(0, length)
    counts.set(bar, (counts.get(bar) ?? 0) + 1)
  }
  return {
    bars: [...counts].map(([date, count]) => ({ date, count })),
    imprecise: dates.filter((date) => date.length < length).length,
    undated: events.length - dates.length,
  }
}
