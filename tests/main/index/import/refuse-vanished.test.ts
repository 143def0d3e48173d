import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AnnalsError } from '#shared/errors.ts'
import { isIndexPath, withoutPageExtension } from '../../../../src-main/archive/archive-path.ts'
import { readPathDate } from '../../../../src-main/archive/page-date.ts'
import { walkArchive } from '../../../../src-main/archive/walk-archive.ts'
import { KnownPages } from '../../../../src-main/index/import/known-pages.ts'
import { refuseVanished } from '../../../../src-main/index/import/refuse-vanished.ts'
import { walkPages } from '../../../../src-main/index/import/walk-pages.ts'
import { makeArchive, makeFolder } from '../../archive/temporary-archive.ts'
import { makeIndex } from './make-pages.ts'

const FINDER = { walkArchive, isIndexPath, withoutPageExtension, readPathDate }

function pagesOf(count: number): string[] {
  return Array.from({ length: count }, (_, page) => `2008/${page}.md`)
}

/** What becomes of an index of `known` pages where the archive has `present` of them. */
function judge(root: string, known: readonly string[], acceptLoss: boolean): AnnalsError | null {
  const pages = new KnownPages(makeIndex(known.map((path) => ({ path }))))
  const walked = walkPages(root, FINDER, pages, () => true)!
  try {
    refuseVanished(root, walked, pages, acceptLoss)
    return null
  } catch (error) {
    if (error instanceof AnnalsError) return error
    throw error
  }
}

function makeRoot(paths: readonly string[]): string {
  return makeArchive(Object.fromEntries(paths.map((path) => [path, ''])))
}

describe('refuseVanished', () => {
  it('refuses where most of many pages are gone, and says how many', () => {
    const root = makeRoot(pagesOf(9))
    expect(judge(root, pagesOf(20), false)).toMatchObject({
      code: 'ARCHIVE_VANISHED',
      message: `11 of 20 pages of the archive are gone: ${root}`,
      details: { path: root, known: 20, gone: 11 },
    })
  })

  it.each([
    ['half of many pages are gone', 10, 20],
    ['most of few pages are gone', 1, 19],
    ['nothing was known', 0, 0],
  ])('accepts that %s', (_, present, known) => {
    expect(judge(makeRoot(pagesOf(present)), pagesOf(known), false)).toBeNull()
  })

  it('refuses where the last of few pages is gone, as from a folder nothing is mounted on', () => {
    expect(judge(makeFolder(), ['a.md'], false)).toMatchObject({
      code: 'ARCHIVE_VANISHED',
      message: expect.stringMatching(/^1 of 1 pages /u) as string,
    })
  })

  it('accepts a loss that is said to be on purpose', () => {
    expect(judge(makeRoot(pagesOf(9)), pagesOf(20), true)).toBeNull()
    expect(judge(makeFolder(), pagesOf(20), true)).toBeNull()
  })

  it('refuses a folder that is not there, whatever is said', () => {
    const root = join(makeFolder(), 'unmounted')
    for (const acceptLoss of [false, true]) {
      expect(judge(root, pagesOf(3), acceptLoss)).toMatchObject({
        code: 'ARCHIVE_VANISHED',
        details: { path: root, known: 3, gone: 3 },
      })
    }
  })

  it('says what is wrong with a folder that was never read', () => {
    const gone = makeFolder()
    rmSync(gone, { recursive: true })
    expect(judge(gone, [], true)).toMatchObject({ code: 'ARCHIVE_NOT_FOUND' })
    const file = join(makeRoot(['a.md']), 'a.md')
    expect(judge(file, [], true)).toMatchObject({ code: 'ARCHIVE_UNREADABLE' })
  })
})
