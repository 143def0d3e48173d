import { describe, expect, it } from 'vitest'
import { listMarks } from '../../../src-main/notebook/marks.ts'
import { event, makePlace, open, stoppedClock } from './make-notebook.ts'

describe('listMarks', () => {
  it('joins notes, tags and collections of each event', async () => {
    const clock = stoppedClock()
    const notebook = await open(makePlace(), { now: clock.now })
    await notebook.createAnnotation({ event: event('a'), note: 'x', tags: ['t', 'u'] })
    clock.advance(1000)
    await notebook.createAnnotation({ event: event('a'), note: 'y', tags: ['u'] })
    await notebook.createAnnotation({ event: event('b'), note: ' ', tags: ['v'] })
    const { id } = await notebook.createCollection('A')
    await notebook.addEntries(id, [event('a'), event('c')])
    expect(notebook.listMarks()).toEqual({
      a: { noteCount: 2, tags: ['t', 'u'], collectionIds: [id] },
      b: { noteCount: 0, tags: ['v'], collectionIds: [] },
      c: { noteCount: 0, tags: [], collectionIds: [id] },
    })
  })

  it('marks an event whose id is a word of the language', () => {
    const marks = listMarks(
      [],
      [
        {
          id: 'c',
          name: '',
          created: '',
          modified: '',
          introduction: '',
          entries: [{ id: 'e', event: event('__proto__'), remark: '', added: '' }],
        },
      ],
    )
    expect(Object.keys(marks)).toEqual(['__proto__'])
  })
})
