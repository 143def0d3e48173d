import { describe, expect, it } from 'vitest'
import { type SearchAnswer, SEARCH_SORTS } from '#shared/search.ts'
import { openQueryIndex } from '../../../../src-main/index/query/open-query-index.ts'
import { Turns } from '../../../../src-main/index/query/turns.ts'
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
    revisions: [{ key: 'gone', title: 'An earlier wording' }],
  },
  {
    key: 'storm',
    date: '2008-06-07',
    title: 'Storm closes the northern ports',
    summary: 'No fuel reached the islands; aid ships waited.',
    entities: ['Korea Strait'],
    sources: [{ name: 'Reuters', url: 'https://www.reuters.com/b' }],
    hasProblem: true,
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

const PAGE = { sort: 'date', isFolded: false, offset: 0, limit: 100 } as const

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
    ['="Fuel"', []],
    ['="fuel"', ['storm', 'treaty', 'undated']],
    ['="Économie"', ['treaty']],
    ['="economie"', []],
    ['="國際"', ['radio']],
    ['="North Korea"', ['treaty']],
    ['="Korea"', ['storm', 'treaty']],
    ['title:="River"', []],
    ['title:="river treaty"', ['treaty']],
    ['topic:="water"', []],
    ['topic:="Water"', ['treaty']],
    ['entity:="朝鮮"', ['radio']],
    ['entity:="Korea"', []],
    ['source:="BBC News"', ['treaty']],
    ['source:="BBC"', []],
    ['source:="news.bbc.co.uk"', ['treaty']],
    ['source:="bbc.co.uk"', []],
    ['id:="storm"', ['storm']],
    ['id:="STORM"', []],
    ['date:2008-06-07 ="fuel"', ['storm']],
    ['="fuel"', ['storm', 'treaty', 'undated']],
    ['has:source', ['storm', 'treaty']],
    ['has:summary', ['arabic', 'radio', 'storm', 'treaty', 'undated']],
    ['has:revision', ['treaty']],
    ['has:problem', ['storm']],
    ['-has:source has:summary', ['arabic', 'radio', 'undated']],
    ['has:note', []],
    ['tag:fuel', []],
    ['f*', ['storm', 'treaty', 'undated']],
    ['co*', ['radio']],
    ['国*', ['radio-simplified', 'radio']],
  ])('finds for %j the events %j, also while an import runs', (text, ids) => {
    for (const isImporting of [false, true]) {
      const { query } = useIndex(EVENTS, { isImporting })
      expect(findIds(query, text)).toEqual(ids)
      const answer = query.search({ ...PAGE, query: text })
      expect(answer.hits.map(({ id }) => id)).toEqual(ids)
      expect([answer.total, answer.events]).toEqual([ids.length, ids.length])
    }
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
    for (const sort of SEARCH_SORTS) {
      const answer = query.search({ query: text, sort, isFolded: false, offset: 0, limit: 10 })
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
    query.search({ query: text, sort: 'relevance', isFolded: false, offset: 0, limit: 10 })
    expect(performance.now() - startedMs).toBeLessThan(2000)
  })

  it('says how it read the query, and in which order the answer is', () => {
    const { query } = useIndex(EVENTS)
    const answer = query.search({ ...PAGE, query: 'fuel tag:x sort:linked' })
    expect(answer).toMatchObject({
      query: 'fuel tag:x sort:linked',
      sort: 'linked',
      interpreted: expect.stringContaining('text has “fuel”') as string,
    })
    expect(query.search({ ...PAGE, query: 'fuel', sort: 'relevance' }).sort).toBe('relevance')
  })

  it('sorts as the query says, whatever else is asked for', () => {
    const { query } = useIndex(EVENTS)
    const ids = query.searchIds({ ...PAGE, query: 'fuel sort:date-ascending' })
    expect(ids).toEqual(['treaty', 'storm', 'undated'])
  })

  it('gives the row and a snippet where the summary has the words', () => {
    const { query } = useIndex(EVENTS)
    const { hits } = query.search({ ...PAGE, query: 'economie' })
    expect(hits).toEqual([
      {
        id: 'treaty',
        date: '2008-06-06',
        title: 'Ministers sign a river treaty',
        topic: 'Water sharing',
        snippet: { text: EVENTS[0]!.summary, marks: [{ startUtf16: 4, endUtf16: 12 }] },
        copies: [],
      },
    ])
  })

  it('marks exact words only where they are written so', () => {
    const { query } = useIndex([
      { key: 'a', date: '2008', title: 'a', summary: 'fuel and Fuel and fuel' },
    ])
    const { hits } = query.search({ ...PAGE, query: '="Fuel"' })
    expect(hits[0]!.snippet!.marks).toEqual([{ startUtf16: 9, endUtf16: 13 }])
  })

  it('gives no snippet where only the headline has the words', () => {
    const { query } = useIndex(EVENTS)
    const { hits } = query.search({
      query: 'storm',
      sort: 'date',
      isFolded: false,
      offset: 0,
      limit: 1,
    })
    expect(hits[0]!.snippet).toBeNull()
  })

  it('keeps limit and offset within bounds', () => {
    const { query } = useIndex(EVENTS)
    const idsOf = (offset: number, limit: number) =>
      query
        .search({ query: '', sort: 'date', isFolded: false, offset, limit })
        .hits.map(({ id }) => id)
    expect(idsOf(0, 0)).toHaveLength(1)
    expect(idsOf(-5, 2)).toEqual(['arabic', 'radio-simplified'])
    expect(idsOf(4, 10)).toEqual(['treaty', 'undated'])
    expect(idsOf(7, 10)).toEqual([])
    expect(idsOf(0, 1e9)).toHaveLength(EVENTS.length)
  })

  it('puts events without a date last in both orders', () => {
    const { query } = useIndex(EVENTS)
    const ids = (sort: 'date' | 'date-ascending', offset: number, limit: number) =>
      query.searchIds({ query: 'fuel', sort, isFolded: false, offset, limit })
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
    for (const sort of SEARCH_SORTS) {
      const pages = [0, 100, 200].flatMap((offset) =>
        query
          .search({ query: 'fuel', sort, isFolded: false, offset, limit: 100 })
          .hits.map(({ id }) => id),
      )
      expect(new Set(pages).size).toBe(250)
      expect(pages).toEqual(
        query.searchIds({ query: 'fuel', sort, isFolded: false, offset: 0, limit: 1000 }),
      )
    }
  })

  it('weighs a headline above a summary, and more above less', () => {
    const { query } = useIndex([
      { key: 'once', date: '2012-01-01', title: 'Rain', summary: 'On fuel and other matters.' },
      { key: 'headline', date: '2008-01-01', title: 'Fuel', summary: 'Other matters were quiet.' },
      { key: 'often', date: '2009-01-01', title: 'Rain', summary: 'Fuel and fuel and more fuel.' },
      ...Array.from({ length: 20 }, (_, n) => ({ key: `n${n}`, date: '2001', title: 'Calm' })),
    ])
    const ids = query.searchIds({
      query: 'fuel',
      sort: 'relevance',
      isFolded: false,
      offset: 0,
      limit: 10,
    })
    expect(ids).toEqual(['headline', 'often', 'once'])
  })

  it('takes relevance for date where no words are asked for', () => {
    const { query } = useIndex(EVENTS)
    const ask = (sort: 'date' | 'relevance') =>
      query.searchIds({ query: 'date:2008', sort, isFolded: false, offset: 0, limit: 10 })
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
      isFolded: false,
      offset: 0,
      limit: 2,
    })
    expect(total).toBe(5051)
    expect(hits.map(({ id }) => id)).toEqual(['headline', 'summary-5049'])
  })

  it('puts those with the words in the headline first, the rarer word before the common one', () => {
    const fill = (key: string, title: string, number: number): TestEvent[] =>
      Array.from({ length: number }, (_, at) => ({
        ...{ key: `${key}-${at}`, date: '2010-01-01', title, summary: 'fuel treaty' },
      }))
    const { query } = useIndex([
      ...fill('neither', 'Calm', 2500),
      ...fill('common', 'Fuel', 500),
      ...fill('rare', 'Treaty', 3),
      { key: 'both', date: '2001', title: 'Fuel treaty' },
    ])
    const ids = query.searchIds({ ...PAGE, query: 'fuel treaty', sort: 'relevance', limit: 5000 })
    expect(ids.slice(0, 5)).toEqual(['both', 'rare-2', 'rare-1', 'rare-0', 'common-499'])
    expect(ids).toHaveLength(3004)
  })
})

