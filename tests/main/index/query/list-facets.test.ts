import { describe, expect, it } from 'vitest'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import { makeAnnotation } from './make-annotation.ts'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

const EVENTS: TestEvent[] = [
  {
    ...{ key: 'a', date: '2008', title: 'fuel', topic: 'Aid', entities: ['Japan', 'Angola'] },
    sources: [{ url: 'http://radio.example/1' }, { url: 'http://radio.example/2' }],
  },
  { key: 'b', date: '2009', title: 'fuel', topic: 'Aid', entities: ['Japan'] },
  { key: 'c', date: '2010', title: 'rain', topic: 'Storms', entities: ['Japan', 'Zambia'] },
]

const MARKS: NotebookMarks = {
  isAll: true,
  annotations: ['a', 'a', 'c', 'gone'].map((eventId, at) =>
    makeAnnotation(`n${at}`, eventId, { tags: at === 0 ? ['first', 'both'] : ['both'] }),
  ),
  collections: [],
  claims: [],
  removed: [],
}

const facetsOf = (query: ReturnType<typeof useIndex>['query'], text: string, limit = 9) =>
  query.shapeAnswer({ query: text, limit }).facets

describe('listFacets', () => {
  it('counts the names of the answer, each once per event', () => {
    const { query } = useIndex(EVENTS)
    query.setMarks(MARKS)
    expect(facetsOf(query, 'fuel')).toEqual({
      entities: [
        { name: 'Japan', count: 2 },
        { name: 'Angola', count: 1 },
      ],
      sources: [{ name: 'radio.example', count: 1 }],
      topics: [{ name: 'Aid', count: 2 }],
      tags: [
        { name: 'both', count: 1 },
        { name: 'first', count: 1 },
      ],
    })
  })

  it('counts those of the whole archive for an empty query', () => {
    const { query } = useIndex(EVENTS)
    query.setMarks(MARKS)
    expect(facetsOf(query, '', 1)).toEqual({
      entities: [{ name: 'Japan', count: 3 }],
      sources: [{ name: 'radio.example', count: 1 }],
      topics: [{ name: 'Aid', count: 2 }],
      tags: [{ name: 'both', count: 2 }],
    })
  })

  it('counts nothing while an import runs, and again when it has ended', () => {
    const { query, file } = useIndex(EVENTS, { isImporting: true })
    expect(facetsOf(query, '')).toBeNull()
    expect(query.shapeAnswer({ query: '', limit: 9 }).histogram.bars).toHaveLength(3)
    file.finish()
    expect(facetsOf(query, '')?.topics).toHaveLength(2)
  })

  it('has no names for an empty archive', () => {
    const nothing = { entities: [], sources: [], topics: [], tags: [] }
    expect(facetsOf(useIndex([]).query, '')).toEqual(nothing)
  })
})
