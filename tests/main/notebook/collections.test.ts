import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Collection } from '#shared/notebook.ts'
import { event, makePlace, open, reopen } from './make-notebook.ts'

const eventIds = (collection: Collection) => collection.entries.map((entry) => entry.event.id)

describe('Collections', () => {
  it('makes a collection with a file that keeps its name', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const made = await notebook.createCollection('  Six-party\n talks  ')
    expect(made).toMatchObject({ name: 'Six-party talks', introduction: '', entries: [] })
    const files = [`six-party-talks-${made.id.slice(0, 8)}.json`]
    expect(readdirSync(join(place.folder, 'collections'))).toEqual(files)
    await notebook.updateCollection(made.id, { name: 'Other', introduction: '# Why\r\n' })
    expect(readdirSync(join(place.folder, 'collections'))).toEqual(files)
    const again = await reopen(notebook, place)
    expect(again.getCollection(made.id)).toMatchObject({ name: 'Other', introduction: '# Why\r\n' })
  })

  it('lists collections by name', async () => {
    const notebook = await open(makePlace())
    for (const name of ['Part 10', 'part 2', '会谈', 'Äpfel']) await notebook.createCollection(name)
    expect(notebook.listCollections().map(({ name }) => name)).toEqual([
      'Äpfel',
      'part 2',
      'Part 10',
      '会谈',
    ])
    expect(notebook.listCollections()[0]).toEqual({
      id: expect.any(String) as string,
      name: 'Äpfel',
      created: expect.any(String) as string,
      modified: expect.any(String) as string,
      entryCount: 0,
    })
  })

  it('adds events once each, in the order given', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createCollection('A')
    await notebook.addEntries(id, [event('a'), event('b'), event('a')])
    const after = await notebook.addEntries(id, [event('b'), event('c')])
    expect(eventIds(after)).toEqual(['a', 'b', 'c'])
    expect(after.entries[0]).toMatchObject({ event: event('a'), remark: '' })
    const undo = notebook.status().undo
    expect(await notebook.addEntries(id, [event('a')])).toBe(after)
    expect(notebook.status().undo).toBe(undo)
    expect((await reopen(notebook, place)).getCollection(id)).toEqual(after)
  })

  it('removes, moves, remarks and sorts entries', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createCollection('A')
    const dates = ['2009-01-02', null, '2008', '2008-06', '2008-06-06', '2009-01-02']
    const events = dates.map((date, index) => event(String(index), date))
    const { entries } = await notebook.addEntries(id, events)
    expect(eventIds(await notebook.sortEntriesByDate(id))).toEqual(['2', '3', '4', '0', '5', '1'])
    const [first, last] = [entries[2]!.id, entries[1]!.id]
    expect(eventIds(await notebook.moveEntry(id, last, 0))).toEqual(['1', '2', '3', '4', '0', '5'])
    expect(eventIds(await notebook.moveEntry(id, first, 99))).toEqual([
      '1',
      '3',
      '4',
      '0',
      '5',
      '2',
    ])
    expect(eventIds(await notebook.moveEntry(id, first, -1))).toEqual([
      '2',
      '1',
      '3',
      '4',
      '0',
      '5',
    ])
    expect(eventIds(await notebook.removeEntries(id, [first, last]))).toEqual(['3', '4', '0', '5'])
    const after = await notebook.setRemark(id, entries[0]!.id, ' my\nremark ')
    expect(after.entries[2]?.remark).toBe(' my\nremark ')
    expect((await reopen(notebook, place)).getCollection(id)).toEqual(after)
  })

  it('refuses entries that are not in the collection, and changes nothing', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createCollection('A')
    const before = await notebook.addEntries(id, [event('a')])
    const notFound = { code: 'ENTRY_NOT_FOUND' }
    const entryIds = [before.entries[0]!.id, 'x']
    await expect(notebook.removeEntries(id, entryIds)).rejects.toMatchObject(notFound)
    await expect(notebook.setRemark(id, 'x', 'r')).rejects.toMatchObject(notFound)
    await expect(notebook.moveEntry(id, 'x', 0)).rejects.toMatchObject(notFound)
    expect(notebook.getCollection(id)).toBe(before)
  })

  it('deletes the file of a collection for good only once a backup holds it', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createCollection('A')
    await notebook.addEntries(id, [event('a')])
    const [file] = readdirSync(join(place.folder, 'collections')) as [string]
    await notebook.deleteCollection(id)
    expect(readdirSync(join(place.folder, 'collections'))).toEqual([file])
    const bytes = readFileSync(join(place.folder, 'collections', file))
    await notebook.deleteForGood([{ kind: 'collection', id }])
    expect(readdirSync(join(place.folder, 'collections'))).toEqual([])
    const backups = join(place.backupFolder, 'collections', file.replace('.json', ''))
    const newest = readdirSync(backups).sort().at(-1)!
    expect(readFileSync(join(backups, newest))).toEqual(bytes)
    expect(() => notebook.getCollection(id)).toThrow(
      expect.objectContaining({ code: 'COLLECTION_NOT_FOUND' }),
    )
  })

  it('is there again when the deletion is undone while it is on its way', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createCollection('A')
    await Promise.all([notebook.deleteCollection(id), notebook.undo()])
    expect((await reopen(notebook, place)).getCollection(id).name).toBe('A')
  })

  it('does not delete a collection for good that cannot be backed up', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createCollection('A')
    const [file] = readdirSync(join(place.folder, 'collections')) as [string]
    mkdirSync(place.backupFolder, { recursive: true })
    writeFileSync(join(place.backupFolder, 'collections'), 'in the way')
    await notebook.deleteCollection(id)
    const end = notebook.deleteForGood([{ kind: 'collection', id }])
    await expect(end).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_SAVED' })
    expect(readdirSync(join(place.folder, 'collections'))).toEqual([file])
    expect(notebook.status().save.state).toBe('failed')
    await notebook.undo()
    await notebook.undo()
    expect(notebook.status().save.state).toBe('saved')
    expect((await reopen(notebook, place)).getCollection(id).name).toBe('A')
  })

  it('takes a second file with the same collection for a problem and leaves it', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createCollection('A')
    await notebook.close()
    const folder = join(place.folder, 'collections')
    const [file] = readdirSync(folder) as [string]
    const copy = join(folder, 'copy-00000000.json')
    writeFileSync(copy, readFileSync(join(folder, file)))
    const again = await open(place)
    expect(again.listCollections()).toHaveLength(1)
    expect(again.status().problems).toMatchObject([{ path: copy, code: 'NOTEBOOK_DAMAGED' }])
    await again.updateCollection(id, { introduction: 'x' })
    expect(readFileSync(copy, 'utf8')).not.toContain('"x"')
  })
})
