import * as fc from 'fast-check'
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { type Workspace, openWorkspace } from '../../src-main/workspace.ts'
import { hashFolder } from '../e2e/hash-folder.ts'
import { anyAnnotation } from './exchange/any-annotation.ts'

const WORKERS = {
  importUrl: new URL('../../src-main/workers/import.worker.ts', import.meta.url),
  queryUrl: new URL('../../src-main/workers/query.worker.ts', import.meta.url),
  exchangeUrl: new URL('../../src-main/workers/exchange.worker.ts', import.meta.url),
}
const STRIKE = 'news/1931/05/4/strike'
const ACCORD = 'news/1931/05/9/accord'
const ADDRESS = 'https://courier.example/strike'
const SHARED = 'https://courier.example/both'

const PAGES = {
  [STRIKE]: `### [1931-05-4](/news/1931/05/4/index.md)

# Dockers strike at Port Vell

Work stopped at noon 🙂 when the winter wage was refused. 码头工人罢工。

### Sources:
1. [The Courier](${ADDRESS}?utm_source=feed)
2. [The Courier](${SHARED})
`,
  [ACCORD]: `### [1931-05-9](/news/1931/05/9/index.md)

# Accord ends strike

The winter wage will be paid.

### Sources:
1. [The Courier](${SHARED})
`,
}

let folder: string
let workspace: Workspace

async function openDesk(name: string): Promise<Workspace> {
  const opened = await openWorkspace(join(folder, 'archive'), {
    places: resolvePlaces({ home: join(folder, name) }),
    notebookFolder: join(folder, name, 'notebook'),
    workers: WORKERS,
  })
  const { signal } = new AbortController()
  await opened.importArchive({ acceptLoss: false, onProgress: () => undefined, signal })
  return opened
}

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'annals-exchange-')))
  for (const [id, text] of Object.entries(PAGES)) {
    await mkdir(join(folder, 'archive', dirname(id)), { recursive: true })
    await writeFile(join(folder, 'archive', `${id}.md`), text)
  }
  workspace = await openDesk('home')
})

afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true })
})

async function writeJson(document: unknown): Promise<string> {
  const path = join(folder, 'incoming.json')
  await writeFile(path, JSON.stringify(document))
  return path
}

const all = ({ notebook }: Workspace) =>
  notebook.listAnnotations(null).toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** As Hypothesis exports it. */
function row(id: string, parts: object = {}, exact?: string): object {
  const selector = exact === undefined ? [] : [{ type: 'TextQuoteSelector', exact }]
  const made = { id, created: '2019-03-01T09:00:00Z', updated: '2019-03-02T09:00:00Z' }
  return { ...made, uri: ADDRESS, text: `Note ${id}`, tags: [], target: [{ selector }], ...parts }
}

