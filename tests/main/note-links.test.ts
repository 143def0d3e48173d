import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listNoteLinks } from '../../src-main/note-links.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { type Workspace, openWorkspace } from '../../src-main/workspace.ts'

const WORKERS = {
  importUrl: new URL('../../src-main/workers/import.worker.ts', import.meta.url),
  queryUrl: new URL('../../src-main/workers/query.worker.ts', import.meta.url),
  exchangeUrl: new URL('../../src-main/workers/exchange.worker.ts', import.meta.url),
}
const STRIKE = 'news/1931/05/4/strike'
const ACCORD = 'news/1931/05/9/accord'
const TWIN = 'news/1932/05/4/strike'

describe('listNoteLinks', () => {
  let folder: string
  let workspace: Workspace

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'annals-note-links-'))
    const archive = join(folder, 'chronicle')
    for (const id of [STRIKE, ACCORD, TWIN]) {
      await mkdir(join(archive, dirname(id)), { recursive: true })
      await writeFile(join(archive, `${id}.md`), `# Headline of ${id}\n\nWork stops at noon.\n`)
    }
    workspace = await openWorkspace(archive, {
      places: resolvePlaces({ home: join(folder, 'home') }),
      notebookFolder: null,
      workers: WORKERS,
    })
    const { signal } = new AbortController()
    await workspace.importArchive({ acceptLoss: false, onProgress: () => undefined, signal })
  })

  afterEach(async () => {
    await workspace.close()
    await rm(folder, { recursive: true })
  })

  async function copy(id: string) {
    const [event] = await workspace.query.copyEvents([id])
    return event!
  }

  it('finds notes, introductions and remarks, resolved like links of pages', async () => {
    const { notebook } = workspace
    const event = await copy(ACCORD)
    const note = await notebook.createAnnotation({
      event,
      note: `It *ended* the [strike](/${STRIKE}.md), and [again](../4/strike.md) it.`,
      tags: [],
    })
    const { id } = await notebook.createCollection('Labour')
    await notebook.updateCollection(id, { introduction: `Begins with [it](/${STRIKE}.md).` })
    const { entries } = await notebook.addEntries(id, [event])
    await notebook.setRemark(id, entries[0]!.id, 'After the [strike](../4/strike.md)')
    expect(await listNoteLinks(workspace, STRIKE)).toEqual([
      {
        kind: 'note',
        id: note.id,
        title: event.title,
        event,
        excerpt: 'It ended the strike, and again it.',
      },
      { kind: 'introduction', id, title: 'Labour', event: null, excerpt: 'Begins with it.' },
      { kind: 'remark', id, title: 'Labour', event, excerpt: 'After the strike' },
    ])
    expect(await listNoteLinks(workspace, TWIN)).toEqual([])
    expect(await listNoteLinks(workspace, ACCORD)).toEqual([])
  })

  it('leaves out what is in the trash, and has it again once it is restored', async () => {
    const { notebook } = workspace
    const event = await copy(ACCORD)
    const note = `See [it](/${STRIKE}.md)`
    const { id } = await notebook.createAnnotation({ event, note, tags: [] })
    await notebook.deleteAnnotations([id])
    expect(await listNoteLinks(workspace, STRIKE)).toEqual([])
    await notebook.restoreFromTrash([{ kind: 'annotation', id }])
    expect(await listNoteLinks(workspace, STRIKE)).toMatchObject([{ id }])
  })
})
