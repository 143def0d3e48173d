import { describe, expect, it } from 'vitest'
import type { PlannedPage } from '../../../../src-main/index/import/compare-pages.ts'
import { makeRequests, planPages } from '../../../../src-main/index/import/plan-reading.ts'
import { makeFile, makeIndex } from './make-pages.ts'

function page(id: number, path: string, pathDate: string | null): PlannedPage {
  const isFoldersOwn = /(?:^|\/)index\.md$/u.test(path)
  const file = makeFile(path)
  const key = path.replace(/\.md$/u, '')
  const isNew = { known: null, eventNumber: null, isCopy: false, isDirty: true }
  return { id, key, file, isFoldersOwn, pathDate, ...isNew }
}

function request(pages: PlannedPage[]) {
  return makeRequests(makeIndex([]), planPages(pages, 'changed', false))
}

const pathsOf = (folders: { pages: { file: { path: string } }[] }[]) =>
  folders.flatMap(({ pages }) => pages.map(({ file }) => file.path))

describe('makeRequests', () => {
  it('asks for folders in order of date, the page of a folder before those in it', () => {
    const pages = [
      page(1, '2009/01/1/a.md', '2009-01-01'),
      page(2, '2008/01/1/b.md', '2008-01-01'),
      page(3, '2008/01/1/index.md', '2008-01-01'),
      page(4, 'notes/c.md', null),
    ]
    expect([...request(pages)].map(pathsOf)).toEqual([
      ['notes/c.md', '2008/01/1/index.md', '2008/01/1/b.md', '2009/01/1/a.md'],
    ])
  })

  it('asks for large folders in parts, and says which is the last', () => {
    const pages = Array.from({ length: 70 }, (_, at) => page(at + 1, `notes/${at}.md`, null))
    const requests = [...request(pages)]
    expect(requests.map((folders) => pathsOf(folders).length)).toEqual([32, 32, 6])
    expect(requests.flat().map(({ isLast }) => isLast)).toEqual([false, false, true])
  })

  it('asks for nothing where nothing is to be read', () => {
    expect([...request([])]).toEqual([])
  })

  it('asks for a folder of more pages than a call may have arguments', () => {
    const pages = Array.from({ length: 300_000 }, (_, at) => page(at + 1, `${at}.md`, null))
    const { value: first } = request(pages).next()
    expect(pathsOf(first ?? [])).toHaveLength(32)
  })
})
