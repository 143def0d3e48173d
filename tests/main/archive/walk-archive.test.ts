import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { walkArchive } from '../../../src-main/archive/walk-archive.ts'
import { IS_ROOT, actAsNobody, makeArchive, makeFolder } from './temporary-archive.ts'

function walk(root: string) {
  const steps = [...walkArchive(root)]
  return {
    paths: findFiles(root)
      .map(({ path }) => path)
      .sort(),
    problems: steps
      .flatMap(({ problems }) => problems.map(({ code, path }) => `${code} ${path}`))
      .sort(),
  }
}

function findFiles(root: string) {
  return [...walkArchive(root)].flatMap(({ files }) => files)
}

describe('walkArchive', () => {
  it('finds pages at any depth with their size and time', () => {
    const root = makeArchive({ 'a.md': 'abc', 'b/c/d.markdown': '', 'b/x.txt': '', 'E.MD': '' })
    expect(walk(root)).toEqual({ paths: ['E.MD', 'a.md', 'b/c/d.markdown'], problems: [] })
    utimesSync(join(root, 'a.md'), 1, 2.5)
    const page = findFiles(root).find(({ path }) => path === 'a.md')
    expect(page).toEqual({ path: 'a.md', openPath: null, sizeBytes: 3, mtimeMs: 2500 })
  })

  it('passes over hidden files and folders', () => {
    const root = makeArchive({ '.git/a.md': '', '.obsidian/b.md': '', '._c.md': '', 'd.md': '' })
    expect(walk(root)).toEqual({ paths: ['d.md'], problems: [] })
  })

  it('reports names in one Unicode form and opens them by their own', () => {
    const root = makeArchive({ ['caf\u0065\u0301/e\u0301.md']: 'x' })
    const [page] = findFiles(root)
    expect(page?.path).toBe('caf\u00e9/\u00e9.md')
    expect(page?.openPath).toBe(join(root, 'caf\u0065\u0301/e\u0301.md'))
  })

  it('says by which path a page behind a link is opened', () => {
    const root = makeArchive({ '.hidden/in/a.md': '' })
    symlinkSync('.hidden', join(root, 'shown'))
    symlinkSync('.hidden/in/a.md', join(root, 'a.md'))
    const openPath = join(root, '.hidden/in/a.md')
    expect(new Map(findFiles(root).map((file) => [file.path, file.openPath]))).toEqual(
      new Map([
        ['a.md', openPath],
        ['shown/in/a.md', openPath],
      ]),
    )
  })

  it('reads a folder of very many names step by step', () => {
    const root = makeArchive({ 'a.md': '' })
    const names = Array.from({ length: 3000 }, (_, page) => `${String(page).padEnd(200, 'x')}.md`)
    for (const name of names) writeFileSync(join(root, name), '')
    const steps = [...walkArchive(root)]
    expect(Math.max(...steps.map(({ files }) => files.length))).toBeLessThanOrEqual(1000)
    expect(walk(root)).toEqual({ paths: ['a.md', ...names].sort(), problems: [] })
  })

  it('follows links only to what lies inside and is not read already', () => {
    const outside = makeArchive({ 'secret.md': 'secret' })
    const root = makeArchive({ 'a/b.md': '', '.hidden/c.md': '', 'p.png': '' })
    symlinkSync('.', join(root, 'self'))
    symlinkSync('a', join(root, 'again'))
    symlinkSync('a/b.md', join(root, 'b-again.md'))
    symlinkSync('.hidden', join(root, 'shown'))
    symlinkSync('.hidden/c.md', join(root, 'c.md'))
    symlinkSync(outside, join(root, 'out'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'secret.md'))
    symlinkSync('nowhere', join(root, 'broken'))
    symlinkSync('nowhere.png', join(root, 'picture.png'))
    symlinkSync('round', join(root, 'round'))
    expect(walk(root)).toEqual({
      paths: ['a/b.md', 'c.md', 'shown/c.md'],
      problems: [
        'LINK_BROKEN broken',
        'LINK_LOOP again',
        'LINK_LOOP b-again.md',
        'LINK_LOOP round',
        'LINK_LOOP self',
        'LINK_OUTSIDE out',
        'LINK_OUTSIDE secret.md',
      ],
    })
  })

  it('does not take a folder beside the root for one inside it', () => {
    const root = makeArchive({ 'archive/a.md': '', 'archive-private/b.md': '' })
    symlinkSync('../archive-private', join(root, 'archive', 'link'))
    expect(walk(join(root, 'archive'))).toEqual({
      paths: ['a.md'],
      problems: ['LINK_OUTSIDE link'],
    })
  })

  it('reports what is named like a page and is no file', () => {
    const root = makeArchive({ 'a.md': '' })
    execFileSync('mkfifo', [join(root, 'pipe.md')])
    expect(walk(root)).toEqual({ paths: ['a.md'], problems: ['PAGE_NOT_REGULAR pipe.md'] })
  })

  it('reports names that are not valid UTF-8, and reads those that only look so', () => {
    const root = makeFolder()
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/bad-`), Buffer.from([0xff]), Buffer.from('.md')]),
      '',
    )
    writeFileSync(join(root, 'good-\uFFFD.md'), '')
    expect(walk(root)).toEqual({
      paths: ['good-\uFFFD.md'],
      problems: ['PATH_NOT_UNICODE bad-\uFFFD.md'],
    })
  })

  it('reads paths of 300 characters', () => {
    const path = `${'d'.repeat(150)}/${'n'.repeat(150)}.md`
    expect(walk(makeArchive({ [path]: '' }))).toEqual({ paths: [path], problems: [] })
  })

  it('reports paths that are longer than the system can open', () => {
    const root = makeArchive({ 'a.md': '' })
    const script = 'for i in $(seq 30); do mkdir "$1"; cd -P "$1"; done; touch b.md'
    execFileSync('sh', ['-c', script, 'sh', 'd'.repeat(150)], { cwd: root })
    const { paths, problems } = walk(root)
    execFileSync('rm', ['-rf', join(root, 'd'.repeat(150))])
    expect(paths).toEqual(['a.md'])
    expect(problems).toEqual([expect.stringMatching(/^PATH_TOO_LONG d{150}\//u)])
  })

  it.skipIf(!IS_ROOT)('reports a folder without permission and goes on', () => {
    const root = makeArchive({ 'a.md': '', 'secret/b.md': '' })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'secret'), 0o000)
    expect(actAsNobody(() => walk(root))).toEqual({
      paths: ['a.md'],
      problems: ['FOLDER_UNREADABLE secret'],
    })
  })

  it('reports a folder that vanished', () => {
    expect(walk(join(makeFolder(), 'gone'))).toEqual({
      paths: [],
      problems: ['FOLDER_UNREADABLE '],
    })
  })

  it('can be stopped after any step', () => {
    const root = makeArchive({ 'a.md': '', 'b/c.md': '' })
    const walker = walkArchive(root)
    expect(walker.next().value).toMatchObject({ files: [{ path: 'a.md' }] })
    walker.return()
    expect(walker.next().done).toBe(true)
  })
})
