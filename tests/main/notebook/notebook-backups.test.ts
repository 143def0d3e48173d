import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { event, makePlace, newNote, open, reopen, snapshot, stoppedClock } from './make-notebook.ts'

/** A notebook with a note whose wording changed, and a note that came later. */
async function make() {
  const place = makePlace()
  const clock = stoppedClock(new Date(2026, 5, 3, 14, 5).toISOString())
  const notebook = await open(place, { now: clock.now })
  const { id } = await notebook.createAnnotation(newNote({ note: 'old' }))
  clock.advance(60_000)
  await notebook.updateAnnotation(id, { note: 'new' })
  const later = await notebook.createAnnotation(newNote({ note: 'later' }))
  const versions = await notebook.listBackups()
  const oldest = versions.filter(({ document }) => document.startsWith('annotations')).at(-1)
  return { place, clock, notebook, id, later, oldest: oldest!.id }
}

describe('Notebook.compareBackup', () => {
  it('sets a backup beside the notebook as it is', async () => {
    const { notebook, id, oldest } = await make()
    expect(await notebook.compareBackup(oldest)).toMatchObject({
      version: { id: oldest, title: 'Notes on June 2008', document: 'annotations/2008-06.json' },
      records: [
        {
          kind: 'annotation',
          id,
          title: event().title,
          difference: 'changed',
          before: 'old',
          now: 'new',
        },
      ],
      addedSince: 1,
    })
    await notebook.updateAnnotation(id, { note: 'old' })
    await notebook.deleteAnnotations([id])
    const { records } = await notebook.compareBackup(oldest)
    expect(records).toMatchObject([{ difference: 'gone', before: 'old', now: null }])
  })

  it('counts what only lies in the trash as gone', async () => {
    const { notebook } = await make()
    const { id } = await notebook.createCollection('Talks')
    await notebook.addEntries(id, [event()])
    await notebook.removeEntries(id, [notebook.getCollection(id).entries[0]!.id])
    const versions = await notebook.listBackups()
    const talks = versions.filter(({ title }) => title === 'Talks').at(-1)!
    const compare = async () => (await notebook.compareBackup(talks.id)).records[0]
    expect(await compare()).toMatchObject({ difference: 'same' })
    await notebook.deleteCollection(id)
    expect(await compare()).toMatchObject({ difference: 'gone', now: null })
    expect(await notebook.restoreBackup(talks.id, [{ kind: 'collection', id }])).toBe(1)
    expect(notebook.listTrash()).toEqual([])
    expect(notebook.listCollections()).toMatchObject([{ id, name: 'Talks' }])
  })

  it('refuses what is not there or cannot be read', async () => {
    const { place, notebook, oldest } = await make()
    await expect(notebook.compareBackup('annotations/x')).rejects.toMatchObject({
      code: 'BACKUP_NOT_FOUND',
    })
    truncateSync(join(place.backupFolder, oldest), 50)
    await expect(notebook.compareBackup(oldest)).rejects.toMatchObject({ code: 'NOTEBOOK_DAMAGED' })
  })
})

describe('Notebook.restoreBackup', () => {
  it('puts the earlier version of what is there beside it, once, as a step', async () => {
    const { place, notebook, id, oldest } = await make()
    const names = [{ kind: 'annotation', id }] as const
    expect(await notebook.restoreBackup(oldest, [...names])).toBe(1)
    expect(await notebook.restoreBackup(oldest, [...names])).toBe(0)
    const notes = () => notebook.listAnnotations(null).map(({ note, copyOf }) => ({ note, copyOf }))
    expect(notes()).toHaveLength(3)
    expect(notes()).toContainEqual({ note: 'old', copyOf: id })
    expect(notebook.getAnnotation(id).note).toBe('new')
    expect(await notebook.undo()).toEqual({ label: 'Restore 1 record from “Notes on June 2008”' })
    expect(notes()).toHaveLength(2)
    await notebook.redo()
    const again = await reopen(notebook, place)
    expect(again.listAnnotations(null)).toHaveLength(3)
  })

  it('brings back what is gone as it was, in one step', async () => {
    const { notebook, id, later } = await make()
    const before = [notebook.getAnnotation(id), later]
    await notebook.deleteAnnotations([id, later.id])
    await notebook.deleteForGood([
      { kind: 'annotation', id },
      { kind: 'annotation', id: later.id },
    ])
    expect(notebook.listAnnotations(null)).toEqual([])
    const [newest] = await notebook.listBackups()
    const names = before.map((annotation) => ({ kind: 'annotation', id: annotation.id }) as const)
    expect(await notebook.restoreBackup(newest!.id, names)).toBe(2)
    expect(before).toEqual(before.map((annotation) => notebook.getAnnotation(annotation.id)))
    await notebook.undo()
    expect(notebook.listAnnotations(null)).toEqual([])
  })

  it('names the earlier version of a collection for its time', async () => {
    const { clock, notebook } = await make()
    const { id } = await notebook.createCollection('Talks')
    await notebook.updateCollection(id, { introduction: 'first' })
    clock.advance(60_000)
    await notebook.updateCollection(id, { introduction: 'second' })
    const versions = await notebook.listBackups()
    const first = versions.filter(({ document }) => document.startsWith('collections'))[0]!
    await notebook.restoreBackup(first.id, [{ kind: 'collection', id }])
    const collections = notebook.listCollections()
    expect(collections).toHaveLength(2)
    const copy = collections.find((one) => one.id !== id)!
    expect(copy.name).toMatch(/^Talks \(from 3 June.*, 14:07\)$/)
    expect(notebook.getCollection(copy.id).introduction).toBe('first')
    expect(notebook.getCollection(id).introduction).toBe('second')
  })
})

