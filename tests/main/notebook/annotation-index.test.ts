import { describe, expect, it } from 'vitest'
import { AnnotationIndex } from '../../../src-main/notebook/annotation-index.ts'
import { annotation, event } from './make-notebook.ts'

describe('AnnotationIndex', () => {
  it('finds annotations by id and by event, each once', () => {
    const index = new AnnotationIndex()
    const [one, two] = [annotation({ id: '1' }), annotation({ id: '2' })]
    for (const one of [annotation({ id: '1', note: 'old' }), two]) {
      index.set({ annotation: one, fileName: '2008-06.json' })
    }
    index.set({ annotation: one, fileName: '2008-07.json' })
    expect(index.get('1')).toEqual({ annotation: one, fileName: '2008-07.json' })
    expect(index.of(event().id)).toEqual([two, one])
    expect(index.all()).toHaveLength(2)
  })

  it('follows an annotation to another event', () => {
    const index = new AnnotationIndex()
    index.set({ annotation: annotation({ event: event('a') }), fileName: '' })
    index.set({ annotation: annotation({ event: event('b') }), fileName: '' })
    expect([index.of('a').length, index.of('b').length]).toEqual([0, 1])
  })

  it('forgets', () => {
    const index = new AnnotationIndex()
    index.set({ annotation: annotation(), fileName: '' })
    index.delete('a')
    index.delete('unknown')
    expect([index.get('a'), index.all(), index.of(event().id)]).toEqual([null, [], []])
  })
})
