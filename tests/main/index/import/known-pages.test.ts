import { describe, expect, it } from 'vitest'
import {
  KnownPages,
  loadEvents,
  loadKnownIndex,
} from '../../../../src-main/index/import/known-pages.ts'
import { firstEventNumber } from '../../../../src-main/index/event-number.ts'
import { PAGE_STATE } from '../../../../src-main/index/schema.ts'
import { makeIndex } from './make-pages.ts'

function addEvent(database: ReturnType<typeof makeIndex>, id: number, key: string): void {
  database.exec(`INSERT INTO event (id, key, title, entities, hosts, links, sources, summary)
    VALUES (${id}, '${key}', 'A title', x'', x'', x'', '[]', '')`)
}

describe('KnownPages', () => {
  it('holds nothing of an empty index', () => {
    const pages = new KnownPages(makeIndex([]))
    expect([...pages]).toEqual([])
    expect(pages.size).toBe(0)
    expect(pages.nextId).toBe(1)
    expect(pages.find('a.md')).toBeNull()
    expect(pages.get('a.md')).toBeNull()
  })

  it('finds pages by path, in order of id', () => {
    const eventId = firstEventNumber('2008-06-06') + 7
    const rows = [
      { id: 9, path: 'b.md', size: 3, mtimeMs: 1.5, state: PAGE_STATE.day },
      { id: 4, path: 'a.md', eventId },
    ]
    const pages = new KnownPages(makeIndex(rows))
    const [a, b] = [
      { id: 4, path: 'a.md', sizeBytes: 10, mtimeMs: 1, state: 1, eventNumber: eventId },
      { id: 9, path: 'b.md', sizeBytes: 3, mtimeMs: 1.5, state: 2, eventNumber: null },
    ]
    expect([...pages]).toEqual([a, b])
    expect(pages.get('b.md')).toEqual(b)
    expect(pages.find('a.md')).toBe(0)
    expect(pages.nextId).toBe(10)
  })

  it('reads more pages than it takes at once', () => {
    const rows = Array.from({ length: 9000 }, (_, page) => ({
      path: `${page}.md`,
      id: page * 2 + 1,
    }))
    const pages = new KnownPages(makeIndex(rows))
    expect(pages.size).toBe(9000)
    expect(pages.get('8999.md')?.id).toBe(17_999)
    expect(new Set([...pages].map(({ id }) => id)).size).toBe(9000)
  })

  it('says whether a page is as it was read', () => {
    const pages = new KnownPages(makeIndex([{ path: 'a.md' }, { path: 'b.md', state: 0 }]))
    const file = { sizeBytes: 10, mtimeMs: 1 }
    expect(pages.isSame(0, file)).toBe(true)
    expect(pages.isSame(0, { ...file, sizeBytes: 11 })).toBe(false)
    expect(pages.isSame(0, { ...file, mtimeMs: 1.001 })).toBe(false)
    expect(pages.isSame(1, file)).toBe(false)
  })
})

describe('loadKnownIndex', () => {
  it('knows events without a page, and gives out no row id twice', () => {
    const start = firstEventNumber('2008-06-06')
    const database = makeIndex([{ path: 'a.md', eventId: start + 3 }])
    addEvent(database, start + 5, '2008/06/6/listed')
    const { listed, numbers } = loadKnownIndex(database, new KnownPages(database))
    expect([...listed]).toEqual([['2008/06/6/listed', start + 5]])
    expect(numbers.take('2008-06-06')).toBe(start + 6)
  })
})

describe('loadEvents', () => {
  it('gives the ids of all events with their row ids', () => {
    const database = makeIndex([])
    addEvent(database, 8, 'a')
    expect(loadEvents(database)).toEqual({ keys: ['a'], numbers: [8] })
  })
})
