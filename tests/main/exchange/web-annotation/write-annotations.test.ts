import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import { readWebAnnotations } from '../../../../src-main/exchange/web-annotation/read-web-annotations.ts'
import { OWN_CONTEXT } from '../../../../src-main/exchange/web-annotation/vocabulary.ts'
import {
  type AnnotationToWrite,
  writeAnnotations,
} from '../../../../src-main/exchange/web-annotation/write-annotations.ts'
import { anyAnnotation } from '../any-annotation.ts'
import { CollectionDocument } from './recommendation.ts'

const ADDRESS = 'https://courier.example/strike'
const position = fc.option(fc.nat(99).map((start) => ({ start, end: start + 3 })))
const anyToWrite = anyAnnotation.chain((annotation) =>
  position.map((at) => ({ annotation, sources: [ADDRESS], position: annotation.selector && at })),
)

async function write(annotations: AnnotationToWrite[]): Promise<string> {
  const about = { total: annotations.length, archiveName: 'News "items": []' }
  let text = ''
  for await (const piece of writeAnnotations(annotations, about)) text += piece
  return text
}

describe('writeAnnotations', () => {
  it('writes one collection with one page', async () => {
    const annotation: Annotation = {
      id: '7fd68c54-2c16-4370-aff8-fda6bf6da93a',
      created: '2026-02-03T09:19:24.263Z',
      modified: '2026-02-04T09:19:24.263Z',
      event: {
        id: 'news/1931/05/4/dockers strike',
        date: '1931-05-04',
        title: 'Strike',
        text: 'T',
      },
      note: 'Check the *hour*',
      tags: ['to check'],
      selector: {
        ...{ exact: 'winter wage', prefix: 'the ', suffix: ' was' },
        ...{ startUtf16: 12, endUtf16: 23, textVersion: 'v1', pageHash: 'ab12' },
      },
      colour: 'green',
      state: 'open',
      copyOf: '0e2f0b9e-2c16-4370-aff8-fda6bf6da93a',
    }
    const text = await write([{ annotation, sources: [ADDRESS], position: { start: 12, end: 23 } }])
    expect(JSON.parse(text)).toEqual({
      '@context': ['http://www.w3.org/ns/anno.jsonld', OWN_CONTEXT],
      id: 'annals:annotations/News%20%22items%22%3A%20%5B%5D',
      type: 'AnnotationCollection',
      label: 'News "items": []',
      total: 1,
      first: {
        id: 'annals:annotations/News%20%22items%22%3A%20%5B%5D/1',
        type: 'AnnotationPage',
        startIndex: 0,
        items: [
          {
            id: 'urn:uuid:7fd68c54-2c16-4370-aff8-fda6bf6da93a',
            type: 'Annotation',
            motivation: 'commenting',
            created: '2026-02-03T09:19:24.263Z',
            modified: '2026-02-04T09:19:24.263Z',
            body: [
              {
                type: 'TextualBody',
                value: 'Check the *hour*',
                format: 'text/markdown',
                purpose: 'commenting',
              },
              { type: 'TextualBody', value: 'to check', format: 'text/plain', purpose: 'tagging' },
            ],
            target: {
              type: 'SpecificResource',
              source: 'annals:event/news/1931/05/4/dockers%20strike',
              selector: [
                { type: 'TextQuoteSelector', exact: 'winter wage', prefix: 'the ', suffix: ' was' },
                { type: 'TextPositionSelector', start: 12, end: 23 },
              ],
              state: { type: 'TimeState', sourceDate: '2026-02-03T09:19:24.263Z' },
              annalsEvent: annotation.event,
              annalsSources: [ADDRESS],
              annalsPlace: { startUtf16: 12, endUtf16: 23, textVersion: 'v1', pageHash: 'ab12' },
            },
            annalsReviewState: 'open',
            annalsColour: 'green',
            annalsCopyOf: 'urn:uuid:0e2f0b9e-2c16-4370-aff8-fda6bf6da93a',
          },
        ],
      },
    })
  })

  it('writes an empty collection', async () => {
    const text = await write([])
    expect(v.parse(CollectionDocument, JSON.parse(text)).first.items).toEqual([])
    expect(readWebAnnotations(JSON.parse(text))).toEqual([])
  })

  it('names every term that the standard does not know in its context', () => {
    const terms = Object.keys(OWN_CONTEXT).filter((name) => !name.startsWith('@'))
    expect(terms.every((term) => term.startsWith('annals'))).toBe(true)
    for (const term of Object.values(OWN_CONTEXT)) {
      if (typeof term === 'object') expect(term['@id']).toMatch(/^annals:vocabulary#\w+$/)
    }
  })

  it('keeps to the Recommendation, whatever is annotated, and the same gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyToWrite, { maxLength: 3 }), async (annotations) => {
        const text = await write(annotations)
        const { first, total } = v.parse(CollectionDocument, JSON.parse(text))
        expect(first.items).toHaveLength(total)
        expect(await write(structuredClone(annotations))).toBe(text)
        for (const name of text.matchAll(/^ +"(annals\w+)":/gm)) {
          expect(Object.keys(OWN_CONTEXT)).toContain(name[1])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('loses nothing when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyToWrite, { maxLength: 3 }), async (annotations) => {
        const document: unknown = JSON.parse(await write(annotations))
        expect(readWebAnnotations(document)).toEqual(
          annotations.map(({ annotation }) => ({ kind: 'own', annotation })),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
