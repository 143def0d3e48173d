import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprintArchive, openArchiveFolder } from '../../../src-main/archive/open-archive.ts'
import { IS_ROOT, makeArchive, makeFolder } from './temporary-archive.ts'

describe('openArchiveFolder', () => {
  it('finds the real folder, by whatever path it is reached', async () => {
    const root = makeArchive({ 'deep/er/a.md': '' })
    const link = join(makeFolder(), 'link')
    symlinkSync(root, link)
    const opened = await openArchiveFolder(`${link}/deep/..`)
    expect(opened).toEqual({
      root,
      name: basename(root),
      fingerprint: fingerprintArchive(root),
    })
  })

  it.each([
    ['ARCHIVE_NOT_FOUND', 'gone'],
    ['ARCHIVE_NOT_A_FOLDER', 'a.md'],
    ['ARCHIVE_NOT_A_FOLDER', 'a.md/b'],
    ['ARCHIVE_EMPTY', 'empty'],
    ['ARCHIVE_NO_PAGES', 'other'],
  ])('refuses with %s', async (code, path) => {
    const root = makeArchive({ 'a.md': '', 'other/x.txt': '', 'other/.hidden/y.md': '' })
    mkdirSync(join(root, 'empty'))
    await expect(openArchiveFolder(join(root, path))).rejects.toMatchObject({
      code,
      details: { path: expect.stringContaining(path) as string },
    })
  })

  it.skipIf(!IS_ROOT)('refuses a folder without permission', async () => {
    const root = makeArchive({ 'secret/a.md': '' })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'secret'), 0o000)
    process.seteuid?.(65534)
    try {
      const opened = openArchiveFolder(join(root, 'secret'))
      await expect(opened).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE' })
    } finally {
      process.seteuid?.(0)
    }
  })
})

describe('fingerprintArchive', () => {
  it('is the same for the same path and another for another', () => {
    const [first, again, other] = ['/a/news', '/a/news', '/b/news'].map(fingerprintArchive)
    expect(first).toBe(again)
    expect(first).not.toBe(other)
    expect(first).toMatch(/^[0-9a-f]{16}$/u)
  })
})
