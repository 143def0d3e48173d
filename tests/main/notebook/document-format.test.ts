import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import {
  formatDocument,
  parseDocument,
  parseVersionedDocument,
} from '../../../src-main/notebook/document-format.ts'
import {
  ANNOTATIONS_FORMAT,
  SAVED_SEARCH_FORMAT,
} from '../../../src-main/notebook/document-formats.ts'
import { event, oldAnnotation, savedSearch, seen, selector } from './make-notebook.ts'

const annotation: Annotation = {
  id: '5f0c3a52-6f5e-4f53-9a6e-0b7f8c1d2e3f',
  created: '2020-01-01T10:00:00.000Z',
  modified: '2020-01-01T10:00:00.000Z',
  event: event(),
  note: 'Née 会谈',
  tags: ['war'],
  selector: null,
  colour: null,
  state: 'open',
}
const data = { annotations: [annotation] }
const bytes = formatDocument(ANNOTATIONS_FORMAT, data)
const parse = (given: Uint8Array | string) =>
  parseDocument(ANNOTATIONS_FORMAT, Buffer.from(given), 'path')
const failure = (code: string) =>
  expect.objectContaining({ code, details: { path: 'path' } }) as Error
const damaged = failure('NOTEBOOK_DAMAGED')

describe('formatDocument', () => {
  it('is readable, ends with a line end and orders keys in one way', () => {
    const shuffled = Object.fromEntries(
      Object.entries(annotation).reverse(),
    ) as unknown as Annotation
    const again = parse(formatDocument(ANNOTATIONS_FORMAT, { annotations: [shuffled] }))
    expect(formatDocument(ANNOTATIONS_FORMAT, again)).toEqual(bytes)
    expect(bytes.toString()).toContain('\n        "note": "Née 会谈",\n')
    expect(bytes.toString()).toMatch(/\n\}\n$/)
  })
})

describe('parseDocument', () => {
  it('reads what was written', () => {
    expect(parse(bytes)).toEqual(data)
  })

  it('reads the ids an event had before, and what a search found', () => {
    const moved = { annotations: [{ ...annotation, formerEventIds: ['a', 'b'] }] }
    expect(parse(formatDocument(ANNOTATIONS_FORMAT, moved))).toEqual(moved)
    for (const record of [seen({ a: '1' }), seen(null)]) {
      const search = savedSearch({ seen: record })
      const written = formatDocument(SAVED_SEARCH_FORMAT, search)
      expect(parseDocument(SAVED_SEARCH_FORMAT, written, 'path')).toEqual(search)
    }
  })

  it('passes over a byte order mark and other line ends', () => {
    expect(parse(`\uFEFF${bytes.toString().replaceAll('\n', '\r\n')}`)).toEqual(data)
  })

  it('refuses a document that is cut off at any byte', () => {
    for (let length = 0; length < bytes.length - 2; length++) {
      expect(() => parse(bytes.subarray(0, length)), `${length} bytes`).toThrow(damaged)
    }
  })

  it('refuses a document with a flipped bit, unless all its parts can still be read', () => {
    let refused = 0
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      try {
        const [read] = parse(flipped).annotations
        expect(Object.keys(read!)).toEqual(expect.arrayContaining(Object.keys(annotation)))
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^NOTEBOOK_(DAMAGED|NEWER)$/) })
        refused++
      }
    }
    expect(refused).toBeGreaterThan(bytes.length * 4)
  })

  it.each(['null', '0', 'false', '""', '[]', '{}', 'x', '\u0000'.repeat(100)])(
    'refuses %j',
    (text) => {
      expect(() => parse(text)).toThrow(damaged)
    },
  )

  it('refuses bad UTF-8', () => {
    const broken = Buffer.from(bytes)
    broken[broken.indexOf('会')] = 0xff
    expect(() => parse(broken)).toThrow(damaged)
  })

  it('refuses another kind of document', () => {
    const other = bytes.toString().replace('annals-annotations', 'annals-collection')
    expect(() => parse(other)).toThrow(damaged)
  })

  it('refuses the marks of a merge that was not finished', () => {
    const marked = bytes.toString().replace('"tags"', '<<<<<<< HEAD\n"tags"')
    expect(() => parse(marked)).toThrow(damaged)
  })

  it('refuses a part that is missing, and says which', () => {
    const less = bytes.toString().replace('"note"', '"nota"')
    expect(() => parse(less)).toThrow(/annotations\.0\.note/)
  })

  it('refuses the document of a newer version', () => {
    const newer = bytes.toString().replace('"version": 2', '"version": 3')
    expect(() => parse(newer)).toThrow(failure('NOTEBOOK_NEWER'))
  })

  it('keeps both of two records with one id', () => {
    const twice = { annotations: [annotation, { ...annotation, note: 'other' }] }
    const read = parse(formatDocument(ANNOTATIONS_FORMAT, twice)).annotations
    expect(read.map(({ note }) => note)).toEqual([annotation.note, 'other'])
    expect(new Set(read.map(({ id }) => id)).size).toBe(2)
    expect(read.map(({ copyOf }) => copyOf)).toEqual([undefined, annotation.id])
    expect(parse(formatDocument(ANNOTATIONS_FORMAT, twice)).annotations).toEqual(read)
  })

  it('fills in what version 1 did not know', () => {
    const old = oldAnnotation(annotation)
    const text = JSON.stringify({
      format: 'annals-annotations',
      version: 1,
      data: { annotations: [old] },
    })
    expect(parse(text)).toEqual(data)
    const { version } = parseVersionedDocument(ANNOTATIONS_FORMAT, Buffer.from(text), 'path')
    expect([version, parseVersionedDocument(ANNOTATIONS_FORMAT, bytes, 'path').version]).toEqual([
      1, 2,
    ])
  })

  it('reads all that a mark can have', () => {
    const marks: Partial<Annotation> = {
      selector: selector('What', { part: 'summary' }),
      colour: 'orange',
      state: 'disputed',
      wordings: [{ note: 'x', replaced: '1' }],
      copyOf: 'a',
      deleted: '2',
    }
    const marked = { annotations: [{ ...annotation, ...marks }] }
    expect(parse(formatDocument(ANNOTATIONS_FORMAT, marked))).toEqual(marked)
  })
})
