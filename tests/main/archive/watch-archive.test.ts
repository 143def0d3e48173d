import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AnnalsError } from '#shared/errors.ts'
import { type ArchiveChange, watchArchive } from '../../../src-main/archive/watch-archive.ts'
import { IS_ROOT, makeArchive, makeFolder, writePage } from './temporary-archive.ts'

const PROGRAM = fileURLToPath(new URL('watch-program.ts', import.meta.url))
const LONGEST_MS = 10_000

/** A watch that collects what it tells. */
async function startWatch(root: string) {
  const changes: ArchiveChange[] = []
  const failures: AnnalsError[] = []
  const watch = await watchArchive({
    root,
    onChange: (change) => changes.push(change),
    onFailure: (error) => failures.push(error),
  })
  onTestFinished(() => watch.close())
  const paths = () => [...new Set(changes.flatMap((change) => change.paths))].sort()
  return {
    changes,
    failures,
    close: () => watch.close(),
    paths,
    isUncertain: () => changes.some(({ isUncertain }) => isUncertain),
    /** Wait until as many different paths were told. */
    async untilPaths(count: number) {
      await until(() => paths().length >= count)
      return paths()
    },
    /** Write a page whose change comes after all that happened before. */
    async untilNow() {
      writePage(root, 'last.md', '')
      await until(() => paths().includes('last.md'))
      return paths().filter((path) => path !== 'last.md')
    },
  }
}

async function until(isReached: () => boolean): Promise<void> {
  const startedMs = performance.now()
  while (!isReached()) {
    if (performance.now() - startedMs > LONGEST_MS) throw new Error('It never came.')
    await setTimeout(20)
  }
}

/** Run a shell script with rights of its own over watches and mounts; its `$@` runs `watch-program.ts`. */
function runApart(script: string) {
  const args = ['-Urm', 'sh', '-ec', script, 'sh', process.execPath, PROGRAM]
  return spawnSync('unshare', args, { encoding: 'utf8', env: ENVIRONMENT, timeout: LONGEST_MS * 2 })
}

const ENVIRONMENT = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
const CAN_RUN_APART = spawnSync('unshare', ['-Urm', 'true']).status === 0

