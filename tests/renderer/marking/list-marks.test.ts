import { describe, expect, it } from 'vitest'
import type { AnnotationAnchor } from '#shared/anchor.ts'
import type { EventText } from '#shared/event-text.ts'
import type { Annotation } from '#shared/notebook.ts'
import {
  countMarkedRelations,
  isBare,
  listMarks,
  paintable,
} from '../../../src-renderer/marking/list-marks.ts'

const NOW = 'version 2'

function annotate(id: string, change: Partial<Annotation> = {}): Annotation {
  const moment = '2026-01-02T03:04:05.000Z'
  return {
    id,
    created: moment,
    modified: moment,
    event: { id: 'e1', date: '2008-06-06', title: 'Headline', text: '' },
    note: '',
    tags: [],
    selector: {
      exact: 'fuel aid',
      prefix: '',
      suffix: '',
      startUtf16: 10,
      endUtf16: 18,
      textVersion: 'version 1',
      pageHash: null,
    },
    colour: 'yellow',
    state: 'open',
    ...change,
  }
}

function anchor(annotationId: string, startUtf16: number | null): [string, AnnotationAnchor] {
  const place =
    startUtf16 === null
      ? null
      : { startUtf16, endUtf16: startUtf16 + 8, text: 'fuel aid', score: 1 }
  const status = place ? 'moved' : 'orphan'
  return [annotationId, { annotationId, status, place, candidates: [] }]
}

describe('listMarks', () => {
  it('lists marks in the order of the text, those that stand nowhere last', () => {
    const anchors = new Map([anchor('a', 50), anchor('b', null), anchor('c', 20)])
    const marks = listMarks([annotate('a'), annotate('b'), annotate('c')], anchors, NOW)
    expect(marks.map(({ annotation, status }) => [annotation.id, status])).toEqual([
      ['c', 'moved'],
      ['a', 'moved'],
      ['b', 'orphan'],
    ])
  })

  it('leaves out notes on the whole event', () => {
    expect(listMarks([annotate('a', { selector: null })], new Map(), NOW)).toEqual([])
  })

  it('lets a mark made on the text of now stand where it was made, before anybody said where', () => {
    const selector = { ...annotate('a').selector!, textVersion: NOW }
    const [mark] = listMarks([annotate('a', { selector })], new Map(), NOW)
    expect(mark).toMatchObject({ status: 'exact', place: { startUtf16: 10, endUtf16: 18 } })
    expect(listMarks([annotate('b')], new Map(), NOW)).toEqual([])
  })
})

describe('paintable', () => {
  it('paints no orphan', () => {
    const anchors = new Map([anchor('a', 50), anchor('b', null)])
    const marks = listMarks([annotate('a'), annotate('b')], anchors, NOW)
    expect(paintable(marks).map(({ id }) => id)).toEqual(['a'])
  })
})

describe('isBare', () => {
  it('is true for a colour alone', () => {
    expect(isBare(annotate('a'))).toBe(true)
    expect(isBare(annotate('a', { note: 'x' }))).toBe(false)
    expect(isBare(annotate('a', { tags: ['aid'] }))).toBe(false)
    expect(isBare(annotate('a', { state: 'disputed' }))).toBe(false)
  })
})

describe('countMarkedRelations', () => {
  const parts: EventText['parts'] = [
    { kind: 'headline', index: 0, startUtf16: 0, endUtf16: 9 },
    { kind: 'relation', index: 0, startUtf16: 10, endUtf16: 19 },
    { kind: 'relation', index: 1, startUtf16: 20, endUtf16: 29 },
  ]
  const text = { text: '', parts }

  it('counts up to the last relation with a mark', () => {
    const at = (startUtf16: number) => ({
      place: { startUtf16, endUtf16: startUtf16 + 2, text: '' },
    })
    expect(countMarkedRelations(text, [at(22)])).toBe(2)
    expect(countMarkedRelations(text, [at(0), { place: null }])).toBe(0)
  })
})
