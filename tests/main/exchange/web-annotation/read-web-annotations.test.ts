import { describe, expect, it } from 'vitest'
import type { ForeignAnnotation } from '../../../../src-main/exchange/incoming-annotation.ts'
import { readWebAnnotations } from '../../../../src-main/exchange/web-annotation/read-web-annotations.ts'

const PAGE = 'https://courier.example/strike'
const SIMPLE = { id: 'http://a.example/1', type: 'Annotation', target: PAGE }

function readOne(parts: object): ForeignAnnotation {
  const [read] = readWebAnnotations({ ...SIMPLE, ...parts }) ?? []
  if (read?.kind !== 'foreign') throw new Error('It was not read as an annotation of others.')
  return read
}

const quoteOf = (selector: unknown) => readOne({ target: { source: PAGE, selector } }).quote

describe('readWebAnnotations', () => {
  it('reads one annotation, a list, a page and a collection', () => {
    const page = {
      type: 'AnnotationPage',
      items: [SIMPLE, { ...SIMPLE, id: 'http://a.example/2' }],
    }
    const ids = (document: unknown) => readWebAnnotations(document)?.length
    expect(ids(SIMPLE)).toBe(1)
    expect(ids([SIMPLE, SIMPLE])).toBe(2)
    expect(ids(page)).toBe(2)
    expect(ids({ type: 'AnnotationCollection', first: page })).toBe(2)
    expect(ids({ type: 'AnnotationCollection', first: { ...page, next: page } })).toBe(4)
    expect(ids({ '@context': {}, '@graph': [SIMPLE] })).toBe(1)
    expect(ids({ ...SIMPLE, type: ['oa:Annotation', 'schema:Comment'] })).toBe(1)
    expect(ids({ '@type': 'http://www.w3.org/ns/oa#Annotation' })).toBe(1)
  })

  it('reads more annotations than a call may have arguments', () => {
    const items = Array.from({ length: 300_000 }, () => SIMPLE)
    expect(readWebAnnotations({ type: 'AnnotationPage', items })).toHaveLength(300_000)
  })

  it('says which pages of a collection are not in the file', () => {
    const collection = { type: 'AnnotationCollection', first: 'http://a.example/page1' }
    expect(readWebAnnotations(collection)).toEqual([
      { kind: 'refused', title: 'http://a.example/page1', reason: 'This page is not in the file.' },
    ])
  })

  it.each([null, 7, 'text', {}, [], [1], { type: 'Person' }, { items: [SIMPLE] }])(
    'takes %j for no document of annotations',
    (document) => {
      expect(readWebAnnotations(document)).toBeNull()
    },
  )

  it('reads bodies of every form', () => {
    const body = (value: unknown, more: object = {}) => {
      const { note, tags } = readOne({ body: value, ...more })
      return { note, tags }
    }
    expect(body(undefined)).toEqual({ note: '', tags: [] })
    expect(body('https://b.example/x')).toEqual({ note: '<https://b.example/x>', tags: [] })
    expect(body({ type: 'TextualBody', value: 'A *note*' })).toEqual({ note: 'A *note*', tags: [] })
    expect(
      body([{ value: 'one' }, { value: 'tag', purpose: 'tagging' }, { value: 'two' }]),
    ).toEqual({ note: 'one\n\ntwo', tags: ['tag'] })
    expect(body({ value: 'tag' }, { motivation: 'tagging' })).toEqual({ note: '', tags: ['tag'] })
    expect(body({ value: '<p>a &amp; <b>b</b></p><p>c</p>', format: 'text/html' })).toEqual({
      note: 'a & b\nc',
      tags: [],
    })
    expect(body({ type: 'Choice', items: [{ value: 'en' }, { value: 'fr' }] }).note).toBe('en')
    expect(readOne({ bodyValue: 'short' }).note).toBe('short')
  })

  it('reads targets of every form', () => {
    const on = (target: unknown) => {
      const { addresses, eventIds } = readOne({ target })
      return [...addresses, ...eventIds]
    }
    expect(on(PAGE)).toEqual([PAGE])
    expect(on([PAGE, PAGE, 'https://b.example/'])).toEqual([PAGE, 'https://b.example/'])
    expect(on({ source: PAGE })).toEqual([PAGE])
    expect(on({ source: { id: PAGE, type: 'Text' } })).toEqual([PAGE])
    expect(on({ id: PAGE, format: 'text/html' })).toEqual([PAGE])
    expect(on({ type: 'Choice', items: [PAGE, { source: 'https://b.example/' }] })).toHaveLength(2)
    expect(on({ source: 'annals:event/news/a%20b' })).toEqual(['news/a b'])
    expect(on('news/2008/06/6/talks.md#top')).toEqual(['news/2008/06/6/talks.md'])
    expect(on('news/%E0%A4%A')).toEqual(['news/%E0%A4%A'])
    expect(on(undefined)).toEqual([])
  })

  it('finds the words that selectors quote', () => {
    const quote = { type: 'TextQuoteSelector', exact: 'winter wage' }
    const found = { exact: 'winter wage', prefix: '', suffix: '' }
    expect(quoteOf(quote)).toEqual(found)
    expect(quoteOf([{ type: 'TextPositionSelector', start: 1, end: 2 }, quote])).toEqual(found)
    expect(quoteOf({ ...quote, prefix: 'the ', suffix: ' was' })).toEqual({
      ...{ exact: 'winter wage', prefix: 'the ', suffix: ' was' },
    })
    const range = {
      type: 'RangeSelector',
      startSelector: { value: '/p' },
      endSelector: { value: '/q' },
    }
    expect(quoteOf(range)).toBeNull()
    expect(quoteOf({ ...range, refinedBy: quote })).toEqual(found)
    expect(quoteOf({ type: 'CssSelector', value: 'p', refinedBy: [quote] })).toEqual(found)
    expect(quoteOf({ exact: 'a wider text', refinedBy: quote })).toEqual(found)
    expect(quoteOf({ exact: ' ' })).toBeNull()
    expect(quoteOf({ exact: 7 })).toBeNull()
  })

  it('reads times in any zone, and none where there is none', () => {
    const times = (created: unknown, modified?: unknown) => {
      const one = readOne({ created, modified })
      return [one.created, one.modified]
    }
    const moment = '2020-01-01T08:00:00.000Z'
    expect(times('2020-01-01T10:00:00+02:00')).toEqual([moment, moment])
    expect(times('2020-01-01T08:00:00')).toEqual([moment, moment])
    expect(times(moment, '2021-01-01T08:00:00Z')).toEqual([moment, '2021-01-01T08:00:00.000Z'])
    expect(times('yesterday')).toEqual([null, null])
    expect(times(20200101)).toEqual([null, null])
  })

  it('gives the same id each time, and each another', () => {
    const id = (parts: object) => readOne(parts).id
    expect(id({})).toBe(id({ body: 'other' }))
    expect(id({})).not.toBe(id({ id: 'http://a.example/2' }))
    expect(id({ id: undefined, body: 'a' })).not.toBe(id({ id: undefined, body: 'b' }))
    const uuid = '7fd68c54-2c16-4370-aff8-fda6bf6da93a'
    expect(id({ id: `urn:uuid:${uuid.toUpperCase()}` })).toBe(uuid)
    expect(id({})).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('is not led astray by names that mean something in JavaScript', () => {
    const document: unknown = JSON.parse(
      '{"type":"Annotation","__proto__":{"target":"https://evil.example/"},"constructor":{"body":1},' +
        '"body":{"__proto__":{"value":"x"}},"target":{"__proto__":{"source":"y"},"toString":1}}',
    )
    expect(readWebAnnotations(document)).toMatchObject([{ note: '', addresses: [], eventIds: [] }])
    expect(({} as Record<string, unknown>)['target']).toBeUndefined()
  })

  it('takes an annotation of ours whose parts were damaged for one of others', () => {
    const damaged = {
      ...SIMPLE,
      id: 'urn:uuid:7fd68c54-2c16-4370-aff8-fda6bf6da93a',
      body: { value: 'note' },
      target: { source: 'annals:event/a', annalsEvent: { id: 7 } },
      annalsReviewState: 'open',
    }
    expect(readWebAnnotations(damaged)).toMatchObject([
      { kind: 'foreign', note: 'note', eventIds: ['a'] },
    ])
  })
})
