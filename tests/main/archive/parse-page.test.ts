import { describe, expect, it } from 'vitest'
import type { ParsedDayPage, ParsedEventPage } from '#shared/page.ts'
import { parsePage } from './parse-text.ts'
import { readFixture } from './temporary-archive.ts'

const EVENT = 'news/2012/03/4/page.md'

function parseFixture(edition: string, path: string) {
  return parsePage(readFixture(`${edition}/${path}`), path)
}

function parseEvent(text: string, path = EVENT): ParsedEventPage {
  const page = parsePage(text, path)
  if (page.kind !== 'event') throw new Error(`That is a ${page.kind} page`)
  return page
}

/** A page of the site's own format with these lines below its headline. */
function sitePage(...lines: string[]): string {
  return ['### [2012-03-4](/news/2012/03/4/index.md)', '', '# Headline', '', ...lines].join('\n')
}

describe('parsePage', () => {
  it('reads an event page with all it can hold', () => {
    const folder = 'news/2012/03/4'
    const name = 'dock-workers-in-rotterdam-end-their-strike-after-eleven-days'
    expect(parseFixture('site', `${folder}/${name}.md`)).toEqual({
      kind: 'event',
      date: '2012-03-04',
      title: 'Dock workers in Rotterdam end their strike after eleven days.',
      topic: 'Harbour strike',
      summary:
        "The port's cranes move again. Both sides call it a fair result.\n\nShips still wait off the coast.",
      body: null,
      sources: [
        {
          name: 'Harbour Post',
          url: 'http://www.harbourpost.example/2012/strike?id=(7)',
          image: 'https://img.harbourpost.example/crane.jpg',
        },
        {
          name: 'The Daily Quay',
          url: 'https://quay.example/end-of-strike',
          image: 'https://quay.example/pictures/1234/large',
        },
        { name: 'Radio North [live]', url: 'http://radio.example/live', image: null },
      ],
      relations: [
        {
          target: '/news/2012/03/5/dock-workers-count-their-losses.md',
          title: 'Dock workers in Rotterdam stop work [https:--wire.example ("Wire")] {{nl icon}}',
          entities: ['Rotterdam', 'dock workers'],
        },
        {
          target: '/news/2011/11/20/a-vote-the-second-is-called.md',
          title: 'A vote (the second) is called.',
          entities: ['Netherlands'],
        },
      ],
      revisions: [
        {
          target: '/news/2012/03/4/dock-workers-end-their-strike.md',
          title: 'Dock workers end their strike.',
          time: '2012-03-04 08:15:00',
          label: 'First version',
        },
        {
          target: `/${folder}/${name}.md`,
          title: 'Dock workers in Rotterdam end their strike after eleven days.',
          time: null,
          label: 'Current version',
        },
      ],
      entities: [],
      tags: [],
      problems: [],
    })
  })

  it('reads an event page without topic, summary and relations', () => {
    expect(
      parseFixture('site', 'news/2012/03/4/a-volcano-on-java-is-watched-more-closely.md'),
    ).toMatchObject({
      title: 'A volcano on Java is watched more closely.',
      topic: null,
      summary: '',
      sources: [{ name: 'Observatory', url: 'http://observatory.example/java', image: null }],
      relations: [],
      revisions: [],
    })
  })

  it('reads another language by the structure alone', () => {
    expect(parseFixture('chinese', 'news/2013/05/7/港口的吊車恢復運轉.md')).toMatchObject({
      date: '2013-05-07',
      title: '港口的吊車恢復運轉。',
      topic: '港口',
      summary: '碼頭工人回到崗位。',
      sources: [
        {
          name: '海港報',
          url: 'https://haven.example/%E6%B8%AF?a=1',
          image: 'https://haven.example/a.png?x=1',
        },
      ],
      relations: [
        { target: '/zh/news/2013/05/7/渡輪航線重新開放.md', entities: ['渡輪', '波羅的海'] },
        { target: '/zh/news/2012/01/2/一次較早的投票.md', entities: ['投票'] },
      ],
    })
  })

  it('reads a day page with topics, summaries and entities', () => {
    const page = parseFixture('site', 'news/2012/03/4/index.md') as ParsedDayPage
    expect(page).toMatchObject({ kind: 'day', date: '2012-03-04', problems: [] })
    expect(
      page.entries.map(({ topic, summary, entities }) => ({ topic, summary, entities })),
    ).toEqual([
      {
        topic: 'Harbour strike',
        summary: '',
        entities: ['Rotterdam', 'dock workers', 'Netherlands'],
      },
      {
        topic: 'Volcano',
        summary: 'The observatory raised its alert by one step & asked hikers to turn back.',
        entities: [],
      },
      { topic: null, summary: '', entities: ['Baltic Sea', 'ferry'] },
    ])
  })

  it('reads a page of several days, and one without events', () => {
    const several = parseFixture('site', 'news/index.md') as ParsedDayPage
    expect([several.kind, several.date, several.entries.length]).toEqual(['day', null, 2])
    const empty = parsePage('## [2012-03-6](/news/2012/03/6/index.md)\n', 'news/2012/03/6/index.md')
    expect(empty).toMatchObject({ kind: 'day', date: '2012-03-06', entries: [] })
  })

  it('takes links under a heading after the relations for revisions, also without a time', () => {
    const page = parseEvent(
      sitePage(
        '### A',
        '1. [One](/news/2012/03/5/one.md) _B: c_',
        '### D',
        '1. [Before](/news/2012/03/4/before.md)',
      ),
    )
    expect(page.relations.map(({ title }) => title)).toEqual(['One'])
    expect(page.revisions).toEqual([
      { target: '/news/2012/03/4/before.md', title: 'Before', time: null, label: null },
    ])
  })

  it('takes a repeated number for a picture, but not where all numbers are alike', () => {
    const items = [
      '1. [A](http://a.example)',
      '1. [B](http://b.example)',
      '1. [C](http://c.example)',
    ]
    expect(parseEvent(sitePage('### S', ...items)).sources).toHaveLength(3)
    expect(parseEvent(sitePage('### S', ...items.slice(0, 2))).sources).toEqual([
      { name: 'A', url: 'http://a.example', image: 'http://b.example' },
    ])
  })

  it('gives no address that may not be opened, and says so', () => {
    const page = parseEvent(
      sitePage(
        '### S',
        '1. [Trap](javascript:alert(document.cookie))',
        '2. [Host](www.example.org)',
        '3. [Bad](http://)',
        '4. [Good](https://good.example) [IMG](javascript:alert(2))',
      ),
    )
    expect(page.sources).toEqual([
      { name: 'Trap', url: null, image: null },
      { name: 'Host', url: null, image: null },
      { name: 'Bad', url: null, image: null },
      { name: 'Good', url: 'https://good.example', image: null },
    ])
    expect(page.problems.map(({ code }) => code)).toEqual(Array(3).fill('SOURCE_UNSAFE'))
  })

  it('keeps a script in a headline as the text it is', () => {
    const text = sitePage('A <b>summary</b>').replace('Headline', '<script>alert(1)</script>')
    const page = parseEvent(text)
    expect([page.title, page.summary]).toEqual(['<script>alert(1)</script>', 'A <b>summary</b>'])
  })

  it('takes the date of the folder where the page says another', () => {
    const page = parseEvent(sitePage(), 'news/2012/03/9/page.md')
    expect(page.date).toBe('2012-03-09')
    expect(page.problems).toEqual([
      {
        path: 'news/2012/03/9/page.md',
        code: 'PAGE_DATE_DIFFERS',
        message: 'It says 2012-03-04, its folder 2012-03-09.',
      },
    ])
    expect(parseEvent(sitePage(), '4/page.md')).toMatchObject({ date: '2012-03-04', problems: [] })
  })

  it('lets the name stand in for a missing headline', () => {
    const page = parseEvent('### [2012-03-4](/news/2012/03/4/index.md)\n\nWords.', EVENT)
    expect(page).toMatchObject({ title: 'page', problems: [{ code: 'PAGE_NO_HEADLINE' }] })
  })

  it('reads front matter', () => {
    expect(parseFixture('notes', 'report.md')).toEqual({
      kind: 'event',
      date: '2014-02-01',
      title: 'Report on the quay & its cranes',
      topic: 'Harbour',
      summary: 'Report\n\nThe cranes are old.',
      body: '# Report\n\nThe cranes are *old*.\n',
      tags: ['harbour', 'cranes'],
      entities: ['Rotterdam', 'Harbour board'],
      sources: [
        { name: 'www.board.example', url: 'https://www.board.example/report.pdf', image: null },
        { name: 'Town archive', url: 'https://town.example/a', image: null },
        { name: 'Paper copy, box 12', url: null, image: null },
        { name: 'Quay', url: 'https://quay.example', image: null },
      ],
      relations: [
        {
          target: '2014/2014-02-03-minutes-of-the-council.md',
          title: '2014/2014-02-03-minutes-of-the-council.md',
          entities: [],
        },
        { target: 'loose-note', title: 'loose-note', entities: [] },
        { target: 'gone/missing.md', title: 'Something missing', entities: [] },
      ],
      revisions: [],
      problems: [],
    })
  })

  it('reads a page whose front matter is broken or a bomb', () => {
    expect(parseFixture('notes', 'daily/damaged.md')).toMatchObject({
      title: 'A page whose front matter is broken',
      problems: [{ code: 'PAGE_FRONT_MATTER' }],
    })
    const levels = Array.from({ length: 20 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    )
    const bomb = parseEvent(`---\n${levels.join('\n')}\n---\n# Title\n`)
    expect(bomb).toMatchObject({ title: 'Title', problems: [{ code: 'PAGE_FRONT_MATTER' }] })
    const deep = parseEvent(`---\na: ${'['.repeat(30_000)}\n---\n# Title\n`)
    expect(deep).toMatchObject({ title: 'Title', problems: [{ code: 'PAGE_FRONT_MATTER' }] })
  })

  it('never runs what front matter holds', () => {
    const page = parseEvent('---js\nprocess.exit(7)\n---\n# Title\n')
    expect(page).toMatchObject({ title: 'Title', tags: [] })
    const tagged = parseEvent('---\ntitle: !!js/function "process.exit(7)"\n---\n# T\n')
    expect(tagged.title).toBe('process.exit(7)')
  })

  it('takes a title and a date from heading and name, and keeps the Markdown', () => {
    const path = '2014/2014-02-03-minutes-of-the-council.md'
    const page = parseFixture('notes', path) as ParsedEventPage
    expect(page).toMatchObject({ date: '2014-02-03', title: 'Minutes of the council', topic: null })
    expect(page.summary).toBe(
      'The council met at noon and read the report.\n\nbridge repaired quay open\n\nnot a heading',
    )
    expect(page.body).toBe(readFixture(`notes/${path}`))
  })

  it('keeps a page without heading and date under its name', () => {
    expect(parseFixture('notes', 'loose-note.md')).toMatchObject({
      date: null,
      title: 'loose note',
    })
    expect(parseEvent('Words.', '2014/02/quay-report/index.md')).toMatchObject({
      date: '2014-02',
      title: 'quay report',
    })
  })

  it('takes a daily note for what it is, not for a page of the site', () => {
    const page = parseEvent('# 2014-02-03\n\n1. [A](http://a.example)\n', 'daily/2014-02-03.md')
    expect(page).toMatchObject({ date: '2014-02-03', title: '2014-02-03', sources: [] })
    expect(page.body).toContain('[A]')
  })

  it('reports nothing of an empty page', () => {
    expect(parsePage(' \n\n', 'a.md')).toEqual({
      kind: 'none',
      problems: [{ path: 'a.md', code: 'PAGE_EMPTY', message: 'It is empty.' }],
    })
  })
})
