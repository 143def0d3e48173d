import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedDayPage, ParsedEventPage } from '#shared/page.ts'
import { parsePage } from './parse-text.ts'

const SITE = '### [2012-03-4](/news/2012/03/4/index.md)\n# Headline\n'
const LARGE = 4 * 2 ** 20

function repeatTo(units: number, part: string): string {
  return part.repeat(Math.ceil(units / part.length)).slice(0, units)
}

const HOSTILE: [string, string][] = [
  ['one line of letters', 'x'.repeat(LARGE)],
  ['a headline of 4 MB', `# ${'x'.repeat(LARGE)}`],
  ['brackets', repeatTo(LARGE, '[')],
  ['brackets in a site page', `${SITE}1. ${repeatTo(LARGE, '[')}`],
  ['brackets that close', `${SITE}1. ${repeatTo(LARGE, '[](')}`],
  ['closing brackets', `${SITE}1. [${repeatTo(LARGE, '](')}`],
  ['parentheses', `${SITE}1. [a](${repeatTo(LARGE, '(')}`],
  ['spaces', `${SITE}${' '.repeat(LARGE)}x`],
  ['spaces after a number', `${SITE}1.${' '.repeat(LARGE)}x`],
  ['spaces in a link', `${SITE}1. [a](${' '.repeat(LARGE)}) _b: c_`],
  ['number signs', '#'.repeat(LARGE)],
  ['number signs with spaces', repeatTo(LARGE, '# ')],
  ['emphasis', `${SITE}${repeatTo(LARGE, '_a: ')}_`],
  ['names', `${SITE}1. [a](/b.md) _c: ${repeatTo(LARGE, 'd, ')}_`],
  ['entities', `${SITE}${repeatTo(LARGE, '&amp;')}`],
  ['broken entities', `${SITE}${repeatTo(LARGE, '&#')}`],
  [
    'a list 1000 levels deep',
    Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
  ],
  ['quotes', repeatTo(LARGE, '> ')],
  ['code fences', repeatTo(LARGE, '```\n~~~\n')],
  ['underlines', `a\n${'='.repeat(LARGE)}b`],
  ['line feeds', `a${'\n'.repeat(LARGE)}`],
  ['front matter without end', `---\n${repeatTo(LARGE, 'a: b\n')}`],
  ['front matter of 60 KB', `---\n${repeatTo(60_000, '{a: [')}\n---\n# T`],
  ['percent signs', `${SITE}1. [a](/${repeatTo(LARGE, '%e')}.md)`],
  ['a day page of links', `${SITE.replace('# H', '## H')}${repeatTo(LARGE, '### [a](/b.md)\n')}`],
]

describe('parsePage', () => {
  it.each(HOSTILE)('takes time in proportion to the size of %s', (_name, text) => {
    const startedAt = performance.now()
    const page = parsePage(text, 'news/2012/03/4/page.md')
    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(JSON.stringify(page).length).toBeLessThan(text.length * 3 + 100_000)
  })

  it('cuts a page that holds more than a page can and says so', () => {
    const items = '1. [a](http://b.example)\n'.repeat(20_100)
    const page = parsePage(SITE + items, 'a.md') as ParsedEventPage
    expect(page.problems.map(({ code }) => code)).toEqual(['PAGE_TOO_COMPLEX'])
    expect(page.sources.length).toBeGreaterThan(19_900)
    expect(page.title).toBe('Headline')
    const entries = '### [a](/b.md)\n'.repeat(20_100)
    const day = parsePage(`## [2012-03-4](/i/index.md)\n${entries}`, 'b.md') as ParsedDayPage
    expect(day.problems.map(({ code }) => code)).toEqual(['PAGE_TOO_COMPLEX'])
  })

  it('cuts a headline that no list could show', () => {
    const page = parsePage(`# ${'a'.repeat(10_000)}`, 'a.md') as ParsedEventPage
    expect(page.title).toHaveLength(2001)
    expect(page.problems.map(({ code }) => code)).toEqual(['PAGE_TOO_COMPLEX'])
  })

  const lines = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom(
      '---',
      '```',
      '# Headline',
      '##### Topic',
      '### [2012-03-4](/news/2012/03/4/index.md)',
      '### [ A [b] ](/news/2012/03/4/a.md)',
      '1. [A](http://a.example) [IMG](//b.example/c.png)',
      '1. [A](/news/2012/03/5/b.md) _Context: C, D_',
      '2. [A](/news/2012/03/5/b.md) _2012-03-04 10:00:00 (First)_',
      '_消息：甲, 乙_',
      'title: "A"',
      'related: [a.md, "[[b]]"]',
    ),
  )
  const pages = fc.array(lines, { maxLength: 30 }).map((list) => list.join('\n'))
  const paths = fc.constantFrom(
    'news/2012/03/4/a.md',
    'index.md',
    '2012/03/4/README.md',
    'a/b.markdown',
  )

  it('never throws and always says the same, whatever the text', () => {
    fc.assert(
      fc.property(pages, paths, (text, path) => {
        const page = parsePage(text, path)
        expect(parsePage(text, path)).toEqual(page)
        expect(structuredClone(page)).toEqual(page)
        for (const { path: reported } of page.problems) expect(reported).toBe(path)
        if (page.kind === 'event') {
          expect(page.title).not.toBe('')
          for (const { url, image } of page.sources) {
            for (const address of [url, image]) {
              if (address !== null) expect(new URL(address).protocol).toMatch(/^https?:$/u)
            }
          }
        }
      }),
      { numRuns: 2000 },
    )
  })
})
