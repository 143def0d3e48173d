import { describe, expect, it } from 'vitest'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import { writeChangeState } from '../../../../../src-main/index/changes/change-state.ts'
import { makeAnnotation, makeSelector } from '../make-annotation.ts'
import type { TestEvent } from '../make-index.ts'
import { findIds, useIndex } from '../use-index.ts'

const event = (key: string): TestEvent => ({ key, date: '2008', title: 'Fuel' })

const change = (more: Partial<NotebookMarks>): NotebookMarks => ({
  ...{ isAll: false, annotations: [], collections: [], claims: [], removed: [] },
  ...more,
})

const ALL = change({
  isAll: true,
  annotations: [
    makeAnnotation('1', 'a', {
      note: 'Check the *Économie* figures',
      tags: ['aid/fuel', 'To check'],
    }),
    makeAnnotation('2', 'b', { note: '國際電臺', selector: makeSelector('fuel') }),
    makeAnnotation('3', 'b', { tags: ['Aid'] }),
    makeAnnotation('4', 'gone', { note: 'Figures', tags: ['aid'] }),
  ],
  collections: [
    { id: 'c1', name: 'Six-party talks', eventIds: ['c', 'a', 'gone'] },
    { id: 'c2', name: 'Talks', eventIds: ['b'] },
  ],
  claims: [
    { id: 'd1', annotationIds: ['1', '2', 'unknown'] },
    { id: 'd2', annotationIds: ['1', '4'] },
  ],
})

function useMarked(marks = ALL) {
  const { query, file } = useIndex(['a', 'b', 'c', 'd'].map(event))
  query.setMarks(marks)
  return { query, file, find: (text: string) => findIds(query, text).sort() }
}

