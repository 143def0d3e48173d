import { decodeHTML } from 'entities'
import * as fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ExportDocument } from '#shared/export.ts'
import { exportMarkdown } from '../../../src-main/export/export-markdown.ts'
import {
  annotation,
  collection,
  event,
  fullInput,
  input,
  options,
  source,
} from './export-fixture.ts'

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

function readDocument({ text }: ExportDocument) {
  const [, yaml = '', body = ''] = /^---\n(.*?\n)---\n\n(.*)$/s.exec(text) ?? []
  return {
    matter: parse(yaml) as Record<string, unknown>,
    html: marked.parse(body, { async: false }),
  }
}

/** What the elements of a name show, in order; fails where one holds another element. */
function shown(html: string, element: string): string[] {
  return [...html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, inner]) => {
    expect(inner).not.toMatch(/[<>]/)
    return collapse(decodeHTML(inner!))
  })
}

const PIECES = [
  ...Array.from('\\`*_[]()<>#+-.!|~$=&:"\'1a '),
  ...['1. ', '- ', '> ', '# ', '```', '![', '[^1]', '[^1]: ', '<b>', '<script>', '<!--', '&amp;'],
  ...['http://a.b', 'www.a.b', 'a@b.cd', '东京', 'القدس', '\u202E', '\u0007', '---', 'no', '\n'],
]
const hostile = fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 12 })
const visible = hostile.filter((text) => collapse(text.replace(/\p{Cc}/gu, ' ')) !== '')

