import { describe, expect, it } from 'vitest'
import { Marks } from '../../../src-main/notebook/marks.ts'
import {
  annotation,
  collection,
  entry,
  event,
  makePlace,
  open,
  reopen,
  stoppedClock,
} from './make-notebook.ts'

describe('Marks', () => {
  it('joins notes, tags and collections of each event', async () => {
    const clock = stoppedClock()
    const place = makePlace()
    const notebook = await open(place, { now: clock.now })
    await notebook.createAnnotation({ event: event('a'), note: 'x', tags: ['t', 'u'] })
    clock.advance(1000)
    await notebook.createAnnotation({ event: event('a'), note: 'y', tags: ['u'] })
    await notebook.createAnnotation({ event: event('b'), note: ' ', tags: ['v'] })
    const { id } = await notebook.createCollection('A')
    await notebook.addEntries(id, [event('a'), event('c')])
    const marks = {
      a: { noteCount: 2, colours: [], tags: ['t', 'u'], collectionIds: [id] },
      b: { noteCount: 0, colours: [], tags: ['v'], collectionIds: [] },
      c: { noteCount: 0, colours: [], tags: [], collectionIds: [id] },
    }
    expect(notebook.marksOf(['a', 'b', 'c', 'x'])).toEqual(marks)
    expect(notebook.marksOf(['c', 'x', 'a'])).toEqual({ c: marks.c, a: marks.a })
    expect((await reopen(notebook, place)).marksOf(['a', 'b', 'c', 'x'])).toEqual(marks)
  })

  it('follows every change', async () => {
    const notebook = await open(makePlace())
    const note = await notebook.createAnnotation({ event: event('a'), note: 'x', tags: ['t'] })
    const { id } = await notebook.createCollection('A')
    const other = await notebook.createCollection('B')
    const { entries } = await notebook.addEntries(id, [event('a'), event('b')])
    await notebook.addEntries(other.id, [event('b')])
    expect(Object.keys(notebook.marksOf(['a', 'b']))).toEqual(['a', 'b'])
    await notebook.updateAnnotation(note.id, { tags: [] })
    expect(notebook.marksOf(['a', 'b'])['a']).toEqual({
      noteCount: 1,
      colours: [],
      tags: [],
      collectionIds: [id],
    })
    await notebook.deleteAnnotations([note.id])
    expect(notebook.marksOf(['a', 'b'])['a']).toEqual({
      noteCount: 0,
      colours: [],
      tags: [],
      collectionIds: [id],
    })
    await notebook.removeEntries(id, [entries[0]!.id])
    await notebook.deleteCollection(id)
    expect(notebook.marksOf(['a', 'b'])).toEqual({
      b: { noteCount: 0, colours: [], tags: [], collectionIds: [other.id] },
    })
    await notebook.undo()
    expect(notebook.marksOf(['a', 'b'])['b']?.collectionIds.toSorted()).toEqual(
      [id, other.id].sort(),
    )
  })

  it('says which events are concerned, and says it once', () => {
    const marks = new Marks(() => [])
    const [a, b, c] = ['a', 'b', 'c'].map((id) => entry(id, event(id)))
    marks.followCollection(null, collection({ entries: [a!, b!] }))
    expect([...marks.takeChanged()]).toEqual(['a', 'b'])
    marks.followCollection(collection({ entries: [a!, b!] }), collection({ entries: [b!, c!] }))
    marks.followAnnotation(null, annotation({ event: event('d') }))
    expect([...marks.takeChanged()]).toEqual(['a', 'c', 'd'])
    expect([...marks.takeChanged()]).toEqual([])
  })

  it('marks an event whose id is a word of the language', () => {
    const marks = new Marks(() => [])
    marks.followCollection(null, collection({ entries: [entry('e', event('__proto__'))] }))
    expect(Object.keys(marks.of(['__proto__', 'constructor']))).toEqual(['__proto__'])
  })
})
