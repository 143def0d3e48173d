import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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
  let changed: number

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'annals-session-'))
    isHandedOver = true
    announced = []
    changed = 0
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
        onPagesChanged: (changedPages) => {
          changed = changedPages
        },
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
    expect(announced[0]).toMatchObject({ path, importing: { phase: 'walking' } })
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
    expect(() => session.startImport({ acceptLoss: false })).toThrow(
      expect.objectContaining({ code: 'IMPORT_RUNNING' }),
    )
    await ended
    session.startImport({ acceptLoss: false })
  })

  it('notices pages that change on disk until an import takes them in', async () => {
    const path = await makeArchive('chronicle')
    await session.open(path)
    await ended
    await vi.waitFor(() => expect(session.describe()?.isWatched).toBe(true))
    await writeFile(join(path, '1931-05-09-accord.md'), '# Accord\n')
    await vi.waitFor(() => expect(changed).toBe(1), { timeout: 5000 })
    expect(session.describe()?.changedPages).toBe(1)
    session.startImport({ acceptLoss: false })
    expect(changed).toBe(0)
    await vi.waitFor(() => expect(session.describe()?.importing).toBeNull(), { timeout: 5000 })
    expect(await session.workspace.query.report()).toMatchObject({
      events: 2,
      changes: { added: 1, changed: 0, removed: 0, moved: 0 },
    })
  })

  it('says so where no archive is open', () => {
    expect(session.describe()).toBeNull()
    expect(() => session.workspace).toThrow(expect.objectContaining({ code: 'ARCHIVE_NOT_OPEN' }))
  })
})
