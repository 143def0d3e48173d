import { lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FolderWatches } from '../../../src-main/archive/folder-watches.ts'
import { makeArchive } from './temporary-archive.ts'

function watchFolders(root: string) {
  const events: string[] = []
  const folders = new FolderWatches(
    root,
    (folder, name, type) => events.push(`${type} ${folder}/${name ?? ''}`),
    (error) => {
      throw error
    },
  )
  onTestFinished(() => {
    folders.close()
  })
  return { folders, events }
}

describe('FolderWatches', () => {
  it('watches a folder and all below it but the hidden ones, and lists the pages', async () => {
    const root = makeArchive({ 'a.md': '', 'b/c/d.md': '', '.git/e.md': '', 'b/f.txt': '' })
    symlinkSync('b', join(root, 'link'))
    const { folders, events } = watchFolders(root)
    const pages = new Set<string>()
    await folders.add('', pages)
    expect(pages).toEqual(new Set(['a.md', 'b/c/d.md']))
    const watched = ['', 'b', 'b/c', '.git', 'link'].filter((path) => folders.has(path))
    expect(watched).toEqual(['', 'b', 'b/c'])
    writeFileSync(join(root, 'b/c/d.md'), 'x')
    writeFileSync(join(root, '.git/e.md'), 'x')
    await setTimeout(50)
    expect(new Set(events)).toEqual(new Set(['change b/c/d.md']))
  })

  it('knows a folder that is gone or another one now', async () => {
    const root = makeArchive({ 'a/b.md': '', 'c/d.md': '', 'e/f.md': '' })
    const { folders } = watchFolders(root)
    await folders.add('', null)
    renameSync(join(root, 'a'), join(root, 'elsewhere'))
    renameSync(join(root, 'c'), join(root, 'c2'))
    mkdirSync(join(root, 'c'))
    const look = (path: string) => lstatSync(join(root, path), { throwIfNoEntry: false }) ?? null
    const lost = ['a', 'c', 'e', 'never'].map((path) => folders.hasLost(path, look(path)))
    expect(lost).toEqual([true, true, false, false])
  })

  it('stops to watch a folder and all below it', async () => {
    const root = makeArchive({ 'a/b/c.md': '', 'ab/d.md': '' })
    const { folders, events } = watchFolders(root)
    await folders.add('', null)
    folders.remove('a')
    expect(['a', 'a/b', 'ab', ''].filter((path) => folders.has(path))).toEqual(['ab', ''])
    rmSync(join(root, 'a/b/c.md'))
    rmSync(join(root, 'ab/d.md'))
    await setTimeout(50)
    expect(events).toEqual(['rename ab/d.md'])
  })

  it('takes a folder that is gone for an empty one', async () => {
    const { folders } = watchFolders(makeArchive({ 'a.md': '' }))
    await folders.add('gone', null)
    expect(folders.has('gone')).toBe(false)
  })
})
