import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SavedSearch } from '#shared/saved-search.ts'
import { formatDocument } from '../../../src-main/notebook/document-format.ts'
import { SAVED_SEARCH_FORMAT } from '../../../src-main/notebook/document-formats.ts'
import type { Notebook } from '../../../src-main/notebook/open-notebook.ts'
import {
  type NotebookPlace,
  event,
  makePlace,
  open,
  reopen,
  savedSearch,
  seen,
  snapshot,
  stoppedClock,
} from './make-notebook.ts'

const files = (place: NotebookPlace) => readdirSync(join(place.folder, 'searches'))
const question = (parts: Partial<SavedSearch> = {}) => {
  const { name, query, sort, isFolded, seen: record } = savedSearch(parts)
  return { name, query, sort, isFolded, seen: record }
}

async function make(parts: Partial<SavedSearch> = {}) {
  const place = makePlace()
  const clock = stoppedClock()
  const notebook = await open(place, { now: clock.now })
  const search = await notebook.createSavedSearch(question(parts))
  clock.advance(60_000)
  return { place, clock, notebook, search, id: search.id }
}

/** Take all steps back and do them again. @returns every state on the way. */
async function travel(notebook: Notebook, id: string): Promise<(SavedSearch | null)[]> {
  const state = () => notebook.listSavedSearches().map(() => notebook.getSavedSearch(id))[0] ?? null
  const states = [state()]
  while (await notebook.undo()) states.push(state())
  while (await notebook.redo()) states.push(state())
  return states
}

