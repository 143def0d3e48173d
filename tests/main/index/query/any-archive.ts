import fc from 'fast-check'
import { HIGHLIGHT_COLOURS, REVIEW_STATES, type TextSelector } from '#shared/notebook.ts'
import { MARK_CONDITIONS } from '#shared/search-query/query-tree.ts'
import type { TestEvent } from './make-index.ts'
import type { TestNotebook } from './naive-archive.ts'

const WORDS = [
  'fuel',
  'Fuel',
  'fue',
  'Fue',
  'aid',
  'AID',
  'Économie',
  'economie',
  'nörd',
  '傳播',
  '传播',
  '传',
  '國際',
  '国',
  'a1',
]
const NAMES = ['Japan', 'North Korea', 'north', '國際', 'Économie', 'fuel aid']
const TAGS = ['aid', 'Aid', 'aid/fuel', 'to check', '國際']
const COLLECTIONS = ['Fuel talks', 'aid', 'Aid and fuel']
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

const anyEvent = fc.record({
  date: fc.constantFrom(...DATES),
  title: anyText,
  topic: anyText,
  summary: anyText,
  hasProblem: fc.boolean(),
  entities: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
  sources: fc.array(
    fc.constantFrom(
      { name: 'Fuel News', url: 'http://news.fuel.co.uk/a' },
      { name: 'Nörd', url: 'https://aid.org/b' },
      { name: 'Paper only' },
    ),
    { maxLength: 2 },
  ),
  relations: fc.array(
    fc.nat(14).map((number) => ({ key: `news/${number}` })),
    { maxLength: 3 },
  ),
  revisions: fc.array(fc.constant({ key: 'gone', title: 'Gone' }), { maxLength: 1 }),
})

/** A few events, tied to one another. */
export const anyEvents: fc.Arbitrary<TestEvent[]> = fc
  .array(anyEvent, { minLength: 1, maxLength: 12 })
  .map((events) => events.map((event, number) => ({ ...event, key: `news/${number}` })))

/** Some of the numbers of events put together. */
export const anyGroups = fc.uniqueArray(fc.array(fc.nat(11), { minLength: 2, maxLength: 4 }), {
  maxLength: 3,
})

const anyEventId = fc.nat(13).map((number) => `news/${number}`)

const anyTime = fc.nat(5).map((second) => `2020-01-01T10:00:0${second}.000Z`)

const anySelector: fc.Arbitrary<TextSelector> = fc
  .record({
    exact: anyText.filter((text) => text !== ''),
    prefix: fc.constantFrom('', 'fuel ', 'aid\n'),
    suffix: fc.constantFrom('', ' aid', '\nFuel News'),
    startUtf16: fc.nat(20),
    part: fc.constantFrom('headline', 'topic', 'summary', 'source', 'relation'),
  })
  .map((selector) => ({
    ...selector,
    endUtf16: selector.startUtf16 + selector.exact.length,
    textVersion: 'another',
    pageHash: null,
  }))

/** Annotations and collections of these and of other events. */
export const anyNotebook: fc.Arbitrary<TestNotebook> = fc.record({
  annotations: fc
    .array(
      fc.record({
        eventId: anyEventId,
        note: anyText,
        tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
        selector: fc.option(anySelector),
        colour: fc.option(fc.constantFrom(...HIGHLIGHT_COLOURS)),
        state: fc.constantFrom(...REVIEW_STATES),
        created: anyTime,
        modified: anyTime,
        eventDate: fc.constantFrom(...DATES),
        eventTitle: anyText,
      }),
      { maxLength: 6 },
    )
    .map((list) => list.map((annotation, number) => ({ id: `a${number}`, ...annotation }))),
  collections: fc
    .array(
      fc.record({
        name: fc.constantFrom(...COLLECTIONS),
        eventIds: fc.uniqueArray(anyEventId, { maxLength: 5 }),
      }),
      { maxLength: 3 },
    )
    .map((list) => list.map((collection, number) => ({ id: `c${number}`, ...collection }))),
  claims: fc
    .array(
      fc.uniqueArray(
        fc.nat(7).map((number) => `a${number}`),
        { maxLength: 4 },
      ),
      { maxLength: 3 },
    )
    .map((list) => list.map((annotationIds, number) => ({ id: `claim${number}`, annotationIds }))),
})

const anyField = fc.constantFrom('title', 'topic', 'entity', 'text', 'note', 'tag', 'in')
const anyValue = fc.constantFrom(...WORDS, ...NAMES, ...TAGS, ...COLLECTIONS)

const anyTerm = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).map((word) => `${word.slice(0, 2)}*`),
  fc.constantFrom('f*', 'a*', 'e*', '国*'),
  anyText.map((text) => `"${text}"`),
  anyValue.map((text) => `="${text}"`),
  fc.tuple(anyField, anyValue).map(([field, value]) => `${field}:"${value}"`),
  fc.tuple(anyField, anyValue).map(([field, value]) => `${field}:="${value}"`),
  fc.tuple(anyField, anyValue).map(([field, value]) => `${field}:"${value.slice(0, 3)}"*`),
  fc
    .constantFrom(
      ...['note', 'highlight', 'tag', 'collection', 'claim'],
      ...['source', 'summary', 'revision', 'problem'],
    )
    .map((what) => `has:${what}`),
  fc.constantFrom(...HIGHLIGHT_COLOURS).map((colour) => `colour:${colour}`),
  fc.constantFrom(...MARK_CONDITIONS).map((condition) => `is:${condition}`),
  fc.constantFrom('entity:nor*', 'source:fuel', 'source:fuel.co.uk', 'source:org', 'source:ai*'),
  fc.constantFrom('source:="Fuel News"', 'source:="fuel news"', 'source:="aid.org"'),
  fc
    .tuple(fc.constantFrom('date', 'before', 'after'), fc.constantFrom(...DATES.slice(1)))
    .map(([field, date]) => `${field}:${date ?? ''}`),
  fc.constantFrom('date:2008-06..2009', 'date:..2008-06', 'date:2008-07..', 'date:none'),
  fc.constantFrom('id:news/1', 'id:news/1*', 'id:="news/1"', 'id:nowhere', '!!!'),
)

/** A query of every kind of condition, in groups. */
export const anyQuery = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    anyTerm,
    fc.tuple(tie('query'), tie('query')).map((pair) => pair.join(' ')),
    fc.tuple(tie('query'), tie('query')).map((pair) => pair.join(' OR ')),
    tie('query').map((inner) => `-(${inner})`),
    tie('query').map((inner) => `(${inner})`),
    anyTerm.map((term) => `-${term}`),
  ),
})).query
