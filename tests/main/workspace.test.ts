import { mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS } from '#shared/export.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { type Workspace, openWorkspace } from '../../src-main/workspace.ts'

const WORKERS = {
  importUrl: new URL('../../src-main/workers/import.worker.ts', import.meta.url),
  queryUrl: new URL('../../src-main/workers/query.worker.ts', import.meta.url),
  exchangeUrl: new URL('../../src-main/workers/exchange.worker.ts', import.meta.url),
}
const STRIKE = '1931-05-04-strike'

describe('openWorkspace', () => {
  let folder: string
  let archive: string
  const open: Workspace[] = []

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'annals-workspace-'))
    archive = join(folder, 'chronicle')
    await mkdir(archive)
    await writeFile(join(archive, `${STRIKE}.md`), '# Dockers strike\n\nWork stops at noon.\n')
  })

  afterEach(async () => {
    for (const workspace of open.splice(0)) await workspace.close()
    await rm(folder, { recursive: true })
  })

  async function openImported(path: string): Promise<Workspace> {
    const workspace = await openWorkspace(path, {
      places: resolvePlaces({ home: join(folder, 'home') }),
      notebookFolder: null,
      workers: WORKERS,
    })
    open.push(workspace)
    await importAgain(workspace)
    return workspace
  }

  function importAgain(workspace: Workspace, acceptLoss = false) {
    const { signal } = new AbortController()
    return workspace.importArchive({ acceptLoss, onProgress: () => undefined, signal })
  }

  async function collectStrike(workspace: Workspace): Promise<string> {
    const events = await workspace.query.copyEvents([STRIKE])
    const { id } = await workspace.notebook.createCollection('Strikes')
    await workspace.notebook.addEntries(id, events)
    return id
  }

  it('joins index, notebook and export', async () => {
    const workspace = await openImported(archive)
    const id = await collectStrike(workspace)
    const target = join(folder, 'strikes.md')
    const result = await workspace.writeExport(id, DEFAULT_EXPORT_OPTIONS, target, false)
    expect(result).toEqual({ files: [target], entries: 1 })
    expect(await readFile(target, 'utf8')).toContain('Work stops at noon.')
  })

  it('exports the notebook’s copy of an event that has left the archive', async () => {
    for (const name of ['one', 'two', 'three']) {
      await writeFile(join(archive, `${name}.md`), `# Page ${name}\n`)
    }
    const workspace = await openImported(archive)
    const id = await collectStrike(workspace)
    await rm(join(archive, `${STRIKE}.md`))
    await importAgain(workspace)
    const [document] = await workspace.previewExport(id, DEFAULT_EXPORT_OPTIONS)
    expect(document?.text).toContain('Dockers strike')
    expect(document?.text).toContain('not in the archive')
  })

  it('finds the notebook again when the archive was moved', async () => {
    const workspace = await openImported(archive)
    await workspace.notebook.createCollection('Strikes')
    await open.pop()!.close()
    await mkdir(join(folder, 'elsewhere'))
    const moved = join(folder, 'elsewhere', 'chronicle')
    await rename(archive, moved)
    const { notebook } = await openImported(moved)
    expect(notebook.listCollections().map(({ name }) => name)).toEqual(['Strikes'])
  })

  it('gives two archives of one name a notebook each', async () => {
    const first = await openImported(archive)
    await first.notebook.createCollection('Strikes')
    await open.pop()!.close()
    const namesake = join(folder, 'other', 'chronicle')
    await mkdir(namesake, { recursive: true })
    await writeFile(join(namesake, 'page.md'), '# A page\n')
    const { notebook } = await openImported(namesake)
    expect(notebook.listCollections()).toEqual([])
    expect(notebook.status().readOnly).toBeNull()
  })

  it('lets notes and collections follow a page that was moved', async () => {
    for (const name of ['one', 'two']) await writeFile(join(archive, `${name}.md`), `# ${name}\n`)
    const workspace = await openImported(archive)
    const id = await collectStrike(workspace)
    const [event] = await workspace.query.copyEvents([STRIKE])
    await workspace.notebook.createAnnotation({ event: event!, note: 'At noon?', tags: ['hour'] })
    await mkdir(join(archive, 'strikes'))
    await rename(join(archive, `${STRIKE}.md`), join(archive, 'strikes', 'dockers-1931-05-04.md'))
    expect((await importAgain(workspace)).changes).toMatchObject({ moved: 1, removed: 0 })
    const moved = 'strikes/dockers-1931-05-04'
    expect(workspace.notebook.listAnnotations(moved)).toMatchObject([{ note: 'At noon?' }])
    expect(workspace.notebook.getCollection(id).entries).toMatchObject([{ event: { id: moved } }])
    const request = { sort: 'date', isFolded: true, offset: 0, limit: 10 } as const
    const found = await workspace.query.search({
      ...request,
      query: 'note:noon tag:hour in:Strikes',
    })
    expect(found.hits.map((hit) => hit.id)).toEqual([moved])
  })

  it('searches what was written as soon as it is written', async () => {
    const workspace = await openImported(archive)
    const count = async (query: string) =>
      (
        await workspace.query.searchIds({
          query,
          sort: 'date',
          isFolded: false,
          offset: 0,
          limit: 9,
        })
      ).length
    expect(await count('has:note')).toBe(0)
    const [event] = await workspace.query.copyEvents([STRIKE])
    const { notebook } = workspace
    const { id } = await notebook.createAnnotation({ event: event!, note: 'At noon?', tags: [] })
    expect(await count('has:note note:noon')).toBe(1)
    await notebook.updateAnnotation(id, { note: 'In the evening' })
    expect(await count('note:noon')).toBe(0)
    await notebook.undo()
    expect(await count('note:noon')).toBe(1)
    await notebook.deleteAnnotations([id])
    expect(await count('has:note')).toBe(0)
  })

  it('asks before it takes the loss of most pages for the truth', async () => {
    for (let page = 1; page <= 30; page++) {
      await writeFile(join(archive, `page-${page}.md`), `# Page ${page}\n`)
    }
    const workspace = await openImported(archive)
    for (let page = 1; page <= 29; page++) await rm(join(archive, `page-${page}.md`))
    await expect(importAgain(workspace)).rejects.toMatchObject({
      code: 'ARCHIVE_VANISHED',
      details: { known: 31, gone: 29 },
    })
    expect((await workspace.query.counts()).events).toBe(31)
    expect(await importAgain(workspace, true)).toMatchObject({ events: 2, removed: 29 })
  })

  it('says what is new, gone or changed since a saved search was looked at', async () => {
    await writeFile(join(archive, 'one.md'), '# Strike one\n')
    await writeFile(join(archive, 'two.md'), '# Strike two\n')
    const workspace = await openImported(archive)
    const { savedSearches } = workspace
    const question = { query: 'strike', sort: 'date', isFolded: true } as const
    const { id, seen } = await savedSearches.create({ name: 'Strikes', ...question })
    expect(seen.total).toBe(3)
    expect(await savedSearches.compare(id)).toEqual({
      id,
      total: 3,
      isSameArchive: true,
      events: { added: [], removed: [], changed: [] },
    })
    await rm(join(archive, 'one.md'))
    await writeFile(join(archive, 'two.md'), '# Strike two ends\n')
    await writeFile(join(archive, 'three.md'), '# Strike three\n')
    await importAgain(workspace)
    expect(await savedSearches.compare(id)).toMatchObject({
      total: 3,
      isSameArchive: false,
      events: {
        added: [{ id: 'three', title: 'Strike three' }],
        removed: [{ id: 'one', title: 'Strike one' }],
        changed: [{ id: 'two', title: 'Strike two ends' }],
      },
    })
    await savedSearches.markSeen(id)
    expect((await savedSearches.compare(id)).events).toEqual({
      added: [],
      removed: [],
      changed: [],
    })
    const other = await savedSearches.update(id, { query: 'dockers' })
    expect(other.seen.total).toBe(1)
  })

  it('stays open while the notebook can not be saved, and closes once it can', async () => {
    const workspace = await openImported(archive)
    const notebook = workspace.notebook.status().path
    await rename(notebook, `${notebook}-away`)
    await expect(workspace.notebook.createCollection('Strikes')).rejects.toMatchObject({
      code: 'NOTEBOOK_NOT_SAVED',
    })
    await expect(workspace.close()).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_SAVED' })
    expect(await workspace.query.readEvent(STRIKE)).toMatchObject({ title: 'Dockers strike' })
    await rename(`${notebook}-away`, notebook)
    await workspace.notebook.retrySave()
    await open.pop()!.close()
    const again = await openImported(archive)
    expect(again.notebook.listCollections().map(({ name }) => name)).toEqual(['Strikes'])
  })
})
