import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import type { NotebookMarks, SearchableAnnotation } from '#shared/notebook-marks.ts'
import { MarkChanges } from '../../../src-main/notebook/mark-changes.ts'
import type { Notebook } from '../../../src-main/notebook/open-notebook.ts'
import {
  annotation,
  collection,
  entry,
  event,
  makePlace,
  open,
  savedSearch,
  selector,
  snapshot,
} from './make-notebook.ts'

/** An annotation as the search is told of it. */
function searchable(one: Annotation): SearchableAnnotation {
  const { id, created, modified, note, tags, selector: words, colour, state } = one
  const { id: eventId, date: eventDate, title: eventTitle } = one.event
  const event = { eventId, eventDate, eventTitle }
  return { id, created, modified, note, tags, selector: words, colour, state, ...event }
}

const nothing = { isAll: false, annotations: [], collections: [], claims: [], removed: [] }

describe('MarkChanges', () => {
  it('tells each change once, and the last state of what changed twice', () => {
    const changes = new MarkChanges()
    const marking = { selector: selector(), colour: 'blue' } as const
    const one = annotation({ id: '1' })
    const two = annotation({ id: '2', note: 'm', tags: ['t'], ...marking })
    changes.followAnnotation(null, one)
    changes.followAnnotation(one, null)
    changes.followAnnotation(one, two)
    const entries = [entry('1', event('a')), entry('2', event('a')), entry('3', event('b'))]
    changes.followCollection(null, collection({ entries }))
    expect(changes.take()).toEqual({
      isAll: false,
      annotations: [searchable(two)],
      collections: [{ id: 'c', name: 'Talks', eventIds: ['a', 'b'] }],
      claims: [],
      removed: ['1'],
    })
    expect(changes.take()).toEqual(nothing)
  })
})

/** A notebook, and what a search that listens to it knows of it. */
async function openListening() {
  const place = makePlace()
  const told: NotebookMarks[] = []
  const notebook = await open(place, { onChange: (change) => told.push(change) })
  const known = { annotations: new Map<string, object>(), collections: new Map<string, object>() }
  function listen() {
    for (const { annotations, collections, removed } of told.splice(0)) {
      for (const one of annotations) known.annotations.set(one.id, one)
      for (const one of collections) known.collections.set(one.id, one)
      for (const id of removed) {
        expect(known.annotations.delete(id) || known.collections.delete(id)).toBe(true)
      }
    }
    expect(sortById([...known.annotations.values()])).toEqual(
      sortById(notebook.readMarks().annotations),
    )
    expect(sortById([...known.collections.values()])).toEqual(
      sortById(notebook.readMarks().collections),
    )
  }
  return { place, notebook, told, listen }
}

const sortById = (items: object[]) => items.map((item) => JSON.stringify(item)).sort()

async function fill(notebook: Notebook) {
  const note = await notebook.createAnnotation({ event: event('a'), note: 'n', tags: ['t'] })
  const { id } = await notebook.createCollection('Talks')
  const talks = await notebook.addEntries(id, [event('a'), event('b')])
  return { note, talks }
}

describe('markAll', () => {
  it('lists everything as the search needs it', async () => {
    const { notebook } = await openListening()
    const { note, talks } = await fill(notebook)
    expect(notebook.readMarks()).toEqual({
      isAll: true,
      annotations: [searchable(note)],
      collections: [{ id: talks.id, name: 'Talks', eventIds: ['a', 'b'] }],
      claims: [],
      removed: [],
    })
  })
})

describe('markInParts', () => {
  it('tells of each part what it is when its turn comes', async () => {
    const { notebook } = await openListening()
    const notes = Array.from({ length: 1500 }, (_, at) => `Note ${at}`)
    const made = notes.map((note) => notebook.createAnnotation({ event: event(), note, tags: [] }))
    await Promise.all(made)
    const ids = notebook.readMarks().annotations.map(({ id }) => id)
    const parts = notebook.readMarksInParts()[Symbol.iterator]()
    const first = parts.next().value as NotebookMarks
    expect(first).toMatchObject({ isAll: true, annotations: { length: 1000 } })
    const [changed = '', deleted = ''] = ids.slice(-2)
    await notebook.updateAnnotation(changed, { note: 'changed meanwhile' })
    await notebook.deleteAnnotations([deleted])
    const second = parts.next().value as NotebookMarks
    expect(second).toMatchObject({ isAll: false, annotations: { length: 499 } })
    expect(second.annotations).toContainEqual(
      expect.objectContaining({ id: changed, note: 'changed meanwhile' }),
    )
    expect(parts.next().done).toBe(true)
  })
})