const LINKS: TestEvent[] = [
  { key: 'a', date: '2001', title: 'x', relations: [{ key: 'b' }, { key: 'c' }, { key: 'gone' }] },
  { key: 'b', date: '2002', title: 'x' },
  { key: 'c', date: '2003', title: 'x', relations: [{ key: 'b' }] },
  { key: 'd', date: '2004', title: 'x', relations: [{ key: 'gone' }] },
  { key: 'e', date: '2005', title: 'x' },
]

describe('a search for the most linked', () => {
  it('counts relations in both directions, then takes the newest', () => {
    const { query } = useIndex(LINKS)
    const ask = (text: string) => query.searchIds({ ...PAGE, query: text, sort: 'linked' })
    expect(ask('')).toEqual(['c', 'b', 'a', 'e', 'd'])
    expect(ask('-id:c')).toEqual(['b', 'a', 'e', 'd'])
  })

  it('goes by date while relations are not counted', () => {
    const { query } = useIndex(LINKS, { isImporting: true })
    expect(query.searchIds({ ...PAGE, query: '', sort: 'linked' })).toEqual([
      ...['e', 'd', 'c', 'b', 'a'],
    ])
  })
})

describe('a folded search', () => {
  const events = Array.from({ length: 30 }, (_, at): TestEvent => ({
    key: `e${at}`,
    date: `20${String(10 + at)}-01-01`,
    title: at % 2 === 0 ? 'Fuel' : 'Rain',
  }))
  const groups = [['e0', 'e2', 'e3'], Array.from({ length: 25 }, (_, at) => `e${at + 5}`)]
  const folded = { ...PAGE, isFolded: true }
  const rows = ({ hits }: SearchAnswer) =>
    hits.map(({ id, copies }) => [id, copies.map((copy) => copy.id)])

  it('puts reports of the same into one row, that which comes first in the order', () => {
    const { query } = useIndex(events, { groups })
    expect(rows(query.search({ ...folded, query: 'date:..2014' }))).toEqual([
      ['e4', []],
      ['e3', ['e2', 'e0']],
      ['e1', []],
    ])
    const oldest = query.search({ ...folded, query: 'date:..2014', sort: 'date-ascending' })
    expect(rows(oldest)).toEqual([
      ['e0', ['e3', 'e2']],
      ['e1', []],
      ['e4', []],
    ])
  })

  it('counts rows and events, and folds only what was found', () => {
    const { query } = useIndex(events, { groups })
    const answer = query.search({ ...folded, query: 'fuel date:..2014' })
    expect(answer).toMatchObject({ total: 2, events: 3 })
    expect(rows(answer)).toEqual([
      ['e4', []],
      ['e2', ['e0']],
    ])
  })

  it('gives the newest twenty copies with what a list shows of them', () => {
    const { query } = useIndex(events, { groups })
    const [hit] = query.search({ ...folded, query: '' }).hits
    expect(hit!.copies).toHaveLength(20)
    expect(hit!.copies[0]).toEqual({ id: 'e28', date: '2038-01-01', title: 'Fuel', topic: null })
  })

  it('turns pages without a gap or a double', () => {
    const { query } = useIndex(events, { groups })
    const ask = (offset: number, limit: number) =>
      rows(query.search({ ...folded, query: '', offset, limit }))
    expect([0, 1, 2, 3].flatMap((offset) => ask(offset, 1))).toEqual(ask(0, 4))
    expect(ask(4, 10)).toEqual([])
  })

  it('folds nothing while it is not known what reports the same', () => {
    const { query, file } = useIndex(events, { groups })
    file.add([{ key: 'later', date: '2009-01-01', title: 'Later' }])
    expect(query.search({ ...folded, query: '' })).toMatchObject({ total: 31, events: 31 })
  })
})

describe('a search that can no longer matter', () => {
  it('is given up in the midst of its work, and leaves nothing half done behind', () => {
    const events = Array.from({ length: 40 }, (_, at) => ({
      ...{ key: `e${at}`, date: '2008', title: 'Fuel', summary: 'aid' },
    }))
    const { file } = useIndex(events)
    const turns = new Turns()
    const index = openQueryIndex(file.path, turns)
    const request = { ...PAGE, query: '="Fuel" aid OR f*', isFolded: true }
    const shape = { query: request.query, limit: 5 }
    turns.raise('search')
    expect(() => index.search(request, 0)).toThrow('newer search')
    expect(index.shapeAnswer(shape, 0).events).toBe(40)
    turns.raise('shape')
    expect(() => index.shapeAnswer(shape, 0)).toThrow('newer search')
    expect(index.search(request, 1)).toMatchObject({ events: 40, query: request.query })
    expect(index.search(request)).toMatchObject({ events: 40 })
    index.close()
  })
})