describe('SavedSearches', () => {
  it('keeps a question with all it found, in a file that keeps its name', async () => {
    const record = seen({ a: '1', 'news/会谈': '2' })
    const query = '  "fuel  aid" OR 燃料\n'
    const { place, notebook, search } = await make({ name: '  Fuel\n aid ', query, seen: record })
    expect(search).toMatchObject({ name: 'Fuel aid', query, sort: 'date', seen: record })
    const names = [`fuel-aid-${search.id.slice(0, 8)}.json`]
    expect(files(place)).toEqual(names)
    await notebook.updateSavedSearch(search.id, { name: 'Other' })
    expect(files(place)).toEqual(names)
    const kept = notebook.getSavedSearch(search.id)
    expect(kept).toEqual({ ...search, name: 'Other', modified: kept.modified })
    expect((await reopen(notebook, place)).getSavedSearch(search.id)).toEqual(kept)
  })

  it('lists them by name, without the events', async () => {
    const { notebook, search } = await make({ name: 'Part 10' })
    await notebook.createSavedSearch(question({ name: 'part 2', seen: seen(null) }))
    await notebook.createSavedSearch(question({ name: '燃料' }))
    const list = notebook.listSavedSearches()
    expect(list.map(({ name }) => name)).toEqual(['part 2', 'Part 10', '燃料'])
    const { at, archive, total } = search.seen
    expect(list[1]).toEqual({ ...search, seen: { at, archive, total }, isFollowed: true })
    expect(list[0]).toMatchObject({ isFollowed: false, seen: { total: 20_000 } })
  })

  it('finds one by its name or id, and says which are meant', async () => {
    const { notebook, id } = await make()
    expect(notebook.findSavedSearch('FUEL aid').id).toBe(id)
    expect(notebook.findSavedSearch(id.slice(0, 6)).id).toBe(id)
    const other = await notebook.createSavedSearch(question())
    expect(() => notebook.findSavedSearch('Fuel aid')).toThrow(
      expect.objectContaining({
        code: 'SAVED_SEARCH_AMBIGUOUS',
        details: { ids: expect.arrayContaining([id, other.id]) as string[] },
      }),
    )
    const notFound = expect.objectContaining({ code: 'SAVED_SEARCH_NOT_FOUND' }) as Error
    expect(() => notebook.findSavedSearch('gas')).toThrow(notFound)
    expect(() => notebook.getSavedSearch('x')).toThrow(notFound)
    await expect(notebook.recordSeen('x', seen())).rejects.toThrow(notFound)
    await expect(notebook.updateSavedSearch('x', {})).rejects.toThrow(notFound)
    await expect(notebook.deleteSavedSearch('x')).rejects.toThrow(notFound)
  })

  it('refuses a name that is none, and changes nothing', async () => {
    const { place, notebook, id } = await make()
    const before = snapshot(place.folder)
    const invalid = { code: 'SAVED_SEARCH_NAME_INVALID' }
    await expect(notebook.createSavedSearch(question({ name: ' ' }))).rejects.toMatchObject(invalid)
    const update = notebook.updateSavedSearch(id, { name: '会'.repeat(201), query: 'oil' })
    await expect(update).rejects.toMatchObject(invalid)
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('follows at most as many events as are followed', async () => {
    const versions = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`e${index}`, '1']))
    const { notebook, search, id } = await make({ seen: seen(versions(10_000)) })
    expect(search.seen.events).toHaveLength(10_000)
    const { total, events } = (await notebook.recordSeen(id, seen(versions(10_001)))).seen
    expect([total, events]).toEqual([10_001, null])
  })

  it('takes back every change, with what the question had found', async () => {
    const { place, clock, notebook, search, id } = await make({ seen: seen({ a: '1' }) })
    const states: (SavedSearch | null)[] = [null, search]
    const labels: string[] = []
    async function step(change: Promise<unknown>) {
      await change
      labels.push(notebook.status().undo!)
      states.push(notebook.getSavedSearch(id))
      clock.advance(60_000)
    }
    await step(notebook.updateSavedSearch(id, { name: 'Oil' }))
    await step(notebook.updateSavedSearch(id, { query: 'oil', seen: seen({ b: '1' }) }))
    await step(notebook.updateSavedSearch(id, { sort: 'linked', isFolded: false }))
    await notebook.deleteSavedSearch(id)
    labels.push(notebook.status().undo!)
    expect(labels).toEqual([
      'Rename saved search “Fuel aid” to “Oil”',
      'Change question of “Oil”',
      'Change order of “Oil”',
      'Delete saved search “Oil”',
    ])
    expect(files(place)).toHaveLength(1)
    const back = states.toReversed()
    expect(await travel(notebook, id)).toEqual([null, ...back, ...states.slice(1), null])
    await notebook.undo()
    expect((await reopen(notebook, place)).getSavedSearch(id)).toEqual(states.at(-1))
  })

  it('makes no step of a change that changes nothing', async () => {
    const { place, notebook, search, id } = await make()
    const before = snapshot(place.folder)
    const { name, query } = search
    expect(await notebook.updateSavedSearch(id, { name: ` ${name}`, query })).toBe(search)
    expect(notebook.status().undo).toBe('Create saved search “Fuel aid”')
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('keeps what it found when it was looked at without a step', async () => {
    const { place, notebook, search, id } = await make({ seen: seen({ a: '1' }) })
    await notebook.updateSavedSearch(id, { name: 'Oil' })
    await notebook.undo()
    const later = seen({ a: '2' }, '2021-01-01T10:00:00.000Z')
    expect(await notebook.recordSeen(id, later)).toEqual({ ...search, seen: later })
    expect(notebook.status()).toMatchObject({
      undo: 'Create saved search “Fuel aid”',
      redo: 'Rename saved search “Fuel aid” to “Oil”',
    })
    expect(await notebook.updateSavedSearch(id, { seen: later })).toEqual({
      ...search,
      seen: later,
    })
    expect(notebook.status().redo).not.toBeNull()
    const looked = await travel(notebook, id)
    expect(looked.filter((state) => state !== null).map((state) => state.seen)).toEqual([
      later,
      later,
      later,
    ])
    expect((await reopen(notebook, place)).getSavedSearch(id)).toMatchObject({
      name: 'Oil',
      seen: later,
    })
  })

  it('gives no question what another one found', async () => {
    const [first, second, third] = [seen({ a: '1' }), seen({ b: '1' }), seen({ b: '2' })]
    const { notebook, id } = await make({ seen: first })
    await notebook.updateSavedSearch(id, { query: 'oil', seen: second })
    await notebook.recordSeen(id, third)
    await notebook.undo()
    expect(notebook.getSavedSearch(id)).toMatchObject({ query: 'fuel aid', seen: first })
    await notebook.redo()
    expect(notebook.getSavedSearch(id)).toMatchObject({ query: 'oil', seen: third })
  })

  it('does not take what is handed in for its own', async () => {
    const record = seen({ a: '1' })
    const { notebook, id } = await make({ seen: record })
    record.events!.push({ id: 'b', date: null, title: '', version: '' })
    expect(notebook.getSavedSearch(id).seen.events).toHaveLength(1)
    expect(() => notebook.getSavedSearch(id).seen.events!.pop()).toThrow(TypeError)
  })

  it('writes only its own document, and keeps members of it that it does not know', async () => {
    const { place, notebook, id } = await make()
    await notebook.createSavedSearch(question({ name: 'Other' }))
    await notebook.createAnnotation({ event: event(), note: 'n', tags: [] })
    await notebook.close()
    const [name] = files(place).filter((file) => file.startsWith('fuel')) as [string]
    const path = join(place.folder, 'searches', name)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"at":', '"star": 1, "at":'))
    const before = snapshot(place.folder)
    const again = await open(place)
    await again.updateSavedSearch(id, { name: 'Oil' })
    const after = snapshot(place.folder)
    const changed = Object.keys(after).filter((file) => after[file] !== before[file])
    expect(changed).toEqual([join('searches', name)])
    expect(readFileSync(path, 'utf8')).toContain('"star": 1')
  })

  it('leaves a document alone that is damaged or a second copy', async () => {
    const { place, notebook, id } = await make()
    await notebook.close()
    const folder = join(place.folder, 'searches')
    const [name] = files(place) as [string]
    const copy = join(folder, 'x-00000000.json')
    const damaged = join(folder, 'y-00000000.json')
    writeFileSync(copy, readFileSync(join(folder, name)))
    writeFileSync(damaged, readFileSync(join(folder, name), 'utf8').replace('"date"', '"dates"'))
    const again = await open(place)
    expect(again.listSavedSearches()).toHaveLength(1)
    expect(again.status().problems).toMatchObject([
      { path: damaged, code: 'NOTEBOOK_DAMAGED' },
      { path: copy, code: 'NOTEBOOK_DAMAGED' },
    ])
    const before = snapshot(folder)
    await again.deleteSavedSearch(id)
    await again.deleteForGood([{ kind: 'savedSearch', id }])
    expect(Object.keys(before).filter((file) => !(file in snapshot(folder)))).toEqual([name])
  })

  it('joins a new name with what another program found later', async () => {
    const { place, notebook, search, id } = await make({ seen: seen({ a: '1' }) })
    const [name] = files(place) as [string]
    const path = join(place.folder, 'searches', name)
    const later = seen({ a: '2', b: '1' }, '2021-01-01T10:00:00.000Z')
    writeFileSync(path, formatDocument(SAVED_SEARCH_FORMAT, { ...search, seen: later }))
    const joined = await notebook.updateSavedSearch(id, { name: 'Oil' })
    expect(joined).toMatchObject({ name: 'Oil', seen: later })
    expect(notebook.status().undo).toBeNull()
    expect(notebook.listSavedSearches()).toHaveLength(1)
    expect((await reopen(notebook, place)).getSavedSearch(id)).toEqual(joined)
  })

  it('keeps a question that another program wrote over at the same time', async () => {
    const { place, clock, notebook, id } = await make()
    const [name] = files(place) as [string]
    const path = join(place.folder, 'searches', name)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"fuel aid"', '"their question"'))
    clock.advance(1000)
    const ours = { query: 'our question', seen: seen({ b: '1' }) }
    expect(await notebook.updateSavedSearch(id, ours)).toMatchObject(ours)
    const list = (searches: Notebook) =>
      searches
        .listSavedSearches()
        .map(({ query }) => query)
        .sort()
    expect(list(notebook)).toEqual(['our question', 'their question'])
    await notebook.undo()
    expect(list(notebook)).toEqual(['fuel aid', 'their question'])
    await notebook.redo()
    expect(list(await reopen(notebook, place))).toEqual(['our question', 'their question'])
  })

  it('does not write over another program’s question before that is safe', async () => {
    const { place, clock, notebook, id } = await make()
    const [name] = files(place) as [string]
    const folder = join(place.folder, 'searches')
    const path = join(folder, name)
    const theirs = readFileSync(path, 'utf8').replace('"fuel aid"', '"their question"')
    const { spareName, spareBytes } = await learnSpare(theirs, clock.now)
    writeFileSync(path, theirs)
    writeFileSync(join(folder, spareName), '{')
    const change = notebook.updateSavedSearch(id, { query: 'oil', seen: seen() })
    const notSaved = { code: 'NOTEBOOK_NOT_SAVED' }
    await expect(change).rejects.toMatchObject(notSaved)
    await expect(notebook.retrySave()).rejects.toMatchObject(notSaved)
    expect(readFileSync(path, 'utf8')).toBe(theirs)
    expect(notebook.getSavedSearch(id).query).toBe('oil')
    writeFileSync(join(folder, spareName), spareBytes)
    await notebook.retrySave()
    expect(readFileSync(path, 'utf8')).toContain('"oil"')
    expect((await reopen(notebook, place)).listSavedSearches()).toHaveLength(2)
  })
})

/** What another machine makes of the same conflict. */
async function learnSpare(theirs: string, now: () => Date) {
  const place = makePlace()
  const folder = join(place.folder, 'searches')
  const { data } = JSON.parse(theirs) as { data: SavedSearch }
  const first = await open(place, { now })
  await first.createSavedSearch(data)
  const [made] = files(place) as [string]
  await first.close()
  writeFileSync(join(folder, made), theirs.replace('"their question"', '"fuel aid"'))
  const notebook = await open(place, { now })
  writeFileSync(join(folder, made), theirs)
  await notebook.updateSavedSearch(data.id, { query: 'gas', seen: seen() })
  const spareName = files(place).find((file) => file !== made)!
  return { spareName, spareBytes: readFileSync(join(folder, spareName)) }
}