describe('Notebook, told by onChange', () => {
  it('holds what whoever listens to every change holds', async () => {
    const { notebook, told, listen } = await openListening()
    const { note, talks } = await fill(notebook)
    listen()
    const changed = await notebook.updateAnnotation(note.id, { note: 'm' })
    expect(told).toEqual([
      {
        ...nothing,
        annotations: [searchable(changed)],
      },
    ])
    listen()
    await notebook.deleteCollection(talks.id)
    expect(told).toEqual([{ ...nothing, removed: [talks.id] }])
    listen()
    for (const back of ['undo', 'redo', 'undo', 'undo'] as const) {
      await notebook[back]()
      expect(told).toHaveLength(1)
      listen()
    }
    await notebook.relocateEvents([{ from: 'a', to: event('z', '2009-01-01') }])
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ annotations: [{ eventId: 'z' }], removed: [] })
    listen()
    await notebook.deleteAnnotations([note.id])
    listen()
  })

  it('tells of claims, the annotations of each once', async () => {
    const { notebook, told } = await openListening()
    const { note } = await fill(notebook)
    const claim = await notebook.createClaim('Fuel was short')
    const addition = { annotation: note, outlets: [] }
    told.length = 0
    await notebook.addEvidence(claim.id, [addition], 'supports')
    const claims = [{ id: claim.id, annotationIds: [note.id] }]
    expect(told).toEqual([{ ...nothing, claims }])
    expect(notebook.readMarks().claims).toEqual(claims)
    await notebook.deleteClaim(claim.id)
    expect(told.at(-1)).toEqual({ ...nothing, removed: [claim.id] })
    expect(notebook.readMarks().claims).toEqual([])
  })

  it('names the events concerned', async () => {
    const told: string[][] = []
    const notebook = await open(makePlace(), {
      onChange: (_change, eventIds) => told.push([...(eventIds ?? [])].sort()),
    })
    const { talks } = await fill(notebook)
    await notebook.updateCollection(talks.id, { name: 'Six-party talks' })
    await notebook.deleteCollection(talks.id)
    await notebook.undo()
    expect(told).toEqual([['a'], [], ['a', 'b'], [], ['a', 'b'], ['a', 'b']])
  })

  it('tells of saved searches without naming them', async () => {
    const { notebook, told } = await openListening()
    const { id, seen } = await notebook.createSavedSearch(savedSearch())
    await notebook.recordSeen(id, seen)
    await notebook.undo()
    expect(told).toEqual([nothing, nothing, nothing])
  })

  it('tells what came in from another program', async () => {
    const { place, notebook, told, listen } = await openListening()
    const { note, talks } = await fill(notebook)
    listen()
    const annotations = join(place.folder, 'annotations/2008-06.json')
    writeFileSync(annotations, readFileSync(annotations, 'utf8').replace('"n"', '"theirs"'))
    const added = await notebook.createAnnotation({ event: event('c'), note: 'ours', tags: [] })
    expect(told.flatMap((change) => change.annotations.map(({ id }) => id))).toEqual([
      added.id,
      note.id,
    ])
    listen()
    const [name] = Object.keys(snapshot(join(place.folder, 'collections'))) as [string]
    const path = join(place.folder, 'collections', name)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"Talks"', '"Their name"'))
    await notebook.updateCollection(talks.id, { introduction: 'ours' })
    expect(told.at(-1)?.collections).toMatchObject([{ id: talks.id, name: 'Their name' }])
    listen()
  })

  it('tells nothing of what is there on opening', async () => {
    const { place, notebook } = await openListening()
    await fill(notebook)
    await notebook.close()
    const told: NotebookMarks[] = []
    const again = await open(place, { onChange: (change) => told.push(change) })
    expect(told).toEqual([])
    await again.undo()
    await again.createCollection('Other')
    expect(told).toMatchObject([{ annotations: [], collections: [{ name: 'Other' }] }])
  })
})