describe('AnnotationExchange', () => {
  it('takes annotations out and brings them into an empty notebook without loss', async () => {
    const path = join(folder, 'out.jsonld')
    const some = fc.sample(
      fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, minLength: 40, maxLength: 60 }),
      { numRuns: 1, seed: 7 },
    )[0]!
    const annotations = some.map((one) => ({ ...one, id: one.id === '' ? 'x' : one.id }))
    await workspace.notebook.takeInAnnotations(annotations)
    const [deleted, ...kept] = all(workspace)
    await workspace.notebook.deleteAnnotations([deleted!.id])
    expect(await workspace.exchange.write(path, false)).toEqual({
      files: [path],
      entries: kept.length,
    })
    const text = await readFile(path, 'utf8')
    await workspace.exchange.write(path, true)
    expect(await readFile(path, 'utf8')).toBe(text)

    const other = await openDesk('other')
    const result = {
      format: 'web-annotation',
      total: kept.length,
      updated: 0,
      conflicts: 0,
      refused: [],
    }
    expect(await other.exchange.read(path)).toEqual({ ...result, added: kept.length, same: 0 })
    expect(all(other)).toEqual(kept)
    expect(await other.exchange.read(path)).toEqual({ ...result, added: 0, same: kept.length })
    await other.notebook.undo()
    expect(all(other)).toEqual([])
    await other.close()
  })

  it('names what an event cites, and where its words stand in code points', async () => {
    const [selector] = await workspace.query.placeQuotes([
      { eventId: STRIKE, exact: 'winter wage', prefix: '', suffix: '' },
    ])
    const [event] = await workspace.query.copyEvents([STRIKE])
    await workspace.notebook.createAnnotation({
      event: event!,
      note: '',
      tags: [],
      selector: selector!,
      colour: 'blue',
    })
    const path = join(folder, 'out.jsonld')
    await workspace.exchange.write(path, false)
    const { first } = JSON.parse(await readFile(path, 'utf8')) as {
      first: { items: { target: object }[] }
    }
    expect(first.items[0]?.target).toMatchObject({
      source: `annals:event/${STRIKE}`,
      selector: [{}, { type: 'TextPositionSelector', start: selector!.startUtf16 - 1 }],
      annalsSources: [`${ADDRESS}?utm_source=feed`, SHARED],
    })
    await expect(workspace.exchange.write(path, false)).rejects.toMatchObject({
      code: 'EXPORT_EXISTS',
    })
    const inside = join(folder, 'archive', 'out.jsonld')
    await expect(workspace.exchange.write(inside, false)).rejects.toMatchObject({
      code: 'EXPORT_TARGET_INVALID',
    })
  })

  it('brings in what Hypothesis exports, on the events that cite the page', async () => {
    const path = await writeJson([
      row('a', { tags: ['#To  check', 'to check'] }, 'winter\nwage'),
      row('b', {}, 'the winter wage was granted'),
      row('c', { uri: 'http://www.courier.example/strike/#top' }),
      row('d', { uri: 'https://elsewhere.example/' }, 'winter wage'),
      row('e', { uri: SHARED }),
      row('f', { uri: SHARED }, 'will be paid'),
      row('g', { text: ' ' }),
      row('h', {}, '码头工人'),
    ])
    const result = await workspace.exchange.read(path)
    expect(result).toMatchObject({ format: 'hypothesis', total: 8, added: 5, same: 0 })
    expect(result.refused).toEqual([
      {
        title: 'winter wage',
        reason: 'No event of the archive cites it: https://elsewhere.example/',
      },
      { title: 'Note e', reason: `2 events may be meant: ${STRIKE}, ${ACCORD}` },
      {
        title: expect.any(String) as string,
        reason: 'It has neither a note nor a tag nor marked words.',
      },
    ])
    const byNote = (end: string) => all(workspace).find(({ note }) => note.endsWith(end))
    expect(byNote('Note a')).toMatchObject({
      ...{ event: { id: STRIKE }, tags: ['To check'], colour: 'yellow', state: 'open' },
      ...{ created: '2019-03-01T09:00:00.000Z', modified: '2019-03-02T09:00:00.000Z' },
      selector: { exact: 'winter wage', prefix: expect.stringMatching(/ when the $/) as string },
    })
    expect(byNote('Note b')).toMatchObject({
      note: '> the winter wage was granted\n\nNote b',
      ...{ selector: null, colour: null, event: { id: STRIKE } },
    })
    expect(byNote('Note c')).toMatchObject({ note: 'Note c', selector: null })
    expect(byNote('Note f')).toMatchObject({
      event: { id: ACCORD },
      selector: { exact: 'will be paid' },
    })
    expect(byNote('Note h')).toMatchObject({ selector: { exact: '码头工人' } })

    const before = all(workspace)
    expect(await workspace.exchange.read(path)).toMatchObject({
      added: 0,
      updated: 0,
      same: 5,
      conflicts: 0,
    })
    expect(all(workspace)).toEqual(before)
    expect(await workspace.notebook.undo()).toEqual({ label: 'Bring in 5 annotations' })
    expect(all(workspace)).toEqual([])
  })

  it('keeps what was written here since, and takes what is newer there', async () => {
    await workspace.exchange.read(await writeJson([row('a'), row('b')]))
    const [a, b] = ['Note a', 'Note b'].map((note) =>
      all(workspace).find((one) => one.note === note),
    )
    await workspace.notebook.updateAnnotation(a!.id, { note: 'Mine' })
    const later = { updated: '2019-04-01T09:00:00Z' }
    const path = await writeJson([
      row('a', { ...later, text: 'Theirs' }),
      row('b', { tags: ['new'], ...later }),
    ])
    expect(await workspace.exchange.read(path)).toMatchObject({ updated: 1, same: 1, conflicts: 0 })
    expect(workspace.notebook.getAnnotation(a!.id).note).toBe('Mine')
    expect(workspace.notebook.getAnnotation(b!.id).tags).toEqual(['new'])
  })

  it('brings in Web Annotations of others by path and by address', async () => {
    const made = { type: 'Annotation', body: 'https://b.example/x' }
    const path = await writeJson([
      { ...made, id: 'http://a.example/1', target: `${ACCORD}.md` },
      { ...made, id: 'http://a.example/2', target: { source: `annals:event/${ACCORD}` } },
      {
        ...made,
        target: { source: ADDRESS, selector: { exact: 'noon', type: 'TextQuoteSelector' } },
      },
      { ...made, target: '../../etc/passwd' },
    ])
    const result = await workspace.exchange.read(path)
    expect(result).toMatchObject({ format: 'web-annotation', total: 4, added: 3 })
    expect(result.refused).toHaveLength(1)
    expect(
      all(workspace)
        .map(({ event }) => event.id)
        .sort(),
    ).toEqual([STRIKE, ACCORD, ACCORD])
    expect(await workspace.exchange.read(path)).toMatchObject({ added: 0, same: 3 })
  })

  it('changes nothing for a file that cannot be read', async () => {
    const path = join(folder, 'incoming.json')
    await writeFile(path, '{"rows": [')
    await expect(workspace.exchange.read(path)).rejects.toMatchObject({
      code: 'EXCHANGE_UNREADABLE',
    })
    await expect(workspace.exchange.read(folder)).rejects.toMatchObject({
      code: 'EXCHANGE_UNREADABLE',
    })
    expect(workspace.notebook.status().undo).toBeNull()
  })

  it('merges another notebook as one step, reads it only, and does so once', async () => {
    const other = await openDesk('other')
    const [event] = await other.query.copyEvents([STRIKE])
    const note = await other.notebook.createAnnotation({
      event: event!,
      note: 'Theirs',
      tags: ['fuel'],
      selector: null,
      colour: null,
    })
    await other.notebook.changeTag('fuel', { colour: 'green' })
    const { id } = await other.notebook.createCollection('Strikes')
    await other.notebook.addEntries(id, [event!])
    const claim = await other.notebook.createClaim('Wages led to it')
    await other.claims.addEvidence(claim.id, [note.id], 'supports')
    await other.savedSearches.create({ name: 'Wage', query: 'wage', sort: 'date', isFolded: false })
    await other.close()
    const notebookFolder = join(folder, 'other', 'notebook')
    await writeFile(join(notebookFolder, 'annotations', '1900.json'), '{"broken')
    const hash = await hashFolder(notebookFolder)

    const result = await workspace.exchange.merge(notebookFolder)
    expect(result).toEqual({
      ...{ format: 'notebook', total: 4, added: 4, updated: 0, same: 0, conflicts: 0 },
      refused: [
        {
          title: join('annotations', '1900.json'),
          reason: expect.stringContaining('1900.json') as string,
        },
      ],
    })
    const { notebook } = workspace
    expect(notebook.getAnnotation(note.id)).toEqual(note)
    expect(notebook.getCollection(id).entries).toHaveLength(1)
    expect(notebook.getClaim(claim.id).evidence).toMatchObject([{ annotationId: note.id }])
    expect(notebook.listSavedSearches()).toMatchObject([{ name: 'Wage' }])
    expect(notebook.listTags()).toEqual([{ tag: 'fuel', count: 1, colour: 'green' }])
    expect(await workspace.exchange.merge(notebookFolder)).toMatchObject({
      added: 0,
      updated: 0,
      same: 4,
    })
    expect(await hashFolder(notebookFolder)).toEqual(hash)
    await notebook.undo()
    expect([all(workspace), notebook.listCollections(), notebook.listClaims()]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('takes in a notebook of the first format, and refuses a folder that is none', async () => {
    const first = join(folder, 'first')
    await cp(join(folder, 'home', 'notebook'), first, { recursive: true })
    const annotation = {
      ...{
        id: '7fd68c54-2c16-4370-aff8-fda6bf6da93a',
        created: '2020',
        modified: '2020',
        note: 'Old',
      },
      ...{
        event: { id: STRIKE, date: '1931-05-04', title: 'T', text: '' },
        tags: [],
        selector: null,
      },
    }
    const document = {
      format: 'annals-annotations',
      version: 1,
      data: { annotations: [annotation] },
    }
    await mkdir(join(first, 'annotations'), { recursive: true })
    await writeFile(join(first, 'annotations', '1931-05.json'), JSON.stringify(document))
    expect(await workspace.exchange.merge(first)).toMatchObject({ added: 1, refused: [] })
    const taken: Annotation = { ...annotation, colour: null, state: 'open' }
    expect(all(workspace)).toEqual([taken])
    for (const none of [folder, join(folder, 'gone'), join(folder, 'archive')]) {
      await expect(workspace.exchange.merge(none)).rejects.toMatchObject({
        code: 'EXCHANGE_UNREADABLE',
      })
    }
  })
})
