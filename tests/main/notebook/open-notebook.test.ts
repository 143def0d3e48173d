import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SaveState } from '#shared/notebook.ts'
import { event, makePlace, open, reopen, snapshot } from './make-notebook.ts'

const note = { event: event(), note: 'a note', tags: ['war'] }
const june = 'annotations/2008-06.json'

async function makeWritten() {
  const place = makePlace()
  const notebook = await open(place)
  const annotation = await notebook.createAnnotation(note)
  const other = { ...note, event: event('b', '2009-01-01') }
  await notebook.createAnnotation(other)
  const collection = await notebook.createCollection('Talks')
  await notebook.addEntries(collection.id, [event()])
  await notebook.close()
  return { ...place, annotation, collection, path: join(place.folder, june) }
}

describe('openNotebook', () => {
  it('makes a private folder that says whose it is', async () => {
    const place = makePlace()
    const notebook = await open(place)
    expect(notebook.status()).toEqual({
      path: place.folder,
      readOnly: null,
      problems: [],
      save: { state: 'saved' },
      undo: null,
      redo: null,
    })
    const document = JSON.parse(readFileSync(join(place.folder, 'notebook.json'), 'utf8')) as object
    expect(document).toMatchObject({
      format: 'annals-notebook',
      version: 2,
      data: { archive: place.archive },
    })
    expect(statSync(place.folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(place.folder, 'notebook.json')).mode & 0o777).toBe(0o600)
  })

  it('finds everything again, and changes no file by opening', async () => {
    const place = await makeWritten()
    const before = snapshot(place.folder)
    const notebook = await open(place)
    expect(notebook.getAnnotation(place.annotation.id)).toEqual(place.annotation)
    expect(notebook.getCollection(place.collection.id).entries[0]?.event).toEqual(event())
    await notebook.close()
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('leaves files alone that are not its own', async () => {
    const place = await makeWritten()
    const strangers = ['README.md', 'annotations/notes.json', 'annotations/x.sync-conflict.json']
    for (const name of strangers) writeFileSync(join(place.folder, name), 'mine')
    const notebook = await open(place)
    await notebook.createAnnotation(note)
    await notebook.close()
    expect(notebook.status().problems).toEqual([])
    for (const name of strangers) {
      expect(readFileSync(join(place.folder, name), 'utf8')).toBe('mine')
    }
  })

  it('removes what a killed process was writing, and nothing that looks like it', async () => {
    const place = await makeWritten()
    const leftover = '.2008-06.json.0e9f2f4e-0000-4000-8000-000000000000.tmp'
    writeFileSync(join(place.folder, 'annotations', leftover), '{')
    writeFileSync(join(place.folder, 'annotations', 'my.tmp'), '{')
    await open(place)
    expect(existsSync(join(place.folder, 'annotations', leftover))).toBe(false)
    expect(existsSync(join(place.folder, 'annotations', 'my.tmp'))).toBe(true)
  })

  it('follows an archive that was moved, and leaves the notebook of another archive its own', async () => {
    const place = makePlace()
    const path = join(place.folder, 'notebook.json')
    const owner = () => (JSON.parse(readFileSync(path, 'utf8')) as { data: object }).data
    await (await open(place)).close()
    const other = { path: join(place.base, 'other'), name: 'other', fingerprint: 'f' }
    await (await open(place, { archive: other })).close()
    expect(owner()).toMatchObject({ archive: place.archive })
    rmSync(place.archive.path, { recursive: true })
    await (await open(place, { archive: other })).close()
    expect(owner()).toMatchObject({ archive: other })
  })

  it('never writes into the archive, not even by a link', async () => {
    const place = makePlace()
    symlinkSync(place.archive.path, join(place.base, 'link'))
    for (const way of ['archive', 'archive/notes', 'link/notes']) {
      const notebook = await open(place, { folder: join(place.base, way) })
      expect(notebook.status().readOnly).toMatchObject({ code: 'NOTEBOOK_READ_ONLY' })
      await expect(notebook.createAnnotation(note)).rejects.toMatchObject({
        code: 'NOTEBOOK_READ_ONLY',
      })
    }
    expect(snapshot(place.archive.path)).toEqual({})
  })

  it('opens read-only where the folder is a file', async () => {
    const place = makePlace()
    writeFileSync(place.folder, 'mine')
    const notebook = await open(place)
    expect(notebook.status().readOnly?.code).toBe('NOTEBOOK_READ_ONLY')
    expect(notebook.status().problems[0]).toMatchObject({ code: 'NOTEBOOK_UNREADABLE' })
    expect(readFileSync(place.folder, 'utf8')).toBe('mine')
  })

  it('lists a damaged document, leaves it as it is, and works on with the others', async () => {
    const place = await makeWritten()
    const good = readFileSync(place.path)
    const damages: [string, Uint8Array][] = [
      ['empty', Buffer.alloc(0)],
      ['zeros', Buffer.alloc(good.length)],
      ['null', Buffer.from('null')],
      ['number', Buffer.from('0')],
      ['list', Buffer.from('[]')],
      ['bad UTF-8', Buffer.concat([good.subarray(0, 60), Buffer.from([0xff]), good.subarray(60)])],
      ...[1, 100, good.length - 3].map((length): [string, Uint8Array] => [
        `cut off at ${length}`,
        good.subarray(0, length),
      ]),
    ]
    for (const [name, bytes] of damages) {
      writeFileSync(place.path, bytes)
      const notebook = await open(place)
      expect(notebook.status(), name).toMatchObject({
        readOnly: null,
        problems: [{ path: place.path, code: 'NOTEBOOK_DAMAGED' }],
      })
      const refusal = { code: 'NOTEBOOK_DAMAGED', details: { path: place.path } }
      await expect(notebook.createAnnotation(note), name).rejects.toMatchObject(refusal)
      expect(notebook.status().undo).toBeNull()
      const other = { ...note, event: event('b', '2009-01-01') }
      await notebook.createAnnotation(other)
      await notebook.close()
      expect(readFileSync(place.path), name).toEqual(Buffer.from(bytes))
    }
  })

  it('names the newest backup of a damaged document that can be read', async () => {
    const place = await makeWritten()
    let notebook = await open(place)
    await notebook.updateAnnotation(place.annotation.id, { note: 'second' })
    const second = readFileSync(place.path, 'utf8')
    await notebook.updateAnnotation(place.annotation.id, { note: 'third' })
    await notebook.close()
    writeFileSync(place.path, second.slice(0, 99))
    notebook = await open(place)
    const [problem] = notebook.status().problems
    expect(readFileSync(problem!.backup!, 'utf8')).toBe(second)

    await notebook.close()
    writeFileSync(problem!.backup!, '{')
    notebook = await open(place)
    const [again] = notebook.status().problems
    expect(readFileSync(again!.backup!, 'utf8')).toContain('a note')
  })

  it('opens a damaged collection as a problem', async () => {
    const place = await makeWritten()
    const folder = join(place.folder, 'collections')
    const [file] = Object.keys(snapshot(folder)) as [string]
    writeFileSync(join(folder, file), '{}')
    const notebook = await open(place)
    expect(notebook.listCollections()).toEqual([])
    expect(notebook.status().problems).toMatchObject([
      { path: join(folder, file), code: 'NOTEBOOK_DAMAGED', backup: expect.any(String) as string },
    ])
  })

  it('takes a folder or pipe in a document’s place for unreadable', async () => {
    const place = await makeWritten()
    rmSync(place.path)
    mkdirSync(place.path)
    const notebook = await open(place)
    expect(notebook.status().problems).toMatchObject([{ code: 'NOTEBOOK_UNREADABLE' }])
    await expect(notebook.createAnnotation(note)).rejects.toMatchObject({
      code: 'NOTEBOOK_UNREADABLE',
    })
  })

  it.each([
    ['NOTEBOOK_DAMAGED', '{"format":'],
    ['NOTEBOOK_NEWER', '{"format":"annals-notebook","version":3,"data":{"new":1}}'],
  ])('is read-only as a whole where notebook.json is %s', async (code, text) => {
    const place = await makeWritten()
    writeFileSync(join(place.folder, 'notebook.json'), text)
    const before = snapshot(place.folder)
    const notebook = await open(place)
    expect(notebook.status()).toMatchObject({ readOnly: { code }, problems: [{ code }] })
    expect(notebook.listAnnotations(null)).toHaveLength(2)
    await expect(notebook.createAnnotation(note)).rejects.toMatchObject({ code })
    await expect(notebook.deleteCollection(place.collection.id)).rejects.toMatchObject({ code })
    await notebook.close()
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('neither reads nor writes a document of a newer version', async () => {
    const place = await makeWritten()
    const text = readFileSync(place.path, 'utf8').replace('"version": 2', '"version": 7')
    writeFileSync(place.path, text)
    const notebook = await open(place)
    await expect(notebook.createAnnotation(note)).rejects.toMatchObject({ code: 'NOTEBOOK_NEWER' })
    expect(readFileSync(place.path, 'utf8')).toBe(text)
  })

  it('keeps the mode of a file and follows a link', async () => {
    const place = await makeWritten()
    const elsewhere = join(place.base, 'elsewhere.json')
    renameSync(place.path, elsewhere)
    symlinkSync(elsewhere, place.path)
    chmodSync(elsewhere, 0o640)
    const notebook = await open(place)
    await notebook.updateAnnotation(place.annotation.id, { note: 'changed' })
    expect(readFileSync(elsewhere, 'utf8')).toContain('changed')
    expect(statSync(elsewhere).mode & 0o777).toBe(0o640)
  })

  it('goes on without a backup where none can be made, and says so', async () => {
    const place = await makeWritten()
    const away = { ...place, backupFolder: join(place.base, 'file') }
    writeFileSync(away.backupFolder, '')
    const notebook = await open(away)
    await notebook.updateAnnotation(place.annotation.id, { note: 'changed' })
    expect(notebook.status()).toMatchObject({
      save: { state: 'saved' },
      problems: [
        { path: away.backupFolder, message: expect.stringContaining('Backups') as string },
      ],
    })
    expect(readFileSync(place.path, 'utf8')).toContain('changed')
  })

  it('tells of every change and of saving', async () => {
    const states: SaveState[] = []
    let changes = 0
    const notebook = await open(makePlace(), {
      onChange: () => (changes += 1),
      onSaveState: (state) => states.push(state),
    })
    states.length = 0
    const saved = notebook.createAnnotation(note)
    expect([changes, notebook.listAnnotations(null).length]).toEqual([1, 1])
    expect(states).toEqual([{ state: 'saving' }])
    await saved
    expect(states).toEqual([{ state: 'saving' }, { state: 'saved' }])
    await notebook.undo()
    expect(changes).toBe(2)
  })

  it('hands out what nobody can change by accident', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createAnnotation(note)
    expect(() => notebook.getAnnotation(id).tags.push('x')).toThrow(TypeError)
  })

  it('saves on closing, and refuses changes from then on', async () => {
    const place = makePlace()
    const notebook = await open(place)
    void notebook.createAnnotation(note)
    const again = await reopen(notebook, place)
    expect(again.listAnnotations(null)).toHaveLength(1)
    await expect(notebook.createAnnotation(note)).rejects.toMatchObject({
      code: 'NOTEBOOK_READ_ONLY',
    })
  })

  it('makes many changes at once with few writes, and keeps all', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const texts = Array.from({ length: 300 }, (_, index) => `note ${index}`)
    await Promise.all(texts.map((text) => notebook.createAnnotation({ ...note, note: text })))
    const backups = Object.keys(snapshot(place.backupFolder)).filter((path) =>
      path.includes('2008'),
    )
    expect(backups.length).toBeLessThan(5)
    const kept = (await reopen(notebook, place)).listAnnotations(null)
    expect(new Set(kept.map((annotation) => annotation.note))).toEqual(new Set(texts))
  })
})
