import { mkdtemp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenArchive } from '#shared/contract.ts'
import type { ImportReport } from '#shared/import.ts'
import { openArchiveFolder } from '../../src-main/archive/open-archive.ts'
import { ArchiveSession } from '../../src-main/archive-session.ts'
import { backupFolderOf } from '../../src-main/move-archive.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { openWorkspace } from '../../src-main/workspace.ts'

const WORKERS = {
  importUrl: new URL('../../src-main/workers/import.worker.ts', import.meta.url),
  queryUrl: new URL('../../src-main/workers/query.worker.ts', import.meta.url),
  exchangeUrl: new URL('../../src-main/workers/exchange.worker.ts', import.meta.url),
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
      (root, how) => openWorkspace(root, { places, workers: WORKERS, ...how }),
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

  it('remembers why the last import failed, for a window that opens later', async () => {
    const path = await makeArchive('chronicle')
    await Promise.all(
      Array.from({ length: 30 }, (_unused, day) =>
        writeFile(join(path, `1931-06-${String(day + 1).padStart(2, '0')}-news.md`), '# News\n'),
      ),
    )
    await session.open(path)
    await ended
    expect(session.importError).toBeNull()
    const pages = await readdir(path)
    await mkdir(join(folder, 'kept'))
    for (const page of pages.slice(1)) await rename(join(path, page), join(folder, 'kept', page))
    session.startImport({ acceptLoss: false })
    await vi.waitFor(() => expect(session.importError).toMatchObject({ code: 'ARCHIVE_VANISHED' }))
    for (const page of pages.slice(1)) await rename(join(folder, 'kept', page), join(path, page))
    session.startImport({ acceptLoss: false })
    expect(session.importError).toBeNull()
    await vi.waitFor(() => expect(session.describe()?.importing).toBeNull())
    expect(session.importError).toBeNull()
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

  describe('without the archive', () => {
    const id = '1931-05-04-strike'

    /** An imported archive with a note on its event, whose folder is then moved away. */
    async function loseArchive() {
      const path = await makeArchive('chronicle')
      await session.open(path)
      await ended
      const [event] = await session.workspace.query.copyEvents([id])
      await session.workspace.notebook.createAnnotation({ event: event!, note: 'n', tags: [] })
      await session.close()
      const elsewhere = join(folder, 'drive', 'moved')
      await mkdir(join(folder, 'drive'))
      await rename(path, elsewhere)
      return { path, elsewhere, event: event! }
    }

    it('opens the notebook, writable, and the index, and says what is missing', async () => {
      const { path, event } = await loseArchive()
      expect(await session.openMissing(path)).toMatchObject({
        path,
        name: 'chronicle',
        isMissing: true,
        isWatched: false,
        importing: null,
      })
      const { notebook, query } = session.workspace
      expect(notebook.status().readOnly).toBeNull()
      const [annotation] = notebook.listAnnotations(null)
      expect(annotation).toMatchObject({ event, note: 'n' })
      await notebook.updateAnnotation(annotation!.id, { note: 'written without' })
      expect(await query.listYears()).toMatchObject([{ year: 1931, count: 1 }])
      expect(await query.readEvent(id)).toMatchObject({ title: 'Dockers strike' })
      expect(() => {
        session.startImport({ acceptLoss: true })
      }).toThrow(expect.objectContaining({ code: 'ARCHIVE_NOT_FOUND' }) as Error)
      const known = JSON.parse(
        await readFile(join(notebook.status().path, 'notebook.json'), 'utf8'),
      ) as unknown
      expect(known).toMatchObject({ data: { archive: { path } } })
    })

    it('goes on where the archive is now, with the same notebook, index and backups', async () => {
      const { path, elsewhere } = await loseArchive()
      await session.openMissing(path)
      const before = session.workspace.notebook
      const [annotation] = before.listAnnotations(null)
      await before.updateAnnotation(annotation!.id, { note: 'later' })
      const backups = await before.listBackups()
      await expect(session.relocate(join(folder, 'nowhere'))).rejects.toMatchObject({
        code: 'ARCHIVE_NOT_FOUND',
      })
      expect(session.workspace.notebook).toBe(before)
      expect(await session.relocate(elsewhere)).toMatchObject({ path: elsewhere, isMissing: false })
      const { notebook, query } = session.workspace
      expect(notebook.status()).toMatchObject({ path: before.status().path, readOnly: null })
      expect(notebook.listAnnotations(id)).toMatchObject([{ note: 'later' }])
      expect(await query.readEvent(id)).toMatchObject({ title: 'Dockers strike' })
      expect(await notebook.listBackups()).toEqual(expect.arrayContaining(backups))
      const known = JSON.parse(
        await readFile(join(notebook.status().path, 'notebook.json'), 'utf8'),
      ) as unknown
      expect(known).toMatchObject({ data: { archive: { path: elsewhere } } })
      await session.cancelImport()
    })

    it('says where backups are that could not follow, and goes on without them', async () => {
      const { path, elsewhere } = await loseArchive()
      await session.openMissing(path)
      const { archive, notebook: before, places } = session.workspace
      const [annotation] = before.listAnnotations(null)
      await before.updateAnnotation(annotation!.id, { note: 'later' })
      const left = backupFolderOf(places, before.status().path, archive.fingerprint)
      const { fingerprint } = await openArchiveFolder(elsewhere)
      await mkdir(backupFolderOf(places, before.status().path, fingerprint))
      await session.relocate(elsewhere)
      const { notebook } = session.workspace
      const { problems } = notebook.status()
      expect(problems).toMatchObject([{ code: 'BACKUPS_LEFT', path: left }])
      expect(problems[0]?.message).toContain(left)
      expect(await readdir(left)).toContain('annotations')
      await notebook.updateAnnotation(annotation!.id, { note: 'last' })
      expect(notebook.status()).toMatchObject({ readOnly: null, save: { state: 'saved' } })
      await session.cancelImport()
    })

    it('takes no other archive’s notebook for it, and leaves open what is', async () => {
      const { elsewhere } = await loseArchive()
      await session.open(elsewhere)
      const other = join(folder, 'gone', 'chronicle')
      await expect(session.openMissing(other)).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_FOUND' })
      expect(session.describe()?.path).toBe(elsewhere)
      await session.cancelImport()
    })

    it('goes on with a copy of a notebook that cannot be saved, with what was not saved', async () => {
      const path = await makeArchive('chronicle')
      await session.open(path)
      await ended
      const { notebook, query } = session.workspace
      const [event] = await query.copyEvents([id])
      const made = await notebook.createAnnotation({ event: event!, note: 'saved', tags: [] })
      const { path: first } = notebook.status()
      await rename(first, `${first}-away`)
      await writeFile(first, 'a file is in the way')
      await expect(notebook.updateAnnotation(made.id, { note: 'unsaved' })).rejects.toThrow()
      const into = join(folder, 'stick')
      await mkdir(into)
      const copy = await notebook.copyTo(into)
      await session.moveNotebook(copy)
      expect(session.workspace.notebook.status()).toMatchObject({
        path: copy,
        readOnly: null,
        save: { state: 'saved' },
      })
      expect(session.workspace.notebook.getAnnotation(made.id).note).toBe('unsaved')
      await session.workspace.notebook.updateAnnotation(made.id, { note: 'saved again' })
      await session.cancelImport()
    })

    it('follows what another program does to the open notebook', async () => {
      const path = await makeArchive('chronicle')
      await session.open(path)
      await ended
      const { notebook, query } = session.workspace
      const [event] = await query.copyEvents([id])
      const made = await notebook.createAnnotation({ event: event!, note: 'mine', tags: [] })
      const document = join(notebook.status().path, 'annotations', '1931-05.json')
      const text = await readFile(document, 'utf8')
      await writeFile(document, text.replace('"mine"', '"theirs"'))
      await vi.waitFor(
        () => {
          expect(notebook.getAnnotation(made.id).note).toBe('theirs')
        },
        { timeout: 10_000 },
      )
    })
  })
})