describe('watchArchive', () => {
  it('tells which page was written', async () => {
    const root = makeArchive({ 'a.md': 'one', 'b/c.markdown': 'two', 'b/d.md': 'three' })
    const watch = await startWatch(root)
    appendFileSync(join(root, 'b/c.markdown'), 'more')
    appendFileSync(join(root, 'b/c.markdown'), 'and more')
    await watch.untilPaths(1)
    expect(watch.changes).toEqual([{ paths: ['b/c.markdown'], isUncertain: false }])
  })

  it('tells which pages were made, deleted and renamed', async () => {
    const root = makeArchive({ 'a.md': '', 'b/c.md': '', 'd.md': '' })
    const watch = await startWatch(root)
    writePage(root, 'b/new.md', 'new')
    rmSync(join(root, 'a.md'))
    renameSync(join(root, 'd.md'), join(root, 'e.md'))
    expect(await watch.untilPaths(4)).toEqual(['a.md', 'b/new.md', 'd.md', 'e.md'])
    expect(watch.isUncertain()).toBe(false)
  })

  it('tells nothing of a page that was made and deleted', async () => {
    const root = makeArchive({ 'a.md': '' })
    const watch = await startWatch(root)
    writePage(root, 'passing.md', 'text')
    rmSync(join(root, 'passing.md'))
    expect(await watch.untilNow()).toEqual([])
    expect(watch.isUncertain()).toBe(false)
  })

  it('tells of a page that is replaced as editors do', async () => {
    const root = makeArchive({ 'a.md': 'old', 'b.md': 'old' })
    const watch = await startWatch(root)
    writeFileSync(join(root, '.a.md.swp'), 'new')
    renameSync(join(root, '.a.md.swp'), join(root, 'a.md'))
    renameSync(join(root, 'b.md'), join(root, 'b.md~'))
    writeFileSync(join(root, 'b.md'), 'new')
    expect(await watch.untilNow()).toEqual(['a.md', 'b.md'])
    expect(watch.isUncertain()).toBe(false)
  })

  it('passes over what is hidden and what is no page', async () => {
    const root = makeArchive({ 'a.md': '', '.git/b.md': '', 'c/.obsidian/d.md': '', 'e.png': '' })
    const watch = await startWatch(root)
    writePage(root, '.git/b.md', 'changed')
    writePage(root, '.git/objects/f.md', '')
    writePage(root, 'c/.obsidian/d.md', 'changed')
    writePage(root, '.trash/g.md', '')
    writePage(root, 'e.png', 'changed')
    writePage(root, 'Thumbs.db', '')
    rmSync(join(root, 'e.png'))
    expect(await watch.untilNow()).toEqual([])
    expect(watch.isUncertain()).toBe(false)
  })

  it('tells names in one Unicode form', async () => {
    const root = makeArchive({ ['caf\u0065\u0301/e\u0301.md']: '' })
    const watch = await startWatch(root)
    writePage(root, 'caf\u0065\u0301/e\u0301.md', 'changed')
    writePage(root, '新聞.md', '')
    expect(await watch.untilPaths(2)).toEqual(['caf\u00e9/\u00e9.md', '新聞.md'])
  })

  it('finds the pages of a new folder, and goes on to watch it', async () => {
    const root = makeArchive({ 'a.md': '' })
    const watch = await startWatch(root)
    for (const path of ['2024/01/05/b.md', '2024/01/06/c.md', '2024/d.md', '2024/x.txt']) {
      writePage(root, path, '')
    }
    expect(await watch.untilPaths(3)).toEqual(['2024/01/05/b.md', '2024/01/06/c.md', '2024/d.md'])
    watch.changes.length = 0
    appendFileSync(join(root, '2024/01/06/c.md'), 'more')
    writePage(root, '2024/01/06/e.md', '')
    expect(await watch.untilPaths(2)).toEqual(['2024/01/06/c.md', '2024/01/06/e.md'])
    expect(watch.isUncertain()).toBe(false)
  })

  it('is uncertain where a folder is moved, and follows it', async () => {
    const root = makeArchive({ 'old/in/a.md': '', 'b.md': '' })
    const watch = await startWatch(root)
    renameSync(join(root, 'old'), join(root, 'new'))
    expect(await watch.untilPaths(1)).toEqual(['new/in/a.md'])
    expect(watch.isUncertain()).toBe(true)
    watch.changes.length = 0
    appendFileSync(join(root, 'new/in/a.md'), 'more')
    await watch.untilPaths(1)
    expect(watch.changes).toEqual([{ paths: ['new/in/a.md'], isUncertain: false }])
  })

  it.each([
    ['is deleted', (folder: string) => rmSync(folder, { recursive: true })],
    ['is moved away', (folder: string) => renameSync(folder, join(makeFolder(), 'away'))],
  ])('is uncertain where a folder %s', async (_, take) => {
    const root = makeArchive({ 'folder/in/a.md': '', 'b.md': '' })
    const watch = await startWatch(root)
    take(join(root, 'folder'))
    await until(() => watch.isUncertain())
    watch.changes.length = 0
    writePage(root, 'folder/in/a.md', 'back')
    expect(await watch.untilPaths(1)).toEqual(['folder/in/a.md'])
  })

  it('is certain where only the times or rights of a folder change', async () => {
    const root = makeArchive({ 'folder/a.md': '' })
    const watch = await startWatch(root)
    chmodSync(join(root, 'folder'), 0o700)
    utimesSync(join(root, 'folder'), 1, 1)
    utimesSync(root, 1, 1)
    expect(await watch.untilNow()).toEqual([])
    expect(watch.isUncertain()).toBe(false)
  })

  it('is uncertain where a folder is made anew, and watches the new one', async () => {
    const root = makeArchive({ 'folder/a.md': '' })
    const watch = await startWatch(root)
    rmSync(join(root, 'folder'), { recursive: true })
    writePage(root, 'folder/b.md', '')
    await until(() => watch.isUncertain())
    expect(watch.paths()).toContain('folder/b.md')
    watch.changes.length = 0
    writePage(root, 'folder/c.md', '')
    expect(await watch.untilPaths(1)).toEqual(['folder/c.md'])
  })

  it('is uncertain where a link to a folder appears', async () => {
    const root = makeArchive({ 'folder/a.md': '' })
    const watch = await startWatch(root)
    symlinkSync('folder', join(root, 'link'))
    await until(() => watch.isUncertain())
    expect(watch.paths()).toEqual([])
  })

  it('gathers a storm of changes into few', async () => {
    const root = makeArchive({ 'a.md': '' })
    const names = Array.from({ length: 2000 }, (_, number) => `folder-${number % 20}/${number}.md`)
    for (const name of names.slice(0, 1000)) writePage(root, name, 'old')
    const watch = await startWatch(root)
    for (const name of names.slice(0, 500)) writePage(root, name, 'new')
    for (const name of names.slice(500, 1000)) rmSync(join(root, name))
    for (const name of names.slice(1000)) writePage(root, name, 'new')
    expect(await watch.untilPaths(2000)).toEqual(names.sort())
    expect(watch.changes.length).toBeLessThanOrEqual(3)
    expect(watch.isUncertain()).toBe(false)
  })

  it('is uncertain where the system drops events, and finds what it did not hear of', async () => {
    const root = makeArchive({ 'a.md': '', 'many/b.md': '' })
    const watch = await startWatch(root)
    for (let page = 0; page < 9000; page++) writePage(root, `many/${page}.md`, 'made and written')
    writePage(root, 'unheard/of.md', '')
    await until(() => watch.isUncertain())
    watch.changes.length = 0
    appendFileSync(join(root, 'unheard/of.md'), 'more')
    await watch.untilPaths(1)
    expect(watch.changes).toEqual([{ paths: ['unheard/of.md'], isUncertain: false }])
  })

  it('tells at least every two seconds while changes go on', async () => {
    const root = makeArchive({ 'a.md': '' })
    const watch = await startWatch(root)
    const startedMs = performance.now()
    while (watch.changes.length === 0 && performance.now() - startedMs < LONGEST_MS) {
      appendFileSync(join(root, 'a.md'), 'more')
      await setTimeout(50)
    }
    expect(watch.paths()).toEqual(['a.md'])
    expect(performance.now() - startedMs).toBeGreaterThan(1000)
  })

  it.each([
    ['is deleted', (root: string) => rmSync(root, { recursive: true })],
    ['is moved', (root: string) => renameSync(root, join(makeFolder(), 'moved'))],
    [
      'gives way to another folder',
      (root: string) => {
        renameSync(root, join(makeFolder(), 'moved'))
        mkdirSync(root)
      },
    ],
    [
      'lies in a folder that is moved',
      (root: string) => renameSync(join(root, '..'), makeFolder()),
    ],
  ])('fails once where the root %s', async (_, take) => {
    const root = join(makeArchive({ 'in/archive/b/a.md': '' }), 'in/archive')
    const watch = await startWatch(root)
    take(root)
    await until(() => watch.failures.length > 0)
    expect(watch.failures).toMatchObject([{ code: 'ARCHIVE_VANISHED', details: { path: root } }])
    await watch.close()
    expect(watch.failures).toHaveLength(1)
    expect(watch.changes).toEqual([])
  })

  it('refuses a folder that is not there', async () => {
    const started = startWatch(join(makeFolder(), 'gone'))
    await expect(started).rejects.toMatchObject({ code: 'ARCHIVE_VANISHED' })
  })

  it.skipIf(!CAN_RUN_APART)('refuses where the system allows no more watches', () => {
    const root = makeArchive({ 'a/b/c/d.md': '' })
    const limits = '/proc/sys/user/max_inotify'
    const { stdout } = runApart(`
      for watches in 2 9; do echo $watches > ${limits}_watches; "$@" ${root}; done
      echo 0 > ${limits}_instances; "$@" ${root}`)
    expect(stdout.split('\n')).toEqual([
      'ARCHIVE_NOT_WATCHED',
      'watched',
      'ARCHIVE_NOT_WATCHED',
      '',
    ])
  })

  it.skipIf(!CAN_RUN_APART)('fails where the file system of the root is unmounted', () => {
    const root = makeFolder()
    const said = join(makeFolder(), 'said')
    const { stdout } = runApart(`
      mount -t tmpfs tmpfs ${root}; touch ${root}/a.md
      "$@" ${root} stays > ${said} &
      until [ -s ${said} ]; do sleep 0.1; done
      umount ${root}; wait; cat ${said}`)
    expect(stdout.split('\n')).toEqual(['watched', 'ARCHIVE_VANISHED', ''])
  })

  it.skipIf(!IS_ROOT)('goes on beside a folder that cannot be read', async () => {
    const root = makeArchive({ 'a.md': '', 'secret/b.md': '' })
    chmodSync(root, 0o777)
    chmodSync(join(root, 'secret'), 0o000)
    process.seteuid?.(65534)
    let watch
    try {
      watch = await startWatch(root)
    } finally {
      process.seteuid?.(0)
    }
    chmodSync(join(root, 'secret'), 0o755)
    expect(await watch.untilPaths(1)).toEqual(['secret/b.md'])
    appendFileSync(join(root, 'secret/b.md'), 'more')
    await until(() => watch.changes.length > 1)
    expect(watch.isUncertain()).toBe(false)
  })

  it('tells nothing after it was closed', async () => {
    const root = makeArchive({ 'a.md': '' })
    const watch = await startWatch(root)
    appendFileSync(join(root, 'a.md'), 'before')
    await watch.close()
    appendFileSync(join(root, 'a.md'), 'after')
    await setTimeout(700)
    expect(watch.changes).toEqual([])
    await watch.close()
  })

  it('lets the process end', () => {
    const args = [PROGRAM, makeArchive({ 'a/b.md': '' })]
    const options = { encoding: 'utf8', env: ENVIRONMENT, timeout: LONGEST_MS } as const
    const ended = spawnSync(process.execPath, args, options)
    expect(ended).toMatchObject({ status: 0, stdout: 'watched\n', signal: null })
  })
})
