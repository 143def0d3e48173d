import { describe, expect, it } from 'vitest'
import { resolveMoves } from '../../../src-main/notebook/event-moves.ts'
import {
  relocateAnnotation,
  relocateChange,
  relocateCollection,
  relocateSavedSearch,
} from '../../../src-main/notebook/relocate-records.ts'
import { annotation, collection, entry, event, savedSearch, seen } from './make-notebook.ts'

const target = { ...event('b', '2008-07-01'), text: 'What the page says now.' }
const moves = resolveMoves([{ from: 'a', to: target }])
const moved = { ...target, text: event('a').text }

describe('relocateAnnotation', () => {
  it('takes the event as it is now, but the text it was made on', () => {
    const before = annotation({ event: event('a') })
    const after = relocateAnnotation(before, moves)
    expect(after).toEqual({ ...before, event: moved, formerEventIds: ['a'] })
    expect(relocateAnnotation(after, moves)).toBe(after)
  })

  it('remembers every id its event had', () => {
    const before = annotation({ event: event('a'), formerEventIds: ['x'] })
    expect(relocateAnnotation(before, moves).formerEventIds).toEqual(['x', 'a'])
  })

  it('keeps members of the event that it does not know', () => {
    const before = annotation({ event: Object.assign(event('a'), { colour: 'red' }) })
    expect(relocateAnnotation(before, moves).event).toEqual({ ...moved, colour: 'red' })
  })
})

describe('relocateCollection', () => {
  it('keeps the order and the remarks', () => {
    const entries = [entry('1', event('x')), entry('2', event('a'), 'r'), entry('3', event('y'))]
    const before = collection({ entries })
    const after = relocateCollection(before, moves)
    const relocated = entries.with(1, entry('2', moved, 'r'))
    expect(after).toEqual({ ...before, entries: relocated })
    expect(relocateCollection(after, moves)).toBe(after)
  })

  it('leaves both entries where the event is there under its new id as well', () => {
    const entries = [entry('1', event('b'), 'new'), entry('2', event('a'), 'old')]
    const before = collection({ entries })
    expect(relocateCollection(before, moves)).toBe(before)
  })

  it('lets the first of two events that became one follow, and leaves the second', () => {
    const both = resolveMoves([
      { from: 'a', to: target },
      { from: 'x', to: target },
    ])
    const entries = [entry('1', event('x'), 'r'), entry('2', event('a'), 's')]
    const after = relocateCollection(collection({ entries }), both)
    const stays = entry('2', event('a'), 's')
    expect(after.entries).toEqual([entry('1', moved, 'r'), stays])
    expect(relocateCollection(after, both)).toBe(after)
  })
})

describe('relocateSavedSearch', () => {
  it('keeps what it found in order of id, and the version', () => {
    const before = savedSearch({ seen: seen({ a: '1', aa: '2' }) })
    const after = relocateSavedSearch(before, moves)
    const { id, date, title } = target
    const events = [before.seen.events![1], { id, date, title, version: '1' }]
    expect(after).toEqual({ ...before, seen: { ...before.seen, events } })
    expect(relocateSavedSearch(after, moves)).toBe(after)
  })

  it.each([
    ['it found nothing that was moved', seen({ x: '1' })],
    ['its events are not known', seen(null)],
    ['it found the event under both ids', seen({ a: '1', b: '2' })],
  ])('stays as it is where %s', (_name, record) => {
    const search = savedSearch({ seen: record })
    expect(relocateSavedSearch(search, moves)).toBe(search)
  })
})

describe('relocateChange', () => {
  it('rewrites both sides of a change of any kind', () => {
    const note = annotation({ event: event('a') })
    const talks = collection({ entries: [entry('1', event('a'))] })
    const fuel = savedSearch({ seen: seen({ a: '1' }) })
    expect(
      relocateChange({ kind: 'annotation', id: 'a', before: null, after: note }, moves),
    ).toMatchObject({ before: null, after: { event: { id: 'b' } } })
    expect(
      relocateChange({ kind: 'collection', id: 'c', before: talks, after: null }, moves),
    ).toMatchObject({ before: { entries: [{ event: { id: 'b' } }] }, after: null })
    expect(
      relocateChange({ kind: 'savedSearch', id: 's', before: fuel, after: fuel }, moves),
    ).toMatchObject({
      before: { seen: { events: [{ id: 'b' }] } },
      after: { seen: { events: [{ id: 'b' }] } },
    })
  })
})
