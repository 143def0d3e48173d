import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import { event, makePlace, newNote, open, snapshot } from './make-notebook.ts'

/** The document of June as another program would write it. */
interface Written {
  format: string
  version: number
  data: { annotations: Annotation[] }
}

/** A notebook with two notes in June and one in July, and another program at its files. */
async function make() {
  const place = makePlace()
  const told: NotebookMarks[] = []
  const notebook = await open(place, { onChange: (change) => told.push(change) })
  const june = join(place.folder, 'annotations', '2008-06.json')
  const first = await notebook.createAnnotation(newNote({ note: 'first' }))
  const second = await notebook.createAnnotation(newNote({ note: 'second' }))
  const july = event('news/2008/07/1/aid', '2008-07-01')
  await notebook.createAnnotation(newNote({ event: july, note: 'july' }))
  told.length = 0

  function editOutside(edit: (annotations: Annotation[]) => Annotation[]): void {
    const document = JSON.parse(readFileSync(june, 'utf8')) as Written
    document.data.annotations = edit(document.data.annotations)
    writeFileSync(june, JSON.stringify(document, null, 2))
  }
  const notes = () => notebook.listAnnotations(null).map(({ note }) => note)
  return { place, notebook, told, june, first, second, editOutside, notes }
}

const changeNote = (id: string, note: string) => (annotations: Annotation[]) =>
  annotations.map((one) => (one.id === id ? { ...one, note, modified: '2090-01-01' } : one))

