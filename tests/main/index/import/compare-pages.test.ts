import { describe, expect, it } from 'vitest'
import { firstEventNumber } from '../../../../src-main/index/event-number.ts'
import type { PageFile } from '../../../../src-main/index/import/archive-port.ts'
import {
  comparePages,
  isFullDate,
  isIndexFile,
} from '../../../../src-main/index/import/compare-pages.ts'
import { KnownPages, loadKnownIndex } from '../../../../src-main/index/import/known-pages.ts'
import { walkPages } from '../../../../src-main/index/import/walk-pages.ts'
import { PAGE_STATE } from '../../../../src-main/index/schema.ts'
import { type PageRow, makeFile, makeFinder, makeIndex } from './make-pages.ts'

function compare(
  rows: readonly PageRow[],
  files: readonly (string | PageFile)[],
  retried: readonly number[] = [],
) {
  const database = makeIndex(rows)
  const pages = new KnownPages(database)
  const found = files.map((file) => (typeof file === 'string' ? makeFile(file) : file))
  const finder = makeFinder([{ files: found }])
  const walked = walkPages('/archive', finder, pages, () => true)!
  return comparePages(walked, loadKnownIndex(database, pages), finder, new Set(retried))
}

/** Of each page what is asked for, by path. */
function pick<Key extends keyof ReturnType<typeof compare>['pages'][number]>(
  { pages }: ReturnType<typeof compare>,
  key: Key,
) {
  return Object.fromEntries(pages.map((page) => [page.file.path, page[key]]))
}

describe('comparePages', () => {
  it('gives new pages row ids of their own and those of their day to their events', () => {
    const first = firstEventNumber('2008-06-06')
    const rows = [{ id: 5, path: '2008/06/6/a.md', eventId: first + 2 }]
    const found = compare(rows, ['notes/c.md', '2008/06/6/b.md', '2008/06/6/a.md'])
    expect(pick(found, 'id')).toEqual({ '2008/06/6/a.md': 5, '2008/06/6/b.md': 6, 'notes/c.md': 7 })
    expect(found.pages.map(({ id }) => id)).toEqual([5, 6, 7])
    expect(found.pages.map(({ eventNumber }) => eventNumber)).toEqual([first + 2, first + 3, null])
    expect(found.pages.map(({ isDirty }) => isDirty)).toEqual([false, true, true])
  })

  it('gives an event the row id under which a day page has it already', () => {
    const number = firstEventNumber('2008-06-06') + 9
    const database = makeIndex([])
    database.exec(`INSERT INTO event (id, key, title, entities, hosts, links, sources, summary)
      VALUES (${number}, '2008/06/6/a', 'A title', x'', x'', x'', '[]', '')`)
    const known = new KnownPages(database)
    const finder = makeFinder([{ files: [makeFile('2008/06/6/a.md')] }])
    const walked = walkPages('/archive', finder, known, () => true)!
    const { pages } = comparePages(walked, loadKnownIndex(database, known), finder, new Set())
    expect(pages[0]?.eventNumber).toBe(number)
  })

  it('reads again what changed, was not read or shall be tried again', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ path: `${name}.md` }))
    const unread = { path: 'f.md', state: PAGE_STATE.unread }
    const files = [
      'a.md',
      makeFile('b.md', { sizeBytes: 11 }),
      makeFile('c.md', { mtimeMs: 2 }),
      'd.md',
      'e.md',
      'f.md',
    ]
    expect(pick(compare([...rows, unread], files, [4]), 'isDirty')).toEqual({
      'a.md': false,
      'b.md': true,
      'c.md': true,
      'd.md': true,
      'e.md': false,
      'f.md': true,
    })
  })

  it('lists what is gone with the row that the index still has', () => {
    const { removed, pages } = compare([{ path: 'a.md' }, { path: 'b.md', eventId: 8 }], ['a.md'])
    expect(pages).toHaveLength(1)
    expect(removed).toEqual([
      { id: 2, path: 'b.md', sizeBytes: 10, mtimeMs: 1, state: 1, eventNumber: 8 },
    ])
  })

  it('takes of two files whose names differ in their Unicode form the one in normal form', () => {
    const normal = makeFile('\u00e9.md')
    const twin = makeFile('\u00e9.md', { openPath: '/archive/e\u0301.md' })
    for (const files of [
      [normal, twin],
      [twin, normal],
    ]) {
      const { pages, twins } = compare([], files)
      expect(pages.map(({ file }) => file)).toEqual([normal])
      expect(twins).toEqual([twin])
    }
  })

  it('takes the first of two files neither of which has its name in normal form', () => {
    const files = ['A', 'B'].map((name) => makeFile('\u00e9.md', { openPath: `/archive/${name}` }))
    const { pages, twins } = compare([], files)
    expect([pages[0]?.file, ...twins]).toEqual(files)
  })

  it('names events by their paths without ending, where no other page has that name', () => {
    const found = compare([], ['a.md', 'a.markdown', 'B.MD', 'b.markdown', 'c.markdown'])
    expect(pick(found, 'key')).toEqual({
      'a.md': 'a',
      'a.markdown': 'a.markdown',
      'B.MD': 'B',
      'b.markdown': 'b',
      'c.markdown': 'c',
    })
  })

  it('does not read a README beside the index of a day, and reads it where the index is gone', () => {
    const [index, readme] = ['2008/06/6/index.md', '2008/06/6/README.md']
    const fresh = compare([], [index, readme, 'README.md', 'index.md'])
    expect(pick(fresh, 'isCopy')).toEqual({
      [index]: false,
      [readme]: true,
      'README.md': false,
      'index.md': false,
    })
    const rows = [{ path: readme, state: PAGE_STATE.copy }]
    expect(pick(compare(rows, [readme]), 'isDirty')).toEqual({ [readme]: true })
    const both = compare(rows, [index, readme])
    expect(pick(both, 'isDirty')).toEqual({ [index]: true, [readme]: false })
  })
})

describe('isFullDate', () => {
  it('knows days from months, years and nothing', () => {
    const dates = ['2008-06-06', '2008-06', '2008', null]
    expect(dates.filter(isFullDate)).toEqual(['2008-06-06'])
  })
})

describe('isIndexFile', () => {
  it('knows an index from a README', () => {
    const paths = ['index.md', 'a/INDEX.markdown', 'a/README.md', 'a/indexed.md']
    const indexes = paths.filter((path) => isIndexFile(makeFile(path)))
    expect(indexes).toEqual(['index.md', 'a/INDEX.markdown'])
  })
})
