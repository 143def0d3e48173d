import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { canMount, fillDrive, remountDrive } from '../../../drives.ts'
import { openNotebook } from '../../../../src-main/notebook/open-notebook.ts'
import { event, makePlace, open, reopen, savedSearch, seen, snapshot } from '../make-notebook.ts'
import { mountSmall } from './mount.ts'

const june = 'annotations/2008-06.json'
const notSaved = { code: 'NOTEBOOK_NOT_SAVED' }
const failed = { state: 'failed', code: 'NOTEBOOK_NOT_SAVED' }

/** A drive with a notebook that has one note. */
async function makeOnDrive() {
  const place = makePlace()
  const drive = join(place.base, 'drive')
  expect(mountSmall(drive, '1m')).toBe(true)
  const onDrive = { ...place, drive, folder: join(drive, 'notebook') }
  const notebook = await open(onDrive)
  const annotation = await notebook.createAnnotation({ event: event(), note: 'old', tags: [] })
  return { ...onDrive, notebook, annotation, path: join(onDrive.folder, june) }
}

describe.runIf(canMount)('openNotebook on a full drive', () => {
  it('says so, leaves the old file, keeps the edit, and saves it once there is space', async () => {
    const { drive, notebook, annotation, path, ...place } = await makeOnDrive()
    const old = readFileSync(path)
    const filler = fillDrive(drive)
    const edit = notebook.updateAnnotation(annotation.id, { note: 'new' })
    await expect(edit).rejects.toMatchObject({
      ...notSaved,
      message: expect.stringContaining('no space left') as string,
      details: { path, reason: 'ENOSPC', id: annotation.id },
    })
    expect(readFileSync(path)).toEqual(old)
    expect(readdirSync(join(place.folder, 'annotations'))).toEqual(['2008-06.json'])
    expect(notebook.status().save).toMatchObject(failed)
    expect(notebook.getAnnotation(annotation.id).note).toBe('new')
    await expect(notebook.retrySave()).rejects.toMatchObject(notSaved)
    await expect(notebook.createCollection('Talks')).rejects.toMatchObject(notSaved)

    rmSync(filler)
    await notebook.retrySave()
    expect(notebook.status().save).toEqual({ state: 'saved' })
    const again = await reopen(notebook, place)
    expect(again.getAnnotation(annotation.id).note).toBe('new')
    expect(again.findCollection('Talks').entries).toEqual([])
  })

  it('saves again when the same words are sent again', async () => {
    const { drive, notebook, annotation, path } = await makeOnDrive()
    const filler = fillDrive(drive)
    const edit = () => notebook.updateAnnotation(annotation.id, { note: 'new' })
    await expect(edit()).rejects.toMatchObject(notSaved)
    await expect(edit()).rejects.toMatchObject(notSaved)
    rmSync(filler)
    await edit()
    expect(readFileSync(path, 'utf8')).toContain('"new"')
  })

  it('stays open where not everything could be saved on closing', async () => {
    const { drive, notebook, annotation } = await makeOnDrive()
    const filler = fillDrive(drive)
    await expect(notebook.deleteAnnotations([annotation.id])).rejects.toMatchObject(notSaved)
    await expect(notebook.close()).rejects.toMatchObject(notSaved)
    rmSync(filler)
    await notebook.undo()
    expect(notebook.getAnnotation(annotation.id).note).toBe('old')
    await notebook.close()
  })

  it('keeps a saved search and what it found until there is space', async () => {
    const { drive, notebook, ...place } = await makeOnDrive()
    const search = await notebook.createSavedSearch(savedSearch({ seen: seen({ a: '1' }) }))
    const before = snapshot(join(place.folder, 'searches'))
    const filler = fillDrive(drive)
    const later = seen({ a: '2' }, '2021-01-01T10:00:00.000Z')
    await expect(notebook.recordSeen(search.id, later)).rejects.toMatchObject(notSaved)
    await expect(notebook.createSavedSearch(savedSearch())).rejects.toMatchObject(notSaved)
    expect(snapshot(join(place.folder, 'searches'))).toEqual(before)
    expect(notebook.getSavedSearch(search.id).seen).toEqual(later)
    rmSync(filler)
    await notebook.retrySave()
    const again = await reopen(notebook, place)
    expect(again.getSavedSearch(search.id).seen).toEqual(later)
    expect(again.listSavedSearches()).toHaveLength(2)
  })

  it('keeps colours of tags until there is space', async () => {
    const { drive, notebook, annotation, ...place } = await makeOnDrive()
    await notebook.updateAnnotation(annotation.id, { tags: ['port'] })
    await notebook.changeTag('port', { colour: 'blue' })
    const before = snapshot(place.folder)
    const filler = fillDrive(drive)
    await expect(notebook.changeTag('port', { colour: 'green' })).rejects.toMatchObject({
      ...notSaved,
      details: { path: join(place.folder, 'tags.json'), reason: 'ENOSPC' },
    })
    await expect(notebook.changeTag('port', { name: 'harbour' })).rejects.toMatchObject(notSaved)
    expect(snapshot(place.folder)).toEqual(before)
    expect(notebook.listTags()).toEqual([{ tag: 'harbour', count: 1, colour: 'green' }])
    await expect(notebook.retrySave()).rejects.toMatchObject(notSaved)
    rmSync(filler)
    await notebook.retrySave()
    const again = await reopen(notebook, place)
    expect(again.listTags()).toEqual([{ tag: 'harbour', count: 1, colour: 'green' }])
  })

  it('keeps claims with their evidence until there is space', async () => {
    const { drive, notebook, annotation, ...place } = await makeOnDrive()
    const claim = await notebook.createClaim('The strike was called in May')
    const before = snapshot(place.folder)
    const filler = fillDrive(drive)
    const evidence = [{ annotation, outlets: ['courier.example'] }]
    await expect(notebook.addEvidence(claim.id, evidence, 'supports')).rejects.toMatchObject({
      ...notSaved,
      details: { reason: 'ENOSPC', id: claim.id },
    })
    await expect(
      notebook.updateClaim(claim.id, { verdict: 'Likely. '.repeat(1000) }),
    ).rejects.toMatchObject(notSaved)
    await expect(notebook.createClaim('It ended in June')).rejects.toMatchObject(notSaved)
    await expect(notebook.deleteClaim(notebook.findClaim('It ended in June').id)).rejects.toThrow()
    expect(snapshot(place.folder)).toEqual(before)
    expect(notebook.status().save).toMatchObject(failed)
    rmSync(filler)
    await notebook.retrySave()
    const again = await reopen(notebook, place)
    expect(again.listClaims()).toHaveLength(1)
    expect(again.getClaim(claim.id)).toMatchObject({
      verdict: 'Likely. '.repeat(1000),
      evidence: [{ annotationId: annotation.id, stance: 'supports', outlets: ['courier.example'] }],
    })
    expect(again.listTrash()).toMatchObject([{ kind: 'claim' }])
  })

  it('leaves an annotation where it was until it can be written where it is going', async () => {
    const { drive, notebook, annotation, path, ...place } = await makeOnDrive()
    const talks = await notebook.createCollection('Talks')
    await notebook.addEntries(talks.id, [event()])
    const before = snapshot(place.folder)
    const filler = fillDrive(drive)
    const moves = [{ from: event().id, to: event('moved', '2008-07-01') }]
    await expect(notebook.relocateEvents(moves)).rejects.toMatchObject(notSaved)
    rmSync(filler)
    expect(snapshot(place.folder)).toEqual(before)
    expect(notebook.listAnnotations('moved')).toHaveLength(1)
    await notebook.retrySave()
    expect(readFileSync(path, 'utf8')).not.toContain(annotation.id)
    const again = await reopen(notebook, place)
    expect(again.listAnnotations(null)).toMatchObject([{ event: { id: 'moved' }, note: 'old' }])
    expect(again.getCollection(talks.id).entries).toMatchObject([{ event: { id: 'moved' } }])
  })

  it('never replaces a long document by a part of it', async () => {
    const { notebook, annotation, path } = await makeOnDrive()
    await notebook.updateAnnotation(annotation.id, { note: 'a'.repeat(400_000) })
    const old = readFileSync(path)
    const edit = notebook.updateAnnotation(annotation.id, { note: 'b'.repeat(800_000) })
    await expect(edit).rejects.toMatchObject(notSaved)
    expect(readFileSync(path).equals(old)).toBe(true)
  })

  it('is told when the backups’ drive is full, and deletes no backup and no collection', async () => {
    const place = makePlace()
    expect(mountSmall(place.backupFolder, '1m')).toBe(true)
    const notebook = await open(place)
    const { id } = await notebook.createCollection('Talks')
    for (let round = 0; round < 7; round++) {
      await notebook.updateCollection(id, { introduction: `${round}` })
    }
    const backups = snapshot(place.backupFolder)
    const filler = fillDrive(place.backupFolder)
    await notebook.updateCollection(id, { introduction: 'last' })
    expect(notebook.status().save).toEqual({ state: 'saved' })
    expect(notebook.status().problems).toMatchObject([{ path: place.backupFolder }])
    expect(snapshot(place.backupFolder)).toMatchObject(backups)
    await notebook.deleteCollection(id)
    const trashed = snapshot(join(place.folder, 'collections'))
    const end = notebook.deleteForGood([{ kind: 'collection', id }])
    await expect(end).rejects.toMatchObject(notSaved)
    expect(snapshot(join(place.folder, 'collections'))).toEqual(trashed)
    rmSync(filler)
    await notebook.retrySave()
    expect(snapshot(join(place.folder, 'collections'))).toEqual({})
  })
})

