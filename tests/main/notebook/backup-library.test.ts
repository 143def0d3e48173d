import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BackupLibrary } from '../../../src-main/notebook/backup-library.ts'
import { Backups } from '../../../src-main/notebook/backups.ts'
import { formatDocument } from '../../../src-main/notebook/document-format.ts'
import {
  ANNOTATIONS_FORMAT,
  COLLECTION_FORMAT,
} from '../../../src-main/notebook/document-formats.ts'
import { annotation, collection, makePlace, stoppedClock } from './make-notebook.ts'

const june = 'annotations/2008-06.json'
const talks = 'collections/talks-1a2b3c4d.json'
const notes = (note: string) =>
  formatDocument(ANNOTATIONS_FORMAT, { annotations: [annotation({ note })] })
const named = (name: string) => formatDocument(COLLECTION_FORMAT, collection({ name }))

function make() {
  const { backupFolder } = makePlace()
  const clock = stoppedClock()
  const backups = new Backups(backupFolder, clock.now)
  return { backupFolder, clock, backups, library: new BackupLibrary(backupFolder) }
}

describe('BackupLibrary', () => {
  it('is empty where nothing was ever kept', async () => {
    expect(await make().library.list()).toEqual([])
  })

  it('lists the versions of all documents, newest first, with what they hold', async () => {
    const { clock, backups, library } = make()
    await backups.keep(june, notes('a'))
    clock.advance(60_000)
    await backups.keep(talks, named('Talks'))
    await backups.keep(talks, named('Six-party talks'))
    clock.advance(60_000)
    await backups.keep(june, notes('b'), true)
    const described = (await library.list()).map(({ title, at, isBeforeMigration }) => {
      return [title, at.slice(11, 16), isBeforeMigration]
    })
    expect(described).toEqual([
      ['Notes on June 2008', '10:02', true],
      ['Six-party talks', '10:01', false],
      ['Talks', '10:01', false],
      ['Notes on June 2008', '10:00', false],
    ])
  })

  it('passes over what is no backup of a document', async () => {
    const { backupFolder, backups, library } = make()
    await backups.keep(june, notes('a'))
    writeFileSync(join(backupFolder, 'holder.json'), '{}')
    mkdirSync(join(backupFolder, 'mine'))
    writeFileSync(join(backupFolder, 'mine', '00000001-2020-01-01T10-00-00Z.json'), '{}')
    expect(await library.list()).toHaveLength(1)
  })

  it('lists one that is damaged as such, and gives nothing of it out', async () => {
    const { backupFolder, backups, library } = make()
    for (const [document, bytes] of [
      [june, notes('a')],
      [talks, named('Talks')],
    ] as const) {
      await backups.keep(document, bytes)
      const [version] = (await library.list()).filter((one) => one.document === document)
      truncateSync(join(backupFolder, version!.id), 40)
      const again = new BackupLibrary(backupFolder)
      const [damaged] = (await again.list()).filter((one) => one.document === document)
      expect(damaged).toMatchObject({ bytes: 40, isReadable: false })
      await expect(again.read(damaged!.id)).rejects.toMatchObject({ code: 'NOTEBOOK_DAMAGED' })
    }
  })

  it('finds damage within a document when it is read', async () => {
    const { backupFolder, backups, library } = make()
    await backups.keep(june, notes('a'))
    const [version] = await library.list()
    appendFileSync(join(backupFolder, version!.id), '}\n')
    await expect(library.read(version!.id)).rejects.toMatchObject({ code: 'NOTEBOOK_DAMAGED' })
  })

  it('reads the records of a version, and nothing outside of its folder', async () => {
    const { backupFolder, backups, library } = make()
    await backups.keep(june, notes('a'))
    const [version] = await library.list()
    const { records } = await library.read(version!.id)
    expect(records).toMatchObject([{ kind: 'annotation', record: { note: 'a' } }])
    const outside = `../${version!.id}`
    mkdirSync(join(backupFolder, '../annotations/2008-06'), { recursive: true })
    writeFileSync(join(backupFolder, outside), notes('b'))
    for (const id of [outside, 'annotations/2008-06/x.json', '']) {
      await expect(library.read(id)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' })
    }
  })
})