describe('Notebook.restoreDocument', () => {
  it('puts the newest backup in place of a damaged document, which stays beside it', async () => {
    const { place, clock, notebook, id } = await make()
    await notebook.close()
    const june = join(place.folder, 'annotations', '2008-06.json')
    writeFileSync(june, '{ cut')
    const again = await open(place, { now: clock.now })
    expect(again.status().problems).toMatchObject([{ path: june, code: 'NOTEBOOK_DAMAGED' }])
    expect(again.listAnnotations(null)).toEqual([])
    const { damaged, from, backupAt } = await again.restoreDocument(june)
    expect(readFileSync(damaged ?? '', 'utf8')).toBe('{ cut')
    expect([from, backupAt]).toEqual(['backup', clock.now().toISOString()])
    expect(again.status().problems).toEqual([])
    expect(again.getAnnotation(id).note).toBe('new')
    await again.updateAnnotation(id, { note: 'after' })
    const third = await reopen(again, place)
    expect(third.getAnnotation(id).note).toBe('after')
    await expect(third.restoreDocument(june)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('restores from any backup, also where the document itself is damaged', async () => {
    const { place, clock, notebook, id, oldest } = await make()
    await notebook.close()
    const june = join(place.folder, 'annotations', '2008-06.json')
    writeFileSync(june, 'null')
    const again = await open(place, { now: clock.now })
    expect((await again.compareBackup(oldest)).records).toMatchObject([{ difference: 'gone' }])
    expect(await again.restoreBackup(oldest, [{ kind: 'annotation', id }])).toBe(1)
    expect(again.listAnnotations(null).map(({ note }) => note)).toContain('old')
    expect(readdirSync(join(place.folder, 'annotations'))).toHaveLength(2)
  })

  it('lets a document begin anew that has no backup, and keeps its bytes', async () => {
    const { place, notebook } = await make()
    await notebook.close()
    const june = join(place.folder, 'annotations', '1999-06.json')
    writeFileSync(june, '')
    const again = await open(place)
    const note = newNote({ event: event('old', '1999-06-01') })
    await expect(again.createAnnotation(note)).rejects.toMatchObject({ code: 'NOTEBOOK_DAMAGED' })
    expect(await again.restoreDocument(june)).toMatchObject({ from: 'nothing' })
    await again.createAnnotation(note)
    expect(readFileSync(june, 'utf8')).toContain('1999-06-01')
  })

  it('leaves a document alone that a newer Annals wrote', async () => {
    const { place, notebook } = await make()
    await notebook.close()
    const june = join(place.folder, 'annotations', '2008-06.json')
    writeFileSync(june, readFileSync(june, 'utf8').replace(/"version": \d+/, '"version": 99'))
    const before = snapshot(place.folder)
    const again = await open(place)
    await expect(again.restoreDocument(june)).rejects.toMatchObject({ code: 'NOTEBOOK_NEWER' })
    await again.close()
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('makes a notebook writable again whose own document was damaged', async () => {
    const { place, notebook, id } = await make()
    await notebook.close()
    const identity = join(place.folder, 'notebook.json')
    const before = JSON.parse(readFileSync(identity, 'utf8')) as object
    writeFileSync(identity, '')
    const again = await open(place)
    expect(again.status().readOnly?.code).toBe('NOTEBOOK_DAMAGED')
    await again.restoreDocument(identity)
    expect(again.status()).toMatchObject({ readOnly: null, problems: [] })
    await again.updateAnnotation(id, { note: 'writable' })
    expect(JSON.parse(readFileSync(identity, 'utf8'))).toMatchObject({
      data: { archive: (before as { data: { archive: object } }).data.archive },
    })
  })
})
