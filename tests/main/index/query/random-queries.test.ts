import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateTest, QueryNode, TermNode } from '#shared/search-query/query-tree.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

/** An evaluator that shares nothing with the engine but the tree. */
class NaiveArchive {
  readonly events: TestEvent[]

  constructor(events: TestEvent[]) {
    this.events = events
  }

  /** Newest first, undated last; events of one date as the engine numbers them. */
  find(query: string): string[] {
    const { root } = parseQuery(query)
    return this.events
      .map((event, order) => ({ event, order }))
      .filter(({ event }) => root === null || this.#matches(event, root))
      .sort((a, b) => {
        const [left, right] = [a.event.date ?? '', b.event.date ?? '']
        return left === right ? b.order - a.order : left < right ? 1 : -1
      })
      .map(({ event }) => event.key)
  }

  #matches(event: TestEvent, node: QueryNode): boolean {
    switch (node.kind) {
      case 'all':
        return node.children.every((child) => this.#matches(event, child))
      case 'any':
        return node.children.some((child) => this.#matches(event, child))
      case 'not':
        return !this.#matches(event, node.child)
      case 'date':
        return isWithin(event.date, node.test)
      case 'term':
        return this.#hasTerm(event, node)
    }
  }

  #hasTerm(event: TestEvent, term: TermNode): boolean {
    const entities = event.entities ?? []
    const sources = event.sources ?? []
    switch (term.field) {
      case 'text':
        return [event.title, event.topic, event.summary, entities.join(' , ')].some((text) =>
          hasWords(text ?? '', term),
        )
      case 'title':
        return hasWords(event.title, term)
      case 'topic':
        return hasWords(event.topic ?? '', term)
      case 'entity': {
        const isSame = (name: string) => plain(name) === plain(term.value)
        const isKnown = this.events.some((other) => (other.entities ?? []).some(isSame))
        if (isKnown && !term.isPrefix) return entities.some(isSame)
        return entities.some((name) => hasWords(name, term))
      }
      case 'source': {
        const hosts = sources.map(({ url }) => (url ? new URL(url).hostname : ''))
        const asHost = plain(term.value)
        if (asHost.includes('.') && !term.isPrefix) {
          return hosts.some((host) => `.${host}`.endsWith(`.${asHost}`))
        }
        return sources.some(({ name = '' }, at) => hasWords(`${name} ${hosts[at] ?? ''}`, term))
      }
      case 'id':
        return term.isPrefix ? event.key.startsWith(term.value) : event.key === term.value
    }
  }
}

function isWithin(date: string | null, test: DateTest): boolean {
  if (test.kind === 'undated') return date === null
  if (date === null) return false
  if (test.kind === 'within') {
    const isAfterFirst = test.first === null || date >= test.first
    return isAfterFirst && (test.last === null || date.slice(0, test.last.length) <= test.last)
  }
  return test.kind === 'before' ? date < test.date : date.slice(0, test.date.length) > test.date
}

const PLAIN: Record<string, string> = { é: 'e', ö: 'o', 傳: '传', 國: '国', 際: '际' }

function plain(text: string): string {
  return text.toLowerCase().replace(/[^ -~]/gu, (character) => PLAIN[character] ?? character)
}

function wordsOf(text: string): string[] {
  return plain(text).match(/[a-z0-9]+|[传国播际]/g) ?? []
}

function hasWords(text: string, { value, isPrefix }: TermNode): boolean {
  const words = wordsOf(text)
  const wanted = wordsOf(value)
  return words.some((_, at) =>
    wanted.every((word, index) => {
      const found = words[at + index]
      return isPrefix && index === wanted.length - 1 ? found?.startsWith(word) : found === word
    }),
  )
}

const WORDS = [
  'fuel',
  'fue',
  'aid',
  'Économie',
  'economie',
  'nörd',
  '傳播',
  '传',
  '國際',
  '国',
  'a1',
]
const NAMES = ['Japan', 'North Korea', 'north', '國際', 'Économie', 'fuel aid']
const DATES = [
  null,
  '2008',
  '2008-06',
  '2008-06-06',
  '2008-06-30',
  '2008-07-01',
  '2009',
  '2010-01-01',
]

const anyText = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 4 })
  .map((words) => words.join(' '))

const anyEvents = fc
  .array(
    fc.record({
      date: fc.constantFrom(...DATES),
      title: anyText,
      topic: anyText,
      summary: anyText,
      entities: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
      sources: fc.array(
        fc.constantFrom(
          { name: 'Fuel News', url: 'http://news.fuel.co.uk/a' },
          { name: 'Nörd', url: 'https://aid.org/b' },
        ),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((events) => events.map((event, number) => ({ ...event, key: `news/${number}` })))

const anyTerm = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).map((word) => `${word.slice(0, 2)}*`),
  anyText.map((text) => `"${text}"`),
  fc
    .tuple(fc.constantFrom('title', 'topic', 'entity'), fc.constantFrom(...WORDS, ...NAMES))
    .map(([field, value]) => `${field}:"${value}"`),
  fc.constantFrom('entity:nor*', 'source:fuel', 'source:fuel.co.uk', 'source:org', 'source:ai*'),
  fc
    .tuple(fc.constantFrom('date', 'before', 'after'), fc.constantFrom(...DATES.slice(1)))
    .map(([field, date]) => `${field}:${date ?? ''}`),
  fc.constantFrom('date:2008-06..2009', 'date:..2008-06', 'date:2008-07..', 'date:none'),
  fc.constantFrom('id:news/1', 'id:news/1*', 'id:nowhere', '!!!'),
)

const { query: anyGroup } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    anyTerm,
    fc.tuple(tie('query'), tie('query')).map((pair) => pair.join(' ')),
    fc.tuple(tie('query'), tie('query')).map((pair) => pair.join(' OR ')),
    tie('query').map((inner) => `-(${inner})`),
    tie('query').map((inner) => `(${inner})`),
    anyTerm.map((term) => `-${term}`),
  ),
}))

describe('searchEvents', () => {
  it('finds what a plain reading of the tree finds, in every order', () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.array(anyGroup, { minLength: 8, maxLength: 12 }),
        (events, queries) => {
          const { query: index } = useIndex(events)
          const archive = new NaiveArchive(events)
          for (const query of queries) {
            const expected = archive.find(query)
            const found = index.search({ query, sort: 'date', offset: 0, limit: 100 })
            expect([query, found.hits.map(({ id }) => id)]).toEqual([query, expected])
            expect(found.total).toBe(expected.length)

            const ranked = index.searchIds({ query, sort: 'relevance', offset: 0, limit: 100 })
            expect([...ranked].sort()).toEqual([...expected].sort())

            const dateOf = (key: string) => events.find((event) => event.key === key)!.date
            const ascending = index.searchIds({
              query,
              sort: 'date-ascending',
              offset: 0,
              limit: 100,
            })
            const isDated = (key: string) => dateOf(key) !== null
            const dated = expected.filter(isDated).reverse()
            const undated = expected.filter((key) => !isDated(key)).reverse()
            expect(ascending).toEqual([...dated, ...undated])
            const first = index.search({ query, sort: 'date-ascending', offset: 0, limit: 2 })
            expect(first.hits.map(({ id }) => id)).toEqual(ascending.slice(0, 2))
          }
        },
      ),
      { numRuns: 80 },
    )
  })
})