describe.runIf(canMount)('openNotebook on a drive that is or becomes read-only', () => {
  it('opens read-only, names the folder and changes nothing', async () => {
    const { drive, notebook, annotation, ...place } = await makeOnDrive()
    await notebook.close()
    const before = snapshot(place.folder)
    expect(remountDrive(drive, 'ro')).toBe(true)
    const again = await open(place)
    expect(again.status()).toMatchObject({
      readOnly: {
        code: 'NOTEBOOK_READ_ONLY',
        message: expect.stringContaining(place.folder) as string,
      },
      problems: [],
    })
    expect(again.getAnnotation(annotation.id).note).toBe('old')
    const edit = again.updateAnnotation(annotation.id, { note: 'new' })
    await expect(edit).rejects.toMatchObject({ code: 'NOTEBOOK_READ_ONLY' })
    await again.close()
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('keeps an edit until the drive can be written again', async () => {
    const { drive, notebook, annotation, path } = await makeOnDrive()
    // The lock keeps a file open for writing, so that the drive itself cannot be remounted.
    const hidden = join(drive, 'notebook', 'annotations')
    expect(mountSmall(hidden, '1m') && remountDrive(hidden, 'ro')).toBe(true)
    const edit = notebook.updateAnnotation(annotation.id, { note: 'new' })
    await expect(edit).rejects.toMatchObject({ ...notSaved, details: { reason: 'EROFS' } })
    expect(remountDrive(hidden, 'rw')).toBe(true)
    await notebook.retrySave()
    expect(readFileSync(path, 'utf8')).toContain('"new"')
  })

  it('never writes into the empty folder that a removed drive leaves', async () => {
    const place = makePlace()
    expect(mountSmall(place.folder, '1m')).toBe(true)
    const notebook = await open(place)
    const made = await notebook.createAnnotation({ event: event(), note: 'old', tags: [] })
    mountSmall(place.folder, '64k')
    const edit = notebook.updateAnnotation(made.id, { note: 'new' })
    await expect(edit).rejects.toMatchObject({
      ...notSaved,
      message: expect.stringContaining('removed') as string,
    })
    expect(snapshot(place.folder)).toEqual({})
  })
})

/** Act as a user who is not root for the length of a test. */
function becomeOrdinary(...folders: string[]): void {
  if (process.geteuid?.() !== 0) return
  for (const folder of folders) chownSync(folder, 65_534, 65_534)
  process.seteuid?.(65_534)
  onTestFinished(() => {
    process.seteuid?.(0)
  })
}

describe.runIf(process.platform !== 'win32')('openNotebook without permission', () => {
  it('says who may not write, and saves once that is allowed', async () => {
    const place = makePlace()
    mkdirSync(place.folder)
    becomeOrdinary(place.base, place.folder)
    const notebook = await openNotebook(place)
    const { id } = await notebook.createAnnotation({ event: event(), note: 'old', tags: [] })
    chmodSync(join(place.folder, 'annotations'), 0o500)
    await expect(notebook.updateAnnotation(id, { note: 'new' })).rejects.toMatchObject({
      ...notSaved,
      message: expect.stringContaining('no access') as string,
      details: { path: join(place.folder, june), reason: 'EACCES' },
    })
    expect(readFileSync(join(place.folder, june), 'utf8')).toContain('"old"')
    chmodSync(join(place.folder, 'annotations'), 0o700)
    await notebook.close()
    expect(readFileSync(join(place.folder, june), 'utf8')).toContain('"new"')
  })

  it('opens read-only where the folder may not be written', async () => {
    const place = makePlace()
    mkdirSync(place.folder)
    becomeOrdinary(place.base, place.folder)
    const first = await openNotebook(place)
    await first.createAnnotation({ event: event(), note: 'old', tags: [] })
    await first.close()
    chmodSync(join(place.folder, '.annals-lock'), 0o400)
    const second = await openNotebook(place)
    expect(second.status().readOnly?.code).toBe('NOTEBOOK_READ_ONLY')
    expect(second.listAnnotations(null)).toHaveLength(1)
    await second.close()
  })

  it('lists a document that may not be read, and never replaces it', async () => {
    const place = makePlace()
    mkdirSync(place.folder)
    becomeOrdinary(place.base, place.folder)
    const first = await openNotebook(place)
    const note = { event: event(), note: 'old', tags: [] }
    await first.createAnnotation(note)
    await first.close()
    const path = join(place.folder, june)
    chmodSync(path, 0o000)
    const second = await openNotebook(place)
    expect(second.status().problems).toMatchObject([{ path, code: 'NOTEBOOK_UNREADABLE' }])
    await expect(second.createAnnotation(note)).rejects.toMatchObject({
      code: 'NOTEBOOK_UNREADABLE',
    })
    await second.close()
    chmodSync(path, 0o600)
    expect(readFileSync(path, 'utf8')).toContain('"old"')
  })
})
