import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventId } from '#shared/event.ts'
import type { Notebook } from '../../../src-main/notebook/open-notebook.ts'
import {
  type NotebookPlace,
  event,
  makePlace,
  open,
  reopen,
  savedSearch,
  seen,
  snapshot,
} from './make-notebook.ts'

const june = 'annotations/2008-06.json'
const july = 'annotations/2008-07.json'
const to = { ...event('b', '2008-07-01'), text: 'What the page says now.' }
const moves = [{ from: 'a', to }]
const moved = { ...to, text: event('a').text }

async function make(place: NotebookPlace = makePlace()) {
  const notebook = await open(place)
  const write = (id: EventId, note = `on ${id}`) =>
    notebook.createAnnotation({ event: event(id), note, tags: [] })
  const note = await write('a')
  const other = await write('x')
  const { id: collectionId } = await notebook.createCollection('Talks')
  const talks = await notebook.addEntries(collectionId, [event('x'), event('a')])
  await notebook.setRemark(talks.id, talks.entries[1]!.id, 'see')
  const search = await notebook.createSavedSearch(savedSearch({ seen: seen({ a: '1', x: '1' }) }))
  return { place, notebook, write, note, other, talks, search }
}

/** How many documents hold an annotation, on disk. */
function countOnDisk(place: NotebookPlace, id: string): number {
  const texts = Object.values(snapshot(join(place.folder, 'annotations')))
  return texts.reduce((count, text) => count + text.split(id).length - 1, 0)
}

