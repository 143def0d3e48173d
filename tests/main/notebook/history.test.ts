import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import { History, type Step } from '../../../src-main/notebook/history.ts'
import {
  annotation as makeAnnotation,
  event,
  makePlace,
  open,
  reopen,
  stoppedClock,
} from './make-notebook.ts'

function annotation(note: string): Annotation {
  return makeAnnotation({ note })
}

function edit(from: string, to: string, seconds: number, editKey: string | null = 'note a'): Step {
  const [before, after] = [annotation(from), annotation(to)]
  const change = { kind: 'annotation', id: 'a', before, after } as const
  return { changes: [change], label: `${from} → ${to}`, editKey, at: new Date(seconds * 1000) }
}

describe('History', () => {
  it('joins fast edits of one text into one step', () => {
    const history = new History()
    history.push(edit('', 'a', 0))
    history.push(edit('a', 'ab', 4))
    history.push(edit('ab', 'abc', 8))
    expect(history.nextUndo?.changes[0]?.before).toEqual(annotation(''))
    expect(history.nextUndo?.changes[0]?.after).toEqual(annotation('abc'))
    history.undo()
    expect(history.nextUndo).toBeNull()
  })

  it.each([
    ['slow edits', edit('a', 'ab', 6)],
    ['edits before a clock was put back', edit('a', 'ab', -1)],
    ['edits of another text', edit('a', 'ab', 1, 'note b')],
    ['what is no typing', edit('a', 'ab', 1, null)],
  ])('does not join %s', (_name, second) => {
    const history = new History()
    history.push(edit('', 'a', 0))
    history.push(second)
    history.undo()
    expect(history.nextUndo?.label).toBe(' → a')
  })

  it('does not join an edit with one from before something was undone', () => {
    const history = new History()
    history.push(edit('', 'a', 0))
    history.push(edit('a', 'b', 0, null))
    history.undo()
    history.push(edit('a', 'c', 1))
    history.undo()
    expect(history.nextUndo?.label).toBe(' → a')
  })

  it('keeps a hundred steps', () => {
    const history = new History()
    for (let step = 0; step < 150; step++) history.push(edit(`${step}`, '', 0, null))
    let steps = 0
    for (; history.nextUndo; steps++) history.undo()
    expect(steps).toBe(100)
    expect(history.nextRedo?.label).toBe('50 → ')
  })

  it('forgets what was undone once something new is done', () => {
    const history = new History()
    history.push(edit('', 'a', 0, null))
    history.undo()
    history.push(edit('', 'b', 0, null))
    expect(history.nextRedo).toBeNull()
  })

  it('drops the steps of a record in both directions', () => {
    const history = new History()
    history.push(edit('', 'a', 0, null))
    history.push(edit('a', 'b', 0, null))
    history.undo()
    history.forget(new Set(['b']))
    expect([history.nextUndo, history.nextRedo]).not.toContain(null)
    history.forget(new Set(['a']))
    expect([history.nextUndo, history.nextRedo]).toEqual([null, null])
  })

  it('brings the records of all steps up to what was done beside them', () => {
    const history = new History()
    history.push(edit('', 'a', 0, null))
    history.push(edit('a', 'b', 0, null))
    history.undo()
    history.rewrite((change) => ({ ...change, before: null }))
    expect([history.nextUndo, history.nextRedo]).toMatchObject([
      { label: ' → a', changes: [{ before: null, after: annotation('a') }] },
      { label: 'a → b', changes: [{ before: null, after: annotation('b') }] },
    ])
  })

  it('undoes and redoes every kind of change, on disk too', async () => {
    const place = makePlace()
    const clock = stoppedClock()
    const notebook = await open(place, { now: clock.now })
    const states: unknown[] = []
    const labels: string[] = []
    const state = () => [
      notebook.listAnnotations(null),
      notebook.listCollections().map(({ id }) => notebook.getCollection(id)),
    ]
    async function step<Result>(change: () => Promise<Result>): Promise<Result> {
      clock.advance(60_000)
      states.push(state())
      const result = await change()
      labels.push(notebook.status().undo!)
      return result
    }

    const note = { event: event(), note: 'n', tags: [] }
    const { id } = await step(() => notebook.createAnnotation(note))
    await step(() => notebook.updateAnnotation(id, { note: 'm' }))
    await step(() => notebook.updateAnnotation(id, { tags: ['t'] }))
    await step(() => notebook.deleteAnnotations([id]))
    const talks = await step(() => notebook.createCollection('Talks'))
    await step(() => notebook.updateCollection(talks.id, { introduction: 'why' }))
    const events = [event('b', '2009'), event('a', '2008'), event('c', null)]
    const { entries } = await step(() => notebook.addEntries(talks.id, events))
    await step(() => notebook.updateCollection(talks.id, { name: 'Six-party talks' }))
    await step(() => notebook.setRemark(talks.id, entries[0]!.id, 'see'))
    await step(() => notebook.sortEntriesByDate(talks.id))
    await step(() => notebook.moveEntry(talks.id, entries[2]!.id, 0))
    await step(() => notebook.removeEntries(talks.id, [entries[0]!.id]))
    await step(() => notebook.deleteCollection(talks.id))
    states.push(state())
    expect(labels).toEqual([
      'Add note on “Headline of news/2008/06/6/talks”',
      'Edit note on “Headline of news/2008/06/6/talks”',
      'Change tags of “Headline of news/2008/06/6/talks”',
      'Delete note on “Headline of news/2008/06/6/talks”',
      'Create collection “Talks”',
      'Edit introduction of “Talks”',
      'Add 3 events to “Talks”',
      'Rename collection “Talks” to “Six-party talks”',
      'Edit remark on “Headline of b”',
      'Sort “Six-party talks” by date',
      'Move “Headline of c” in “Six-party talks”',
      'Remove 1 event from “Six-party talks”',
      'Delete collection “Six-party talks”',
    ])

    for (let index = labels.length - 1; index >= 0; index--) {
      expect(await notebook.undo()).toEqual({ label: labels[index] })
      expect(state()).toEqual(states[index])
      expect(notebook.status().redo).toBe(labels[index])
    }
    expect(await notebook.undo()).toBeNull()
    for (const [index, label] of labels.entries()) {
      expect(await notebook.redo()).toEqual({ label })
      expect(state()).toEqual(states[index + 1])
    }
    expect(await notebook.redo()).toBeNull()
    await notebook.undo()
    const talksNow = notebook.getCollection(talks.id)
    expect((await reopen(notebook, place)).getCollection(talks.id)).toEqual(talksNow)
  })

  it('makes one step of a note that is typed', async () => {
    const clock = stoppedClock()
    const notebook = await open(makePlace(), { now: clock.now })
    const note = { event: event(), note: 'T', tags: [] }
    const { id } = await notebook.createAnnotation(note)
    for (const text of ['Th', 'The', 'The talks']) {
      clock.advance(500)
      await notebook.updateAnnotation(id, { note: text })
    }
    await notebook.undo()
    expect(notebook.getAnnotation(id).note).toBe('T')
    await notebook.redo()
    expect(notebook.getAnnotation(id).note).toBe('The talks')
  })
})
