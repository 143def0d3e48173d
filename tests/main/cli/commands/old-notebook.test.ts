import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackupVersion } from '#shared/backup.ts'
import type { Annotation } from '#shared/notebook.ts'
import { fingerprintArchive } from '../../../../src-main/archive/open-archive.ts'
import { snapshot } from '../../notebook/make-notebook.ts'
import { type Desk, createDesk } from '../run-annals.ts'

const id = '1931-05-04-strike'
const NOTE_ID = '3f0c2a5e-7d41-4c7a-9a55-0c8f3d1e2b46'
const NOTES = 'annotations/1931-05.json'
const EVENT = { id, date: '1931-05-04', title: 'Dockers strike', text: 'Work stops at noon.' }

/** Documents as version 0.2.0 wrote them: format 1, without colours, states and versions of a text. */
const OLD_DOCUMENTS = {
  [NOTES]: `{
  "format": "annals-annotations",
  "version": 1,
  "data": {
    "annotations": [
      {
        "id": "${NOTE_ID}",
        "created": "2025-11-02T09:15:00.000Z",
        "modified": "2025-11-02T09:20:00.000Z",
        "event": {
          "id": "${id}",
          "date": "1931-05-04",
          "title": "Dockers strike",
          "text": "Work stops at noon."
        },
        "note": "Who called it?",
        "tags": [
          "port"
        ],
        "selector": {
          "exact": "at noon",
          "prefix": "Work stops ",
          "suffix": ".",
          "startUtf16": 27,
          "endUtf16": 34
        }
      }
    ]
  }
}
`,
  'collections/docks-5b1d9c04.json': `{
  "format": "annals-collection",
  "version": 1,
  "data": {
    "id": "5b1d9c04-22b7-4d0e-8d8c-9b5a7e6f1c30",
    "created": "2025-11-02T09:30:00.000Z",
    "modified": "2025-11-02T09:30:00.000Z",
    "name": "Docks",
    "introduction": "",
    "entries": []
  }
}
`,
}

const IDENTITY = (path: string, fingerprint: string) => `{
  "format": "annals-notebook",
  "version": 1,
  "data": {
    "id": "a51c7f9e-6d0b-4f7e-b0d5-3c2e1f4a5b68",
    "created": "2025-11-02T09:00:00.000Z",
    "archive": {
      "path": "${path}",
      "name": "archive",
      "fingerprint": "${fingerprint}"
    }
  }
}
`

// Each command is a process of its own.
describe('annals, on a notebook of version 0.2.0', { timeout: 120_000 }, () => {
  let desk: Desk
  let notebook: string
  let old: Record<string, string>

  beforeEach(async () => {
    desk = await createDesk({ [`${id}.md`]: '# Dockers strike\n\nWork stops at noon.\n' })
    notebook = join(desk.folder, 'home', 'notebooks', 'archive')
    const fingerprint = fingerprintArchive(desk.archive)
    old = { ...OLD_DOCUMENTS, 'notebook.json': IDENTITY(desk.archive, fingerprint) }
    for (const [path, text] of Object.entries(old)) {
      mkdirSync(dirname(join(notebook, path)), { recursive: true })
      writeFileSync(join(notebook, path), text)
    }
  })

  afterEach(() => desk.remove())

  const list = (what: string, ...more: string[]) => desk.json(what, ...more, desk.archive)

  it('reads it and leaves every byte of it', async () => {
    expect(await list('annotations')).toMatchObject([
      { id: NOTE_ID, event: EVENT, note: 'Who called it?', tags: ['port'], state: 'open' },
    ])
    expect(await list('collection', 'list')).toMatchObject([{ name: 'Docks' }])
    expect(await list('backup', 'list')).toEqual([])
    expect(snapshot(notebook)).toEqual({ ...old, '.annals-lock': '' })
  })

  it('keeps for good what it held before the first change, from where it comes back as a copy', async () => {
    expect(await desk.annals('tag', 'rename', desk.archive, 'port', 'harbour')).toMatchObject({
      code: 0,
    })
    const changed = snapshot(notebook)
    expect(JSON.parse(changed[NOTES] ?? '')).toMatchObject({ version: 2 })
    expect({ ...changed, [NOTES]: null }).toEqual({ ...old, '.annals-lock': '', [NOTES]: null })

    const versions = (await list('backup', 'list')) as BackupVersion[]
    expect(versions).toMatchObject([
      { document: NOTES, title: 'Notes on May 1931', isBeforeMigration: true, isReadable: true },
    ])
    const backups = snapshot(join(desk.folder, 'home'))
    expect(Object.values(backups).filter((text) => text === old[NOTES])).toHaveLength(1)

    const version = versions[0]!.id
    const restored = await desk.json('backup', 'restore', desk.archive, version)
    expect(restored).toEqual({ restored: 1 })
    const annotations = (await list('annotations')) as Annotation[]
    const [copy, ...others] = annotations.filter((one) => one.id !== NOTE_ID)
    expect(copy).toMatchObject({ note: 'Who called it?', tags: ['port'], copyOf: NOTE_ID })
    expect(others).toEqual([])
    expect(annotations.find((one) => one.id === NOTE_ID)?.tags).toEqual(['harbour'])
    expect(await desk.json('backup', 'restore', desk.archive, version)).toEqual({ restored: 0 })

    // However many versions come after it, it stays.
    for (let round = 0; round < 7; round++) {
      await desk.annals('annotate', desk.archive, id, '--note', `${round}`)
    }
    const later = (await list('backup', 'list')) as BackupVersion[]
    expect(later.filter(({ isBeforeMigration }) => isBeforeMigration)).toMatchObject([
      { id: version },
    ])
  })
})