describe('relocateEvents', () => {
  it('lets annotations, entries and found events follow, on disk', async () => {
    const { place, notebook, note, other, talks, search } = await make()
    expect(await notebook.relocateEvents(moves)).toEqual({ annotations: 1, entries: 1 })
    const check = (opened: Notebook) => {
      expect(opened.getAnnotation(note.id)).toEqual({
        ...note,
        event: moved,
        formerEventIds: ['a'],
      })
      expect(opened.listAnnotations('b')).toHaveLength(1)
      expect(opened.listAnnotations('a')).toEqual([])
      expect(opened.getAnnotation(other.id)).toEqual(other)
      const { entries } = opened.getCollection(talks.id)
      expect(entries).toMatchObject([talks.entries[0]!, { event: moved, remark: 'see' }])
      const { events } = opened.getSavedSearch(search.id).seen
      expect(events).toMatchObject([{ id: 'b', date: to.date, version: '1' }, { id: 'x' }])
      expect(Object.keys(opened.marksOf(['a', 'b', 'x'])).sort()).toEqual(['b', 'x'])
    }
    check(notebook)
    expect(readFileSync(join(place.folder, july), 'utf8')).toContain(note.id)
    expect(countOnDisk(place, note.id)).toBe(1)
    check(await reopen(notebook, place))
  })

  it('changes nothing the second time', async () => {
    const { place, notebook } = await make()
    await notebook.relocateEvents(moves)
    const before = snapshot(place.folder)
    expect(await notebook.relocateEvents(moves)).toEqual({ annotations: 0, entries: 0 })
    expect(await notebook.relocateEvents([])).toEqual({ annotations: 0, entries: 0 })
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('writes each document once, however many annotations it holds', async () => {
    const { place, notebook, write } = await make()
    for (let number = 0; number < 20; number++) await write('a', `note ${number}`)
    const backups = () =>
      Object.keys(snapshot(place.backupFolder)).filter((path) => /2008/.test(path))
    const before = backups()
    expect((await notebook.relocateEvents(moves)).annotations).toBe(21)
    expect(backups().filter((path) => !before.includes(path))).toHaveLength(1)
  })

  it('goes both ways between two months at once', async () => {
    const { place, notebook, note } = await make()
    const copy = event('c', '2008-07-02')
    const late = await notebook.createAnnotation({ event: copy, note: 'late', tags: [] })
    const back = { from: 'c', to: event('d', '2008-06-01') }
    expect((await notebook.relocateEvents([...moves, back])).annotations).toBe(2)
    expect([note, late].map(({ id }) => countOnDisk(place, id))).toEqual([1, 1])
    expect(readFileSync(join(place.folder, june), 'utf8')).toContain(late.id)
    const again = await reopen(notebook, place)
    expect(again.getAnnotation(note.id).event.id).toBe('b')
    expect(again.getAnnotation(late.id).event.id).toBe('d')
  })

  it('is no step, and never lets undoing or redoing bring the old id back', async () => {
    const { place, notebook, note, other, talks, search } = await make()
    await notebook.updateAnnotation(note.id, { note: 'changed' })
    await notebook.deleteAnnotations([note.id])
    await notebook.deleteCollection(talks.id)
    await notebook.deleteSavedSearch(search.id)
    await notebook.undo()
    const { undo, redo } = notebook.status()
    expect(await notebook.relocateEvents(moves)).toEqual({ annotations: 1, entries: 1 })
    expect(notebook.status()).toMatchObject({ undo, redo })
    const mentions = () => [
      ...notebook.listAnnotations(null).map((one) => one.event.id),
      ...notebook.listCollections().flatMap(({ id }) => eventIds(notebook, id)),
      ...notebook.listSavedSearches().flatMap(({ id }) => foundIds(notebook, id)),
    ]
    const states = [mentions()]
    while (await notebook.undo()) states.push(mentions())
    expect(states.flat()).not.toContain('a')
    expect(states.flat().filter((id) => id === 'b').length).toBeGreaterThan(5)
    while (await notebook.redo()) states.push(mentions())
    expect(states.flat()).not.toContain('a')
    for (let step = 0; step < 4; step++) await notebook.undo()
    const again = await reopen(notebook, place)
    expect(again.getAnnotation(note.id)).toMatchObject({ note: 'on a', event: moved })
    expect(again.getAnnotation(other.id)).toEqual(other)
    expect(countOnDisk(place, note.id)).toBe(1)
    expect(eventIds(again, talks.id)).toEqual(['x', 'b'])
  })

  it('leaves both entries where the event is in the collection under both ids', async () => {
    const { place, notebook, talks } = await make()
    const { entries } = await notebook.addEntries(talks.id, [to])
    await notebook.setRemark(talks.id, entries[2]!.id, 'new remark')
    const before = notebook.getCollection(talks.id)
    expect(await notebook.relocateEvents(moves)).toEqual({ annotations: 1, entries: 0 })
    expect(notebook.getCollection(talks.id)).toBe(before)
    expect((await reopen(notebook, place)).getCollection(talks.id)).toEqual(before)
  })

  it('stays in its document where the other month’s cannot be read', async () => {
    const { place, notebook, note } = await make()
    await notebook.close()
    writeFileSync(join(place.folder, july), '{')
    const again = await open(place)
    expect((await again.relocateEvents(moves)).annotations).toBe(1)
    expect(readFileSync(join(place.folder, july), 'utf8')).toBe('{')
    expect(countOnDisk(place, note.id)).toBe(1)
    expect((await reopen(again, place)).getAnnotation(note.id).event).toEqual(moved)
  })

  it('does nothing in a notebook that is read-only', async () => {
    const { place, notebook } = await make()
    const second = await open(place)
    const before = snapshot(place.folder)
    expect(await second.relocateEvents(moves)).toEqual({ annotations: 0, entries: 0 })
    expect(second.listAnnotations('a')).toHaveLength(1)
    await notebook.close()
    expect(await notebook.relocateEvents(moves)).toEqual({ annotations: 0, entries: 0 })
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('keeps an annotation where it was until it is safe where it is going', async () => {
    const { place, notebook, note } = await make()
    const path = join(place.folder, july)
    mkdirSync(path)
    const relocation = notebook.relocateEvents(moves)
    await expect(relocation).rejects.toMatchObject({
      code: 'NOTEBOOK_NOT_SAVED',
      details: { path },
    })
    expect(countOnDisk(place, note.id)).toBe(1)
    expect(notebook.listAnnotations(null)).toHaveLength(2)
    expect(notebook.getAnnotation(note.id).event.id).toBe('b')
    await expect(notebook.retrySave()).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_SAVED' })
    expect(countOnDisk(place, note.id)).toBe(1)
    rmSync(path, { recursive: true })
    await notebook.retrySave()
    expect(notebook.status().save).toEqual({ state: 'saved' })
    expect(countOnDisk(place, note.id)).toBe(1)
    expect(readFileSync(path, 'utf8')).toContain(note.id)
    expect((await reopen(notebook, place)).listAnnotations(null)).toHaveLength(2)
  })

  it('lets one be written and deleted while it is on its way', async () => {
    const { place, notebook, note, write } = await make()
    const doomed = await write('a', 'doomed')
    const relocation = notebook.relocateEvents(moves)
    const edit = notebook.updateAnnotation(note.id, { note: 'written meanwhile' })
    const deletion = notebook.deleteAnnotations([doomed.id])
    const end = notebook.deleteForGood([{ kind: 'annotation', id: doomed.id }])
    await Promise.all([relocation, edit, deletion, end])
    expect([note, doomed].map(({ id }) => countOnDisk(place, id))).toEqual([1, 0])
    const again = await reopen(notebook, place)
    expect(again.getAnnotation(note.id)).toMatchObject({ note: 'written meanwhile', event: moved })
    expect(again.listAnnotations(null)).toHaveLength(2)
  })

  it('does not bring back what was deleted before it had left its old document', async () => {
    const { place, notebook, note } = await make()
    mkdirSync(join(place.folder, july))
    await expect(notebook.relocateEvents(moves)).rejects.toMatchObject({
      code: 'NOTEBOOK_NOT_SAVED',
    })
    rmSync(join(place.folder, july), { recursive: true })
    await notebook.deleteAnnotations([note.id])
    await notebook.deleteForGood([{ kind: 'annotation', id: note.id }])
    expect(countOnDisk(place, note.id)).toBe(0)
    await notebook.undo()
    await notebook.undo()
    expect(countOnDisk(place, note.id)).toBe(1)
    expect((await reopen(notebook, place)).getAnnotation(note.id).event).toEqual(moved)
  })

  it('agrees with another program that moved the same', async () => {
    const { place, notebook, note, talks } = await make()
    const elsewhere = { ...place, folder: join(place.base, 'elsewhere') }
    const before = snapshot(place.folder)
    for (const [path, text] of Object.entries(before)) writeAt(elsewhere.folder, path, text)
    const other = await open(elsewhere)
    await other.relocateEvents(moves)
    await other.close()
    for (const [path, text] of Object.entries(snapshot(elsewhere.folder))) {
      if (path.endsWith('.json')) writeAt(place.folder, path, text)
    }
    const after = snapshot(place.folder)
    await notebook.relocateEvents(moves)
    expect(snapshot(place.folder)).toEqual(after)
    const again = await reopen(notebook, place)
    expect(again.listAnnotations(null)).toHaveLength(2)
    expect(again.getAnnotation(note.id).event).toEqual(moved)
    expect(eventIds(again, talks.id)).toEqual(['x', 'b'])
  })

  it('joins the move with what another program wrote meanwhile', async () => {
    const { place, notebook, note, talks } = await make()
    const path = join(place.folder, june)
    const theirs = readFileSync(path, 'utf8').replace('"on a"', '"theirs"')
    const { modified } = note
    writeFileSync(path, theirs.replace(`"modified": "${modified}"`, '"modified": "2999"'))
    const [name] = Object.keys(snapshot(join(place.folder, 'collections'))) as [string]
    const collectionPath = join(place.folder, 'collections', name)
    const text = readFileSync(collectionPath, 'utf8')
    writeFileSync(collectionPath, text.replace('"see"', '"see there"'))
    await notebook.relocateEvents(moves)
    await notebook.flush()
    expect(countOnDisk(place, note.id)).toBe(1)
    const again = await reopen(notebook, place)
    expect(again.listAnnotations(null)).toHaveLength(2)
    expect(again.getAnnotation(note.id)).toMatchObject({ note: 'theirs', event: moved })
    expect(again.getCollection(talks.id).entries[1]).toMatchObject({
      remark: 'see there',
      event: moved,
    })
  })
})

function eventIds(notebook: Notebook, collectionId: string): EventId[] {
  return notebook.getCollection(collectionId).entries.map((entry) => entry.event.id)
}

function foundIds(notebook: Notebook, searchId: string): EventId[] {
  return notebook.getSavedSearch(searchId).seen.events!.map(({ id }) => id)
}

function writeAt(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text, 'latin1')
  chmodSync(join(folder, path), 0o600)
}