describe('NotebookIndex', () => {
  it.each([
    ['tag:aid', ['a', 'b']],
    ['tag:AID', ['a', 'b']],
    ['tag:="Aid"', ['b']],
    ['tag:="aid"', []],
    ['tag:aid/fuel', ['a']],
    ['tag:"to check"', ['a']],
    ['tag:check', ['a']],
    ['tag:ai*', ['a', 'b']],
    ['tag:nothing', []],
    ['note:economie', ['a']],
    ['note:"the economie"', ['a']],
    ['note:="economie"', []],
    ['note:="Économie"', ['a']],
    ['note:fig*', ['a']],
    ['note:国际', ['b']],
    ['in:talks', ['b']],
    ['in:"six-party talks"', ['a', 'c']],
    ['in:six', ['a', 'c']],
    ['in:="Talks"', ['b']],
    ['in:="talks"', []],
    ['in:t*', ['b']],
    ['in:c1', ['a', 'c']],
    ['has:note', ['a', 'b']],
    ['has:highlight', ['b']],
    ['has:tag', ['a', 'b']],
    ['has:collection', ['a', 'b', 'c']],
    ['has:claim', ['a', 'b']],
    ['has:evidence -in:talks', ['a']],
    ['-has:note -has:collection', ['d']],
    ['fuel tag:aid -note:economie', ['b']],
  ])('finds for %j the events %j', (text, ids) => {
    expect(useMarked().find(text)).toEqual(ids)
  })

  it('forgets what is removed and what is put in its place', () => {
    const { query, find } = useMarked()
    expect(find('tag:aid')).toEqual(['a', 'b'])
    query.setMarks(change({ removed: ['3', 'c1', 'unknown'] }))
    expect(find('tag:aid')).toEqual(['a'])
    expect(find('has:collection')).toEqual(['b'])
    query.setMarks(
      change({ annotations: [makeAnnotation('1', 'd', { note: 'Other', tags: ['new'] })] }),
    )
    expect(find('tag:aid')).toEqual([])
    expect(find('note:economie')).toEqual([])
    expect(find('note:other tag:new')).toEqual(['d'])
    query.setMarks(change({ collections: [{ id: 'c2', name: 'Renamed', eventIds: ['c'] }] }))
    expect([find('in:talks'), find('in:renamed')]).toEqual([[], ['c']])
  })

  it('follows what becomes evidence of a claim, and what of that is there', () => {
    const { query, find } = useMarked()
    query.setMarks(change({ removed: ['d1'] }))
    expect(find('has:claim')).toEqual(['a'])
    query.setMarks(change({ removed: ['1'] }))
    expect(find('has:claim')).toEqual([])
    query.setMarks(change({ annotations: [makeAnnotation('1', 'd')] }))
    expect(find('has:claim')).toEqual(['d'])
    query.setMarks(change({ claims: [{ id: 'd2', annotationIds: ['3'] }] }))
    expect([find('has:claim'), find('-has:claim')]).toEqual([['b'], ['a', 'c', 'd']])
  })

  it('keeps what other annotations say of an event', () => {
    const { query, find } = useMarked()
    query.setMarks(change({ annotations: [makeAnnotation('5', 'b', { tags: ['Aid'] })] }))
    query.setMarks(change({ removed: ['3'] }))
    expect(find('tag:="Aid"')).toEqual(['b'])
  })

  it('forgets all before it is told all anew', () => {
    const { query, find } = useMarked()
    query.setMarks(
      change({ isAll: true, annotations: [makeAnnotation('9', 'd', { note: 'One' })] }),
    )
    expect([find('has:note'), find('has:tag'), find('has:collection')]).toEqual([['d'], [], []])
    expect([find('note:figures'), find('note:one')]).toEqual([[], ['d']])
  })

  it('finds what it holds of an event once the archive has that event', () => {
    const { query, file, find } = useMarked()
    expect(find('tag:aid note:figures')).toEqual(['a'])
    file.add([event('gone')])
    expect(find('note:figures')).toEqual(['a', 'gone'])
    file.finish()
    expect(find('tag:aid in:six')).toEqual(['a', 'gone'])
    const { facets } = query.shapeAnswer({ query: '', limit: 9 })
    expect(facets?.tags).toContainEqual({ name: 'aid', count: 1 })
  })

  it('says which changes are of annotated events', () => {
    const { query, file } = useMarked()
    writeChangeState(file.database, {
      at: '2026-01-01T00:00:00.000Z',
      counts: { added: 2, changed: 0, removed: 1, moved: 0 },
    })
    const insert = file.database.prepare(
      'INSERT INTO change (position, kind, key, title) VALUES (?, ?, ?, ?)',
    )
    insert.run(0, 'added', 'd', 'D')
    insert.run(1, 'added', 'c', 'C')
    insert.run(2, 'removed', 'gone', 'Gone')
    const page = query.listChanges({ kind: null, onlyAnnotated: true, offset: 0, limit: 9 })
    expect(page).toMatchObject({ annotated: 2, total: 2 })
    expect(page.changes.map(({ id }) => id)).toEqual(['c', 'gone'])
  })

  it('makes notes searchable in idle time, or when they are asked for', () => {
    const { query, find } = useMarked()
    while (query.warmUp());
    expect(find('note:figures')).toEqual(['a'])
    query.setMarks(change({ annotations: [makeAnnotation('1', 'a', { note: 'Other' })] }))
    query.setMarks(change({ annotations: [makeAnnotation('1', 'c', { note: 'Last' })] }))
    query.warmUp()
    expect([find('note:figures'), find('note:other'), find('note:last')]).toEqual([[], [], ['c']])
    query.setMarks(change({ removed: ['1'] }))
    expect(find('note:last')).toEqual([])
  })

  it('takes in many annotations soon, and one at once', () => {
    const { query, find } = useMarked()
    const note = 'Check the figures of the ministry before the talks go on. '.repeat(3)
    const many = Array.from({ length: 50_000 }, (_, at) =>
      makeAnnotation(`n${at}`, at === 7 ? 'a' : `other-${at}`, { note, tags: [`tag ${at % 50}`] }),
    )
    const startedMs = performance.now()
    query.setMarks(change({ isAll: true, annotations: many }))
    const allMs = performance.now() - startedMs
    query.setMarks(
      change({ annotations: [makeAnnotation('n7', 'b', { note: 'One', tags: ['one'] })] }),
    )
    const oneMs = performance.now() - startedMs - allMs
    // Bounds are wide, because others work on the machine as well.
    expect(allMs).toBeLessThan(5000)
    expect(oneMs).toBeLessThan(500)
    expect([find('note:figures'), find('note:one tag:one')]).toEqual([[], ['b']])
  })
})