describe('exportMarkdown', () => {
  it('makes one document of a collection', async () => {
    const [document, ...others] = exportMarkdown(fullInput(), options())
    expect(others).toEqual([])
    expect(document!.path).toBe('Harbour strikes.md')
    await expect(document!.text).toMatchFileSnapshot('golden/file.golden')
  })

  it('makes a folder of a collection', async () => {
    const documents = exportMarkdown(fullInput(), options({ layout: 'folder' }))
    expect(documents.map(({ path }) => path)).toEqual([
      'index.md',
      '1931-05-04 Dockers strike at Port Vell.md',
      '1931-05-09 Accord ends strike.md',
      '1930-12 A page that is gone.md',
    ])
    const all = documents.map(({ path, text }) => `======== ${path}\n${text}`).join('')
    await expect(all).toMatchFileSnapshot('golden/folder.golden')
  })

  it('gives the same bytes for the same input', () => {
    for (const layout of ['file', 'folder'] as const) {
      const first = exportMarkdown(fullInput(), options({ layout }))
      expect(exportMarkdown(fullInput(), options({ layout }))).toEqual(first)
    }
  })

  it('does not depend on the order annotations are given in', () => {
    const strike = event('strike')
    const notes = ['b', 'a', 'c'].map((id, index) =>
      annotation(strike, { id, note: `Note ${id}`, tags: [id], created: `2026-02-0${index % 2}` }),
    )
    const [forward] = exportMarkdown(input([strike], { annotations: notes }), options())
    const [back] = exportMarkdown(input([strike], { annotations: notes.toReversed() }), options())
    expect(back).toEqual(forward)
  })

  it('takes its times from the collection, its entries and its annotations', () => {
    const strike = event('strike')
    const annotations = [annotation(strike, { note: 'x', modified: '2026-07-01T00:00:00.000Z' })]
    const [withNotes] = exportMarkdown(input([strike], { annotations }), options())
    expect(readDocument(withNotes!).matter).toMatchObject({
      created: '2026-01-01T08:00:00.000Z',
      updated: '2026-07-01T00:00:00.000Z',
    })
    const [without] = exportMarkdown(
      input([strike], { annotations }),
      options({ includeNotes: false }),
    )
    expect(readDocument(without!).matter['updated']).toBe('2026-01-05T08:00:00.000Z')
  })

  it('puts entries in order of date where asked, undated ones last', () => {
    const dates = ['1931-05', null, '1931', '1931-05-04', '1930-12-31']
    const events = dates.map((date, index) => event(`e${index}`, { date, title: String(date) }))
    const [document] = exportMarkdown(input(events), options({ order: 'date' }))
    expect(shown(readDocument(document!).html, 'h2')).toEqual([
      '1930-12-31',
      '1931',
      '1931-05',
      '1931-05-04',
      'null',
    ])
  })

  it('leaves out what is not asked for', () => {
    const [document] = exportMarkdown(
      fullInput(),
      options({ includeNotes: false, includeSources: false, includeRelations: false }),
    )
    expect(document!.text).not.toMatch(/courier|Check the hour|to check|Related|<a /)
    expect(document!.text).toContain('The *first* of three.')
  })

  it('exports an empty collection', () => {
    const [document] = exportMarkdown(
      { ...input([]), collection: collection([], { name: '' }) },
      options(),
    )
    expect(document!.path).toBe('collection.md')
    expect(document!.text).toContain('# (no name)\n\n0 events from the archive “chronicle”.\n')
  })

  it('names an event without a headline', () => {
    const nameless = event('a', { title: ' \u0007' })
    const [index, document] = exportMarkdown(input([nameless]), options({ layout: 'folder' }))
    expect(index!.text).toContain('1. [(no headline)](1931-05-04%20%28no%20headline%29.md)')
    expect(document!.text).toContain('\n# (no headline)\n')
  })

  it('keeps its footnotes apart from the researcher’s', () => {
    const strike = event('strike', { sources: [source('Courier', 'https://courier.example')] })
    const base = input([strike])
    const [entry] = base.collection.entries
    const [document] = exportMarkdown(
      {
        ...base,
        collection: {
          ...base.collection,
          introduction: 'Mine[^1]\n\n[^1]: my source',
          entries: [{ ...entry!, remark: 'and here[^1]\n\n[^1]: another' }],
        },
      },
      options(),
    )
    expect(document!.text).toContain('Mine[^1-1]\n\n[^1-1]: my source')
    expect(document!.text).toContain('and here[^1-2]\n\n[^1-2]: another')
    expect(document!.text).toContain('[^2]: [Courier](https://courier.example), courier.example')
  })

  it('cites a source that several events share once', () => {
    const sources = [source('Courier', 'https://courier.example')]
    const [document] = exportMarkdown(
      input([event('a', { sources }), event('b', { sources })]),
      options(),
    )
    expect(document!.text.match(/^\[\^\d+\]: .*$/gm)).toEqual([
      '[^1]: [Courier](https://courier.example), courier.example',
    ])
  })

  it('links related events to anchors that are there', () => {
    const { html } = readDocument(exportMarkdown(fullInput(), options())[0]!)
    const anchors = [...html.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => `#${id!}`)
    const links = [...html.matchAll(/href="(#[^"]+)"/g)].map(([, href]) => href)
    expect(links.toSorted()).toEqual(anchors.toSorted())
    expect(links).toHaveLength(2)
  })

  it('writes titles that YAML would read as something else', () => {
    for (const title of [
      'no',
      '2008',
      '1:30',
      'a: b # c',
      '- x',
      '"q"',
      "it's",
      '@a',
      '---',
      '东京',
    ]) {
      const [document] = exportMarkdown(
        { ...input([]), collection: collection([], { name: title }) },
        options(),
      )
      expect(readDocument(document!).matter['title']).toBe(title)
      const [, yaml = ''] = /^---\n(.*?\n)---\n/s.exec(document!.text) ?? []
      expect(parse(yaml, { version: '1.1' })).toMatchObject({ title })
    }
  })

  it('shows hostile text of the archive as it is and makes no element of it', () => {
    fc.assert(
      fc.property(visible, hostile, hostile, hostile, (title, topic, name, tag) => {
        const strike = event('strike', {
          title,
          topic,
          sources: [source(name, 'https://courier.example/a')],
          pageTags: [tag],
          summary: `${title} ends`,
        })
        const [document] = exportMarkdown(input([strike], { archiveName: name }), options())
        const { html } = readDocument(document!)
        const elements = html.match(/<(?!\/)[^>]*>/g)!.filter((element) => element !== '<p>')
        expect(elements).toEqual(['<h1>', '<h2>', '<a href="https://courier.example/a">'])
        expect(shown(html, 'h2')).toEqual([collapse(title.replace(/\u0007/g, ''))])
      }),
      { numRuns: 1000 },
    )
  })

  it('reads back as what it was made of', () => {
    const someEvent = fc.record({
      title: visible,
      summary: hostile,
      date: fc.constantFrom('1931', '1931-05', '1931-05-04', null),
      pageTags: fc.array(visible, { maxLength: 2 }),
      urls: fc.array(fc.webUrl({ withQueryParameters: true, withFragments: true }), {
        maxLength: 2,
      }),
    })
    fc.assert(
      fc.property(fc.array(someEvent, { maxLength: 6 }), (made) => {
        const events = made.map(({ urls, ...change }, index) =>
          event(`id/${index}`, {
            ...change,
            sources: urls.map((url) => source('Courier', url)),
            relations: made.map((_, to) => ({
              id: `id/${to}`,
              title: 'x',
              date: null,
              entities: [],
              resolved: true,
            })),
          }),
        )
        const [index, ...documents] = exportMarkdown(input(events), options({ layout: 'folder' }))
        const paths = documents.map(({ path }) => path)
        const linked = (html: string) =>
          [...html.matchAll(/<li>.*?href="([^"]+)"/g)].map(([, href]) =>
            decodeURIComponent(decodeHTML(href!)),
          )

        expect(linked(readDocument(index!).html)).toEqual(paths)
        for (const [place, document] of documents.entries()) {
          const { matter, html } = readDocument(document)
          const original = events[place]!
          expect(matter).toEqual({
            title: collapse(original.title.replace(/\u0007/g, '')),
            ...(original.date !== null && {
              date: original.date === '1931' ? '1931' : original.date,
            }),
            ...(original.pageTags.length > 0 && { tags: [...new Set(original.pageTags)] }),
            created: '2026-01-02T08:00:00.000Z',
            updated: '2026-01-02T08:00:00.000Z',
            ...(made[place]!.urls.length > 0 && {
              'annals-sources': [...new Set(made[place]!.urls)],
            }),
            'annals-id': original.id,
          })
          expect(shown(html, 'h1')).toEqual([matter['title']])
          expect(linked(html)).toEqual(paths.filter((_, other) => other !== place))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('exports ten thousand events in reasonable time', () => {
    const events = Array.from({ length: 10_000 }, (_, index) =>
      event(`e/${index}`, {
        summary: 'Work stops at noon. '.repeat(20),
        sources: [source('Courier', `https://courier.example/${index}`)],
        relations: [1, 2, 3].map((step) => ({
          id: `e/${(index + step) % 10_000}`,
          title: 'x',
          date: null,
          entities: ['Port Vell'],
          resolved: true,
        })),
      }),
    )
    const large = input(events)
    large.collection.entries.forEach(
      (entry) => (entry.remark = 'A *remark* of mine[^1]\n\n[^1]: x'),
    )
    for (const layout of ['file', 'folder'] as const) {
      const start = performance.now()
      exportMarkdown(large, options({ layout }))
      expect(performance.now() - start).toBeLessThan(10_000)
    }
  })
})
