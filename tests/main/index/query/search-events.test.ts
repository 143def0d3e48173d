import { describe, expect, it } from 'vitest'
import type { TestEvent } from './make-index.ts'
import { findIds, useIndex } from './use-index.ts'

const EVENTS: TestEvent[] = [
  {
    key: 'treaty',
    date: '2008-06-06',
    title: 'Ministers sign a river treaty',
    topic: 'Water sharing',
    summary: 'The Économie ministry promised fuel aid. Heavy rain delayed the ceremony.',
    entities: ['North Korea', 'Japan'],
    sources: [{ name: 'BBC News', url: 'http://news.bbc.co.uk/a' }],
  },
  {
    key: 'storm',
    date: '2008-06-07',
    title: 'Storm closes the northern ports',
    summary: 'No fuel reached the islands; aid ships waited.',
    entities: ['Korea Strait'],
    sources: [{ name: 'Reuters', url: 'https://www.reuters.com/b' }],
  },
  {
    key: 'radio',
    date: '2008-07',
    title: '國際電臺報導經濟制裁',
    summary: '核武器問題；會談COVID疫情之後繼續。',
    entities: ['朝鮮', '日本'],
  },
  { key: 'radio-simplified', date: '2009', title: '国际电台停播', entities: ['朝鲜'] },
  { key: 'arabic', date: '2010-01-01', title: 'مُحَمَّد يزور المدينة', summary: 'خبر' },
  { key: 'undated', date: null, title: 'A chronicle without a day', summary: 'fuel' },
]

