import { spawnSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { copyFixture } from '../../archive/temporary-archive.ts'
import { dumpIndex } from './dump-index.ts'
import { dumpFresh, withoutLostTitles } from './fresh-index.ts'
import { makeLargeSite } from './make-large-site.ts'
import { interruptImport, placeIndex, query, runImport } from './run-import.ts'

const DAY_PAGES = ['news/2012/03/4/index.md', 'news/2012/03/5/index.md', 'news/index.md']
const EVENT_PAGE = 'news/2012/03/5/dock-workers-count-their-losses.md'

describe('importArchive', () => {
  it('goes on where it was cancelled', async () => {
    const root = makeLargeSite(24, 100)
    const indexPath = placeIndex()
    const controller = new AbortController()
    const stopped = await runImport(root, indexPath, {
      signal: controller.signal,
      onProgress: ({ filesRead }) => {
        if (filesRead > 0) controller.abort()
      },
    })
    expect(stopped.cancelled).toBe(true)
    expect(stopped.added).toBeGreaterThan(0)
    expect(stopped.added).toBeLessThan(2425)
    const report = await runImport(root, indexPath)
    expect(report).toMatchObject({ cancelled: false, events: 2401, unchanged: stopped.added })
    expect(report.added).toBe(2425 - stopped.added)
    expect(dumpIndex(indexPath)).toEqual(await dumpFresh(root))
  })

  it.each([...DAY_PAGES, EVENT_PAGE])(
    'goes on wherever it died after %s was gone',
    async (path) => {
      const root = copyFixture('site')
      rmSync(join(root, 'news/2012/03/4/README.md'))
      const before = placeIndex()
      await runImport(root, before)
      rmSync(join(root, path))
      const expected = withoutLostTitles(await dumpFresh(root))
      for (let after = 0; after < 10; after++) {
        const indexPath = placeIndex()
        copyFileSync(before, indexPath)
        await interruptImport(root, indexPath, { after, isKilled: true })
        await runImport(root, indexPath)
        expect([after, withoutLostTitles(dumpIndex(indexPath))]).toEqual([after, expected])
      }
    },
  )

  it('goes on where it was killed', async () => {
    const root = makeLargeSite(48, 120)
    const indexPath = placeIndex()
    const program = fileURLToPath(new URL('import-program.ts', import.meta.url))
    const { signal } = spawnSync(process.execPath, [program, root, indexPath, '2400'])
    expect(signal).toBe('SIGKILL')
    const [{ read } = { read: 0 }] = query<{ read: number }>(
      indexPath,
      'SELECT count(*) AS read FROM page WHERE state != 0',
    )
    expect(read).toBeGreaterThanOrEqual(2000)
    expect(read).toBeLessThan(5809)
    const report = await runImport(root, indexPath)
    expect(report).toMatchObject({ events: 5761, added: 5809 - read, unchanged: read })
    expect(dumpIndex(indexPath)).toEqual(await dumpFresh(root))
  })
})