describe('Notebook.look', () => {
  it('takes in what another program changed, and tells of that alone', async () => {
    const { notebook, told, first, second, editOutside } = await make()
    editOutside(changeNote(first.id, 'changed by Git'))
    await notebook.look(null)
    expect(notebook.getAnnotation(first.id).note).toBe('changed by Git')
    expect(told.flatMap(({ annotations }) => annotations.map(({ id }) => id))).toEqual([first.id])
    await notebook.updateAnnotation(second.id, { note: 'mine' })
    expect(notebook.getAnnotation(first.id).note).toBe('changed by Git')
    expect(notebook.status()).toMatchObject({ problems: [], save: { state: 'saved' } })
  })

  it('does nothing where nothing changed, and does not undo what others did', async () => {
    const { notebook, told, first, editOutside } = await make()
    await notebook.look(null)
    await notebook.look(null)
    expect(told).toEqual([])
    await notebook.updateAnnotation(first.id, { note: 'mine' })
    editOutside(changeNote(first.id, 'theirs'))
    await notebook.look(null)
    while (notebook.status().undo !== null) await notebook.undo()
    expect(notebook.listAnnotations(null).map(({ note }) => note)).toContain('theirs')
  })

  it('follows new, renamed and deleted documents', async () => {
    const { place, notebook, june, notes } = await make()
    const august = june.replace('06', '08')
    const text = readFileSync(june, 'utf8').replaceAll('2008-06', '2008-08')
    writeFileSync(august, text.replaceAll(/"id": "[0-9a-f]/g, '"id": "z').replace('first', 'new'))
    await notebook.look(null)
    expect(notes()).toContain('new')
    unlinkSync(june)
    await notebook.look(null)
    expect(notes()).not.toContain('first')
    expect(notes()).toContain('july')

    const { id } = await notebook.createCollection('Talks')
    const folder = join(place.folder, 'collections')
    const [name = ''] = readdirSync(folder)
    renameSync(join(folder, name), join(folder, `other-${id.slice(0, 8)}.json`))
    await notebook.look(null)
    expect(notebook.getCollection(id).name).toBe('Talks')
    await notebook.updateCollection(id, { introduction: 'more' })
    expect(readdirSync(folder)).toEqual([`other-${id.slice(0, 8)}.json`])
    unlinkSync(join(folder, `other-${id.slice(0, 8)}.json`))
    await notebook.look(null)
    expect(notebook.listCollections()).toEqual([])
  })

  it('keeps a backup of what others deleted, from which it comes back', async () => {
    const { notebook, june, first, notes } = await make()
    unlinkSync(june)
    await notebook.look(null)
    expect(notes()).toEqual(['july'])
    const [version] = await notebook.listBackups()
    expect(version).toMatchObject({ title: 'Notes on June 2008', isReadable: true })
    const { records } = await notebook.compareBackup(version!.id)
    expect(records).toMatchObject([{ difference: 'gone' }, { difference: 'gone' }])
    expect(await notebook.restoreBackup(version!.id, records)).toBe(2)
    expect(notebook.getAnnotation(first.id)).toEqual(first)
  })

  it('never takes a folder that is gone, or most of it, for deleted notes', async () => {
    const { place, notebook, june, notes } = await make()
    const folder = join(place.folder, 'annotations')
    renameSync(folder, `${folder}-away`)
    await notebook.look(null)
    expect(notes()).toHaveLength(3)
    expect(notebook.status().problems).toMatchObject([{ path: folder, code: 'NOTEBOOK_DAMAGED' }])
    renameSync(`${folder}-away`, folder)
    await notebook.look(null)
    expect(notebook.status().problems).toEqual([])

    for (let month = 1; month <= 8; month++) {
      const date = `2010-0${month}-01`
      await notebook.createAnnotation(newNote({ event: event(date, date), note: date }))
    }
    const before = snapshot(folder)
    for (const name of readdirSync(folder).slice(0, 8)) unlinkSync(join(folder, name))
    await notebook.look(null)
    expect(notes()).toHaveLength(11)
    const restoration = await notebook.restoreDocument(folder)
    expect(restoration).toMatchObject({ path: folder, damaged: null, from: 'memory' })
    expect(snapshot(folder)).toEqual(before)
    expect(existsSync(june)).toBe(true)
    expect(notebook.status().problems).toEqual([])
  })

  it('follows nothing where the notebook is gone or another folder took its place', async () => {
    const { place, notebook, notes } = await make()
    renameSync(place.folder, `${place.folder}-away`)
    await notebook.look(null)
    expect(notes()).toHaveLength(3)
    const other = await open({ ...place, backupFolder: `${place.backupFolder}-other` })
    await other.createAnnotation(newNote({ note: 'of another' }))
    await other.close()
    await notebook.look(null)
    expect(notes()).toHaveLength(3)
    rmSync(place.folder, { recursive: true })
    renameSync(`${place.folder}-away`, place.folder)
  })

  it('waits for a slow writer before it calls a document damaged', async () => {
    const { notebook, june, first, editOutside } = await make()
    editOutside(changeNote(first.id, 'written slowly'))
    const bytes = readFileSync(june)
    writeFileSync(june, bytes.subarray(0, 100))
    const looked = notebook.look(null)
    await setTimeout(120)
    expect(notebook.status().problems).toEqual([])
    writeFileSync(june, bytes)
    await looked
    expect(notebook.getAnnotation(first.id).note).toBe('written slowly')
    expect(notebook.status().problems).toEqual([])
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -40), 'JSON'],
    ['empty', () => '', 'empty'],
    [
      'a merge in Git that is not finished',
      (text: string) =>
        text.replace(/^(.*"first".*)$/m, '<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> other'),
      'both sides of a merge in Git',
    ],
  ])('keeps what it has of a document that is %s, and puts it right', async (_, damage, why) => {
    const { notebook, told, june, first, notes } = await make()
    const damaged = damage(readFileSync(june, 'utf8'))
    writeFileSync(june, damaged)
    await notebook.look(null)
    expect(notes()).toHaveLength(3)
    expect(told).toMatchObject([{ isAll: false, annotations: [], removed: [] }])
    await notebook.look(null)
    expect(told).toHaveLength(1)
    const message = expect.stringContaining(why) as string
    expect(notebook.status().problems).toMatchObject([
      { path: june, code: 'NOTEBOOK_DAMAGED', message, isInMemory: true },
    ])
    await expect(
      notebook.updateAnnotation(first.id, { note: 'while damaged' }),
    ).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_SAVED', details: { reason: 'NOTEBOOK_DAMAGED' } })
    expect(readFileSync(june, 'utf8')).toBe(damaged)

    const restoration = await notebook.restoreDocument(june)
    expect(restoration).toMatchObject({ path: june, from: 'memory' })
    expect(readFileSync(restoration.damaged ?? '', 'utf8')).toBe(damaged)
    expect(readFileSync(june, 'utf8')).toContain('while damaged')
    expect(notebook.status()).toMatchObject({ problems: [], save: { state: 'saved' } })
  })

  it('takes in a document again that others have put right', async () => {
    const { notebook, june, first, editOutside } = await make()
    editOutside(changeNote(first.id, 'merged'))
    const merged = readFileSync(june)
    writeFileSync(june, '<<<<<<< HEAD\n')
    await notebook.look(null)
    expect(notebook.status().problems).toHaveLength(1)
    writeFileSync(june, merged)
    await notebook.look(null)
    expect(notebook.status().problems).toEqual([])
    expect(notebook.getAnnotation(first.id).note).toBe('merged')
  })

  it('joins the other version that Syncthing puts beside a document, and keeps both sides', async () => {
    const { place, notebook, june, first, editOutside, notes } = await make()
    const ours = readFileSync(june)
    editOutside((all) => [
      ...changeNote(first.id, 'on the laptop')(all),
      { ...all[0]!, id: '00000000-0000-4000-8000-000000000000', note: 'new there' },
    ])
    const copy = june.replace('.json', '.sync-conflict-20260603-140512-ABCDEFG.json')
    renameSync(june, copy)
    writeFileSync(june, ours)
    await notebook.look(null)
    expect(notes().sort()).toEqual(['first', 'july', 'new there', 'on the laptop', 'second'])
    expect(existsSync(copy)).toBe(false)
    const versions = await notebook.listBackups()
    expect(versions.some(({ document }) => document.includes('sync-conflict'))).toBe(true)

    await notebook.close()
    writeFileSync(copy, '{ cut')
    const again = await open(place)
    expect(again.status().problems).toMatchObject([{ path: copy, code: 'NOTEBOOK_DAMAGED' }])
    expect(existsSync(copy)).toBe(true)
    await again.restoreDocument(copy)
    expect(again.status().problems).toEqual([])
    expect(readdirSync(join(place.folder, 'annotations'))).toHaveLength(3)
  })
})
