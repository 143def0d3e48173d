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
    const { signal } = new AbortController()
    await workspace.importArchive({ onProgress: () => undefined, signal })
    return workspace
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
    const { signal } = new AbortController()
    await workspace.importArchive({ onProgress: () => undefined, signal })
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
