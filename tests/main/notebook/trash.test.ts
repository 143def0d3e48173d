import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RecordName } from '#shared/trash.ts'
import {
  event,
  makePlace,
  open,
  reopen,
  savedSearch,
  selector,
  snapshot,
  stoppedClock,
} from './make-notebook.ts'

async function make() {
  const clock = stoppedClock()
  const place = makePlace()
  const notebook = await open(place, { now: clock.now })
  const words = selector('Talks resume')
  const marked = {
    event: event(),
    note: 'n',
    tags: ['t'],
    selector: words,
    colour: 'blue',
  } as const
  const note = await notebook.createAnnotation(marked)
  const talks = await notebook.createCollection('Talks')
  await notebook.addEntries(talks.id, [event(), event('b')])
  const search = await notebook.createSavedSearch(savedSearch())
  async function deleteAll() {
    for (const act of [
      () => notebook.deleteAnnotations([note.id]),
      () => notebook.deleteCollection(talks.id),
      () => notebook.deleteSavedSearch(search.id),
    ]) {
      clock.advance(1000)
      await act()
    }
  }
  const names: RecordName[] = [
    { kind: 'savedSearch', id: search.id },
    { kind: 'collection', id: talks.id },
    { kind: 'annotation', id: note.id },
  ]
  return { clock, place, notebook, note, talks, search, names, deleteAll }
}

describe('Trash', () => {
  it('holds what was deleted, newest first, and nothing else sees it', async () => {
    const { place, notebook, note, talks, search, deleteAll } = await make()
    await deleteAll()
    const items = [
      { kind: 'savedSearch', id: search.id, title: 'Fuel aid', event: null, size: null },
      { kind: 'collection', id: talks.id, title: 'Talks', event: null, size: 2 },
      { kind: 'annotation', id: note.id, title: 'Talks resume', event: event(), size: null },
    ]
    expect(notebook.listTrash()).toMatchObject(items)
    for (const one of [notebook, await reopen(notebook, place)]) {
      expect(one.listTrash()).toMatchObject(items)
      expect([one.listAnnotations(null), one.listAnnotations(event().id)]).toEqual([[], []])
      expect([one.listCollections(), one.listSavedSearches(), one.listTags()]).toEqual([[], [], []])
      expect(one.marksOf([event().id, 'b'])).toEqual({})
      expect(one.readMarks()).toMatchObject({ annotations: [], collections: [] })
      expect(() => one.getAnnotation(note.id)).toThrow()
      expect(() => one.getCollection(talks.id)).toThrow()
      expect(() => one.findCollection('Talks')).toThrow()
      await expect(one.updateAnnotation(note.id, { note: 'x' })).rejects.toThrow()
      await expect(one.deleteAnnotations([note.id])).rejects.toThrow()
    }
  })

  it('gives everything back as it was, as one step', async () => {
    const { place, notebook, note, names, deleteAll } = await make()
    const before = [notebook.listAnnotations(null), notebook.listCollections(), notebook.listTags()]
    await deleteAll()
    await notebook.restoreFromTrash(names)
    expect(notebook.status().undo).toBe('Restore 3 items from trash')
    expect(notebook.listTrash()).toEqual([])
    const after = [notebook.listAnnotations(null), notebook.listCollections(), notebook.listTags()]
    expect(after).toEqual(before)
    await notebook.undo()
    expect(notebook.listTrash()).toHaveLength(3)
    await notebook.redo()
    expect((await reopen(notebook, place)).getAnnotation(note.id)).toEqual(note)
  })

  it('deletes for good as one step, which can be undone', async () => {
    const { place, notebook, names, deleteAll } = await make()
    await deleteAll()
    const listed = notebook.listTrash()
    await notebook.deleteForGood(names)
    expect(notebook.status().undo).toBe('Delete 3 items for good')
    expect(notebook.listTrash()).toEqual([])
    expect(Object.values(snapshot(place.folder)).join()).not.toContain('Talks resume')
    await notebook.undo()
    expect(notebook.listTrash()).toEqual(listed)
    await notebook.redo()
    expect((await reopen(notebook, place)).listTrash()).toEqual([])
  })

  it('refuses what is not in it, and changes nothing', async () => {
    const { notebook, names, note } = await make()
    for (const [kind, code] of [
      ['annotation', 'ANNOTATION_NOT_FOUND'],
      ['collection', 'COLLECTION_NOT_FOUND'],
      ['savedSearch', 'SAVED_SEARCH_NOT_FOUND'],
      ['claim', 'CLAIM_NOT_FOUND'],
    ] as const) {
      const wrong = [{ kind, id: 'x' }]
      await expect(notebook.restoreFromTrash(wrong)).rejects.toMatchObject({ code })
      await expect(notebook.deleteForGood(wrong)).rejects.toMatchObject({ code })
    }
    await expect(notebook.deleteForGood(names)).rejects.toThrow()
    await notebook.deleteAnnotations([note.id])
    const { undo } = notebook.status()
    await expect(notebook.restoreFromTrash(names)).rejects.toThrow()
    expect(notebook.status().undo).toBe(undo)
  })

  it('follows moved events', async () => {
    const { notebook, note, deleteAll } = await make()
    await deleteAll()
    await notebook.relocateEvents([{ from: event().id, to: event('z', '2009-01-01') }])
    await notebook.restoreFromTrash([{ kind: 'annotation', id: note.id }])
    expect(notebook.getAnnotation(note.id).event.id).toBe('z')
  })

  it('lets go of what another program wrote on in the meantime', async () => {
    const { place, notebook, note, talks } = await make()
    function editOnDisk(folder: string, from: string, to: string) {
      const [name] = Object.keys(snapshot(join(place.folder, folder))) as [string]
      const path = join(place.folder, folder, name)
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
    }
    editOnDisk('annotations', '"note": "n"', '"note": "written elsewhere"')
    await notebook.deleteAnnotations([note.id])
    expect(notebook.getAnnotation(note.id).note).toBe('written elsewhere')
    editOnDisk('collections', '"introduction": ""', '"introduction": "written elsewhere"')
    await notebook.deleteCollection(talks.id)
    expect(notebook.getCollection(talks.id).introduction).toBe('written elsewhere')
    expect(notebook.listTrash()).toEqual([])
  })

  it('does not delete for good what another program took out and wrote on', async () => {
    const { place, notebook, talks } = await make()
    await notebook.deleteCollection(talks.id)
    const [name] = Object.keys(snapshot(join(place.folder, 'collections'))) as [string]
    const path = join(place.folder, 'collections', name)
    const document = JSON.parse(readFileSync(path, 'utf8')) as { data: Record<string, unknown> }
    delete document.data['deleted']
    document.data['introduction'] = 'written elsewhere'
    writeFileSync(path, JSON.stringify(document))
    await notebook.deleteForGood([{ kind: 'collection', id: talks.id }])
    expect(notebook.getCollection(talks.id).introduction).toBe('written elsewhere')
    const again = await reopen(notebook, place)
    expect(again.getCollection(talks.id).introduction).toBe('written elsewhere')
  })
})