describe('searchEvents', () => {
  it.each([
    ['', ['arabic', 'radio-simplified', 'radio', 'storm', 'treaty', 'undated']],
    ['fuel', ['storm', 'treaty', 'undated']],
    ['FUEL aid', ['storm', 'treaty']],
    ['"fuel aid"', ['treaty']],
    ['economie', ['treaty']],
    ['ÉCONOMIE', ['treaty']],
    ['minist*', ['treaty']],
    ['"river tre"*', ['treaty']],
    ['storm OR treaty', ['storm', 'treaty']],
    ['fuel -storm', ['treaty', 'undated']],
    ['-fuel', ['arabic', 'radio-simplified', 'radio']],
    ['-(fuel OR 国)', ['arabic']],
    ['fuel (ports OR rain)', ['storm', 'treaty']],
    ['title:fuel', []],
    ['title:storm', ['storm']],
    ['topic:water', ['treaty']],
    ['korea', ['storm', 'treaty']],
    ['bbc', []],
    ['国', ['radio-simplified', 'radio']],
    ['國際', ['radio-simplified', 'radio']],
    ['经济制裁', ['radio']],
    ['核武*', ['radio']],
    ['COVID疫情', ['radio']],
    ['covid', ['radio']],
    ['制經', []],
    ['محمد', ['arabic']],
    ['entity:"north korea"', ['treaty']],
    ['entity:Korea', ['storm', 'treaty']],
    ['entity:Kor', []],
    ['entity:nor*', ['treaty']],
    ['entity:朝鲜', ['radio-simplified', 'radio']],
    ['entity:鲜', ['radio-simplified', 'radio']],
    ['entity:nobody', []],
    ['-entity:Japan fuel', ['storm', 'undated']],
    ['entity:Japan OR entity:朝鮮', ['radio-simplified', 'radio', 'treaty']],
    ['source:bbc.co.uk', ['treaty']],
    ['source:news.bbc.co.uk', ['treaty']],
    ['source:sport.bbc.co.uk', []],
    ['source:bc.co.uk', []],
    ['source:bbc', ['treaty']],
    ['source:"BBC News"', ['treaty']],
    ['source:https://www.reuters.com/other', ['storm']],
    ['source:reut*', ['storm']],
    ['source:!!!', []],
    ['date:2008', ['radio', 'storm', 'treaty']],
    ['date:2008-06', ['storm', 'treaty']],
    ['date:2008-06-07', ['storm']],
    ['date:2008-07..2009', ['radio-simplified', 'radio']],
    ['before:2008-06-07', ['treaty']],
    ['after:2008-06', ['arabic', 'radio-simplified', 'radio']],
    ['after:2009', ['arabic']],
    ['-date:2008', ['arabic', 'radio-simplified', 'undated']],
    ['date:none', ['undated']],
    ['fuel date:2008-06-06', ['treaty']],
    ['id:storm', ['storm']],
    ['id:/STORM.md', ['storm']],
    ['id:radio*', ['radio-simplified', 'radio']],
    ['fuel id:treaty', ['treaty']],
    ['tag:fuel', ['storm', 'treaty', 'undated']],
  ])('finds for %j the events %j', (text, ids) => {
    const { query } = useIndex(EVENTS)
    expect(findIds(query, text)).toEqual(ids)
    const answer = query.search({ query: text, sort: 'date', offset: 0, limit: 100 })
    expect(answer.hits.map(({ id }) => id)).toEqual(ids)
    expect(answer.total).toBe(ids.length)
  })

  it.each([
    '"',
    '""',
    '""""',
    'fuel"',
    'NEAR(fuel aid)',
    'NEAR(',
    '*',
    'fuel**',
    '^fuel',
    '{title} : fuel',
    'title : fuel',
    '-x',
    '- -',
    'OR',
    'AND AND',
    'NOT',
    'fuel OR OR aid',
    'a\0b',
    '\0',
    "'; DROP TABLE event; --",
    'entity:"\'; DELETE FROM event; --"',
    'entity:%',
    'id:*',
    'source:%',
    'source:.',
    '\u{10FFFF}',
    '\ud800',
    'ـ',
    'fuel ـ',
    '\u{323B0}',
  ])('survives %j', (text) => {
    const { query } = useIndex(EVENTS)
    for (const sort of ['date', 'date-ascending', 'relevance'] as const) {
      const answer = query.search({ query: text, sort, offset: 0, limit: 10 })
      expect(answer.total).toBe(answer.hits.length)
    }
    expect(query.counts().events).toBe(EVENTS.length)
  })

  it.each([
    ['words', 'word '.repeat(2000)],
    ['alternatives', 'a OR '.repeat(2000)],
    ['one word', 'x'.repeat(10_000)],
    ['Chinese', '核武器'.repeat(3333)],
    ['a phrase', `"${'fuel aid '.repeat(1111)}"`],
    ['parentheses', '('.repeat(5000) + ')'.repeat(5000)],
    ['groups', '(a -('.repeat(2000)],
    ['exclusions', '-'.repeat(10_000)],
    ['entities', 'entity:a '.repeat(1111)],
    ['alternating fields', 'entity:a OR date:2008 OR -b '.repeat(400)],
  ])('answers ten thousand characters of %s soon', (_kind, text) => {
    const { query } = useIndex(EVENTS)
    const startedMs = performance.now()
    query.search({ query: text, sort: 'relevance', offset: 0, limit: 10 })
    expect(performance.now() - startedMs).toBeLessThan(2000)
  })

  it('says how it read the query', () => {
    const { query } = useIndex(EVENTS)
    expect(query.search({ query: 'fuel tag:x', sort: 'date', offset: 0, limit: 1 })).toMatchObject({
      query: 'fuel tag:x',
      interpreted: 'text has “fuel” and “x”',
      parts: [{ warning: null }, { warning: expect.stringContaining('Tags') as string }],
    })
  })

  it('gives the row and a snippet where the summary has the words', () => {
    const { query } = useIndex(EVENTS)
    const { hits } = query.search({ query: 'economie', sort: 'date', offset: 0, limit: 1 })
    expect(hits).toEqual([
      {
        id: 'treaty',
        date: '2008-06-06',
        title: 'Ministers sign a river treaty',
        topic: 'Water sharing',
        snippet: { text: EVENTS[0]!.summary, marks: [{ startUtf16: 4, endUtf16: 12 }] },
      },
    ])
  })

  it('gives no snippet where only the headline has the words', () => {
    const { query } = useIndex(EVENTS)
    const { hits } = query.search({ query: 'storm', sort: 'date', offset: 0, limit: 1 })
    expect(hits[0]!.snippet).toBeNull()
  })

  it('keeps limit and offset within bounds', () => {
    const { query } = useIndex(EVENTS)
    const idsOf = (offset: number, limit: number) =>
      query.search({ query: '', sort: 'date', offset, limit }).hits.map(({ id }) => id)
    expect(idsOf(0, 0)).toHaveLength(1)
    expect(idsOf(-5, 2)).toEqual(['arabic', 'radio-simplified'])
    expect(idsOf(4, 10)).toEqual(['treaty', 'undated'])
    expect(idsOf(7, 10)).toEqual([])
    expect(idsOf(0, 1e9)).toHaveLength(EVENTS.length)
  })

  it('puts events without a date last in both orders', () => {
    const { query } = useIndex(EVENTS)
    const ids = (sort: 'date' | 'date-ascending', offset: number, limit: number) =>
      query.searchIds({ query: 'fuel', sort, offset, limit })
    expect(ids('date', 0, 9)).toEqual(['storm', 'treaty', 'undated'])
    expect(ids('date-ascending', 0, 9)).toEqual(['treaty', 'storm', 'undated'])
    expect(ids('date-ascending', 0, 2)).toEqual(['treaty', 'storm'])
    expect(ids('date-ascending', 1, 2)).toEqual(['storm', 'undated'])
  })

  it('turns the pages of a long answer without a gap or a double, in every order', () => {
    const events = Array.from({ length: 250 }, (_, number) => ({
      key: `event-${number}`,
      date: number % 10 === 0 ? null : `20${String(number % 30).padStart(2, '0')}-01-01`,
      title: number % 3 === 0 ? 'fuel fuel' : 'fuel and rain',
    }))
    const { query } = useIndex(events)
    for (const sort of ['date', 'date-ascending', 'relevance'] as const) {
      const pages = [0, 100, 200].flatMap((offset) =>
        query.search({ query: 'fuel', sort, offset, limit: 100 }).hits.map(({ id }) => id),
      )
      expect(new Set(pages).size).toBe(250)
      expect(pages).toEqual(query.searchIds({ query: 'fuel', sort, offset: 0, limit: 1000 }))
    }
  })

  it('weighs a headline above a summary, and more above less', () => {
    const { query } = useIndex([
      { key: 'once', date: '2012-01-01', title: 'Rain', summary: 'On fuel and other matters.' },
      { key: 'headline', date: '2008-01-01', title: 'Fuel', summary: 'Other matters were quiet.' },
      { key: 'often', date: '2009-01-01', title: 'Rain', summary: 'Fuel and fuel and more fuel.' },
      ...Array.from({ length: 20 }, (_, n) => ({ key: `n${n}`, date: '2001', title: 'Calm' })),
    ])
    const ids = query.searchIds({ query: 'fuel', sort: 'relevance', offset: 0, limit: 10 })
    expect(ids).toEqual(['headline', 'often', 'once'])
  })

  it('takes relevance for date where no words are asked for', () => {
    const { query } = useIndex(EVENTS)
    const ask = (sort: 'date' | 'relevance') =>
      query.searchIds({ query: 'date:2008', sort, offset: 0, limit: 10 })
    expect(ask('relevance')).toEqual(ask('date'))
  })

  it('puts headlines first where there are too many matches to weigh', () => {
    const { query } = useIndex([
      ...Array.from({ length: 5050 }, (_, number) => ({
        key: `summary-${number}`,
        date: '2010-01-01',
        title: 'Calm',
        summary: 'fuel',
      })),
      { key: 'headline', date: '2001-01-01', title: 'Fuel' },
      { key: 'excluded', date: '2002-01-01', title: 'Fuel', summary: 'rain' },
    ])
    const { total, hits } = query.search({
      query: 'fuel -rain',
      sort: 'relevance',
      offset: 0,
      limit: 2,
    })
    expect(total).toBe(5051)
    expect(hits.map(({ id }) => id)).toEqual(['headline', 'summary-5049'])
  })
})
