import { describe, expect, it } from 'vitest'
import type { WalkStep } from '../../../../src-main/index/import/archive-port.ts'
import { KnownPages } from '../../../../src-main/index/import/known-pages.ts'
import { WalkedPages, walkPages } from '../../../../src-main/index/import/walk-pages.ts'
import { makeFile, makeFinder, makeIndex } from './make-pages.ts'

function walk(known: KnownPages, ...steps: Partial<WalkStep>[]): WalkedPages {
  return walkPages('/archive', makeFinder(steps), known, () => true)!
}

function know(...paths: string[]): KnownPages {
  return new KnownPages(makeIndex(paths.map((path) => ({ path }))))
}

const [A, B] = [makeFile('a.md'), makeFile('b.md')]

describe('WalkedPages', () => {
  it('knows an archive that did not change', () => {
    const walked = walk(know('a.md', 'b.md'), { files: [B] }, { files: [A] })
    expect(walked.isUnchanged).toBe(true)
    expect(walked.size).toBe(2)
    expect(walked.countGone()).toBe(0)
    expect(walked.listFiles()).toEqual([A, B])
  })

  it.each([
    ['has another size', { sizeBytes: 11 }],
    ['has another time', { mtimeMs: 2 }],
    ['is opened by another path', { openPath: '/archive/elsewhere.md' }],
  ])('sees that a page %s', (_, difference) => {
    const changed = { ...B, ...difference }
    const walked = walk(know('a.md', 'b.md'), { files: [A, changed] })
    expect(walked.isUnchanged).toBe(false)
    expect(walked.listFiles()).toEqual([A, changed])
    expect(walked.countGone()).toBe(0)
  })

  it('sees new pages and those that are gone', () => {
    const known = know('a.md', 'gone.md')
    const walked = walk(known, { files: [A, B] })
    expect(walked.isUnchanged).toBe(false)
    expect(walked.listFiles()).toEqual([A, B])
    expect(walked.countGone()).toBe(1)
    expect(walk(known, { files: [A] }).isUnchanged).toBe(false)
  })

  it('keeps both of two files of one name', () => {
    const twin = makeFile('a.md', { openPath: '/archive/a\u0301.md' })
    const walked = walk(know('a.md'), { files: [A, twin] })
    expect(walked.isUnchanged).toBe(false)
    expect(walked.listFiles()).toEqual([A, twin])
    expect(walk(know('a.md'), { files: [twin, A] }).listFiles()).toEqual([twin, A])
  })

  it('does not take for gone what could not be seen', () => {
    const paths = ['a.md', 'secret/b.md', 'secret/c/d.md', 'secretary.md', 'long.md']
    const walked = walk(know(...paths), {
      files: [A],
      problems: [
        { path: 'secret', code: 'FOLDER_UNREADABLE', message: '' },
        { path: 'long.md', code: 'PATH_TOO_LONG', message: '' },
        { path: 'secretary.md', code: 'LINK_BROKEN', message: '' },
      ],
    })
    const unseen = paths.filter((path) => walked.isOutOfSight(path))
    expect(unseen).toEqual(['secret/b.md', 'secret/c/d.md', 'long.md'])
    expect(walked.countGone()).toBe(1)
    expect(walked.isUnchanged).toBe(false)
  })

  it('sees nothing at all where the root could not be read', () => {
    const problem = { path: '', code: 'FOLDER_UNREADABLE', message: '' } as const
    const walked = walk(know('a.md'), { problems: [problem] })
    expect(walked.isOutOfSight('a.md')).toBe(true)
    expect(walked.countGone()).toBe(0)
  })
})

describe('walkPages', () => {
  it('tells all the while how many pages and problems it found', () => {
    const problem = { path: 'x', code: 'LINK_BROKEN', message: '' } as const
    const finder = makeFinder([{ files: [A] }, { problems: [problem] }, { files: [B] }])
    const told: number[][] = []
    walkPages('/archive', finder, know('a.md'), (...counts) => told.push(counts) > 0)
    expect(told).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
    ])
  })

  it('stops when it is told to', () => {
    const finder = makeFinder([{ files: [A] }, { files: [B] }])
    let looks = 0
    const walked = walkPages('/archive', finder, know(), () => ++looks < 1)
    expect(walked).toBeNull()
    expect(looks).toBe(1)
  })
})
