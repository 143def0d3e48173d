import { describe, expect, it } from 'vitest'
import type { Suggestion } from '#shared/search.ts'
import { makeAnnotation } from './make-annotation.ts'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

const EVENTS: TestEvent[] = [
  {
    ...{ key: 'a', date: '2008', title: 'a', topic: 'Water sharing', entities: ['North Korea'] },
    sources: [{ url: 'http://news.bbc.co.uk/1' }],
  },
  { key: 'b', date: '2008', title: 'b', topic: 'Water', entities: ['North Korea', '朝鮮'] },
  { key: 'c', date: '2008', title: 'c', topic: 'Water', entities: ['Norway', 'Entebbe'] },
]

/** Suggest where the bar stands in a query. */
function suggest(marked: string, { limit = 20, isImporting = false } = {}) {
  const { query } = useIndex(EVENTS, { isImporting })
  query.setMarks({
    isAll: true,
    annotations: [makeAnnotation('n', 'a', { tags: ['river', 'to check'] })],
    collections: [
      { id: 'c1', name: 'Six-party talks', eventIds: ['a', 'b'] },
      { id: 'c2', name: 'Empty', eventIds: [] },
    ],
    claims: [],
    removed: [],
  })
  const caretUtf16 = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { startUtf16, endUtf16, items } = query.suggest({ query: text, caretUtf16, limit })
  const apply = (item: Suggestion) => text.slice(0, startUtf16) + item.text + text.slice(endUtf16)
  return { items, queries: items.map(apply) }
}

describe('suggest', () => {
  it.each([
    ['entity:nor|', ['entity:"North Korea"', 'entity:Norway']],
    ['fuel -entity:kor| aid', ['fuel -entity:"North Korea" aid']],
    ['entity:朝|', ['entity:朝鮮']],
    ['source:bb|', ['source:news.bbc.co.uk']],
    ['topic:wat|', ['topic:Water', 'topic:"Water sharing"']],
    ['tag:|', ['tag:river', 'tag:"to check"']],
    ['in:talk|', ['in:"Six-party talks"']],
    ['in:em|', ['in:Empty']],
    ['has:no|', ['has:note']],
    ['has:c|', ['has:collection', 'has:claim']],
    ['sort:da|', ['sort:date', 'sort:date-ascending']],
    ['norw|', ['entity:Norway']],
    ['朝|', ['entity:朝鮮']],
    ['ent|', ['entity:', 'entity:Entebbe']],
    ['title:nor|', []],
    ['xyz|', []],
    ['OR|', []],
  ])('offers for %j the queries %j', (marked, queries) => {
    expect(suggest(marked).queries).toEqual(queries)
  })

  it('says what things are and how many events have them', () => {
    expect(suggest('entity:nor|').items[0]).toEqual({
      ...{ kind: 'entity', label: 'North Korea', detail: null, count: 2 },
      text: 'entity:"North Korea"',
    })
    expect(suggest('in:|').items).toMatchObject([
      { kind: 'collection', label: 'Six-party talks', count: 2 },
      { kind: 'collection', label: 'Empty', count: 0 },
    ])
    expect(suggest('has:rev|').items).toMatchObject([
      { kind: 'value', label: 'revision', count: null, detail: expect.any(String) as string },
    ])
  })

  it('offers every field where nothing is typed, and no names for a single letter', () => {
    expect(suggest('|').items.every(({ kind }) => kind === 'field')).toBe(true)
    expect(suggest('e|').queries).toEqual(['entity:'])
    expect(suggest('fuel |').items.length).toBeGreaterThan(10)
  })

  it('offers no more than is asked for', () => {
    expect(suggest('|', { limit: 3 }).items).toHaveLength(3)
    expect(suggest('entity:|', { limit: 1 }).queries).toEqual(['entity:"North Korea"'])
  })

  it('knows entities and sources while an import runs, but no topics yet', () => {
    expect(suggest('entity:nor|', { isImporting: true }).items).toMatchObject([
      { label: 'North Korea', count: 2 },
      { label: 'Norway', count: 1 },
    ])
    expect(suggest('source:bbc|', { isImporting: true }).items).toMatchObject([{ count: 1 }])
    expect(suggest('topic:wat|', { isImporting: true }).items).toEqual([])
  })
})
