import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenArchive } from '#shared/contract.ts'
import type { ImportReport } from '#shared/import.ts'
import { ArchiveSession } from '../../src-main/archive-session.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { openWorkspace } from '../../src-main/workspace.ts'

const WORKERS = {
  importUrl: new URL('../../src-main/workers/import.worker.ts', import.meta.url),
  queryUrl: new URL('../../src-main/workers/query.worker.ts', import.meta.url),
}

describe('ArchiveSession', () => {
  let folder: string
  let session: ArchiveSession
  let isHandedOver: boolean
  let announced: (OpenArchive | null)[]
  let ended: Promise<ImportReport>

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'annals-session-'))
    isHandedOver = true
    announced = []
    const { promise, resolve, reject } = Promise.withResolvers<ImportReport>()
    ended = promise
    const places = resolvePlaces({ home: join(folder, 'home') })
    session = new ArchiveSession(
      (root) => openWorkspace(root, { places, notebookFolder: null, workers: WORKERS }),
      {
        beforeClose: () => Promise.resolve(isHandedOver),
        onArchiveChanged: (archive) => announced.push(archive),
        onImportProgress: () => undefined,
        onImportEnded: resolve,
        onImportFailed: reject,
      },
    )
  })

  afterEach(async () => {
    isHandedOver = true
    await session.close()
    await rm(folder, { recursive: true })
  })

  async function makeArchive(name: string): Promise<string> {
    const path = join(folder, name)
    await mkdir(path)
    await writeFile(join(path, '1931-05-04-strike.md'), '# Dockers strike\n\nWork stops at noon.\n')
    return path
  }

  it('opens an archive and imports it beside', async () => {
    const path = await makeArchive('chronicle')
    expect(await session.open(path)).toMatchObject({ path, name: 'chronicle' })
    expect(await ended).toMatchObject({ archive: path, events: 1, added: 1, problems: [] })
    expect(session.describe()?.importing).toBeNull()
    expect(announced).toHaveLength(1)
  })

  it('leaves what is open as it is where another folder is no archive', async () => {
    const path = await makeArchive('chronicle')
    await session.open(path)
    await expect(session.open(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'ARCHIVE_NOT_FOUND',
    })
    expect(session.describe()?.path).toBe(path)
  })

  it('keeps the notebook writable when the open archive is opened again', async () => {
    const path = await makeArchive('chronicle')
    await session.open(path)
    const first = session.workspace
    await session.open(path)
    expect(session.workspace).toBe(first)
    expect(session.workspace.notebook.status().readOnly).toBeNull()
  })

  it('goes from one archive to another, each with its own notebook', async () => {
    await session.open(await makeArchive('chronicle'))
    await session.workspace.notebook.createCollection('Strikes')
    await session.open(await makeArchive('gazette'))
    expect(session.workspace.notebook.listCollections()).toEqual([])
    const notebooks = await readdir(join(folder, 'home', 'notebooks'))
    expect(notebooks).toContain('chronicle')
  })

  it('closes nothing while something typed could not be saved', async () => {
    const path = await makeArchive('chronicle')
    await session.open(path)
    isHandedOver = false
    await expect(session.close()).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_SAVED' })
    await expect(session.open(await makeArchive('gazette'))).rejects.toMatchObject({
      code: 'NOTEBOOK_NOT_SAVED',
    })
    expect(session.describe()?.path).toBe(path)
  })

  it('refuses a second import while one runs', async () => {
    await session.open(await makeArchive('chronicle'))
    expect(() => session.startImport()).toThrow(expect.objectContaining({ code: 'IMPORT_RUNNING' }))
    await ended
    session.startImport()
  })

  it('says so where no archive is open', () => {
    expect(session.describe()).toBeNull()
    expect(() => session.workspace).toThrow(expect.objectContaining({ code: 'ARCHIVE_NOT_OPEN' }))
  })
})
