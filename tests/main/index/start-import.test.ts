import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ImportProgress } from '#shared/import.ts'
import { startImport } from '../../../src-main/index/start-import.ts'
import { copyFixture, hashFolder, makeArchive, makeFolder } from '../archive/temporary-archive.ts'
import { dumpIndex } from './import/dump-index.ts'
import { placeIndex, query, runImport } from './import/run-import.ts'

function startWith(workerUrl: URL) {
  return startImport({
    root: makeFolder(),
    indexPath: placeIndex(),
    workerUrl,
    acceptLoss: false,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
}

describe('startImport', () => {
  it('imports the pages of a site and counts what it found', async () => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    const before = hashFolder(root)
    const report = await runImport(root, indexPath)
    expect(report).toEqual({
      archive: root,
      files: 7,
      events: 4,
      days: 2,
      sources: 4,
      relations: 4,
      relationsResolved: 3,
      entities: 10,
      revisions: 2,
      problems: [],
      added: 7,
      changed: 0,
      removed: 0,
      unchanged: 0,
      changes: { added: 0, changed: 0, removed: 0, moved: 0 },
      fingerprint: report.fingerprint,
      durationMs: report.durationMs,
      cancelled: false,
    })
    expect(hashFolder(root)).toBe(before)
    const [saved] = query<{ value: string }>(
      indexPath,
      "SELECT value FROM meta WHERE key = 'report'",
    )
    expect(JSON.parse(saved!.value)).toEqual(report)
  })

  it('tells archives apart by what they hold, not by where or when', async () => {
    const pages = { 'a.md': '# A', 'b/c.md': '# C' }
    const fingerprintOf = async (files: Record<string, string>) =>
      (await runImport(makeArchive(files), placeIndex())).fingerprint
    const fingerprint = await fingerprintOf(pages)
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/u)
    expect(await fingerprintOf(pages)).toBe(fingerprint)
    expect(await fingerprintOf({ ...pages, 'a.md': '# B' })).not.toBe(fingerprint)
    expect(await fingerprintOf({ 'a.md': '# A', 'b/d.md': '# C' })).not.toBe(fingerprint)
    expect(await fingerprintOf({ 'a.md': '# A' })).not.toBe(fingerprint)
  })

  it('joins what event pages and day pages say of one event', async () => {
    const indexPath = placeIndex()
    await runImport(copyFixture('site'), indexPath)
    const { events, pages } = dumpIndex(indexPath)
    const day4 = 'news/2012/03/4'
    const strike = `${day4}/dock-workers-in-rotterdam-end-their-strike-after-eleven-days`
    const losses = 'news/2012/03/5/dock-workers-count-their-losses'
    expect(events).toMatchObject([
      {
        key: `${day4}/a-ferry-line-across-the-baltic-sea-reopens`,
        date: '2012-03-04',
        title: 'A ferry line across the Baltic Sea reopens.',
        page: null,
        entities: ['Baltic Sea', 'Gdansk', 'ferry'],
      },
      {
        key: `${day4}/a-volcano-on-java-is-watched-more-closely`,
        topic: 'Volcano',
        summary: 'The observatory raised its alert by one step & asked hikers to turn back.',
        entities: ['Volcano'],
        sources: ['Observatory|http://observatory.example/java|'],
        hosts: ['observatory.example'],
      },
      {
        key: strike,
        page: `${strike}.md`,
        entities: ['Harbour strike', 'Netherlands', 'Rotterdam', 'dock workers'],
        relations: [
          `→ ${losses} ["Rotterdam","dock workers"]`,
          '? news/2011/11/20/a-vote-the-second-is-called A vote (the second) is called. ["Netherlands"]',
        ],
        revisions: [
          `? ${day4}/dock-workers-end-their-strike Dock workers end their strike. 2012-03-04 08:15:00 First version`,
          `→ ${strike} Dock workers in Rotterdam end their strike after eleven days.  Current version`,
        ],
      },
      {
        key: losses,
        topic: 'Losses',
        entities: ['Losses', 'dock workers', 'ferry', 'wages'],
        relations: [
          `→ ${strike} ["dock workers"]`,
          `→ ${day4}/a-ferry-line-across-the-baltic-sea-reopens ["ferry"]`,
        ],
      },
    ])
    expect(pages).toContain('news/2012/03/4/README.md 3')
    const ids = query<{ id: number; key: string }>(
      indexPath,
      'SELECT id, key FROM event ORDER BY id',
    )
    expect(ids.at(-1)?.key).toBe(losses)
  })

  it('resolves links of an edition whose prefix is no folder', async () => {
    const indexPath = placeIndex()
    const report = await runImport(copyFixture('chinese'), indexPath)
    expect(report).toMatchObject({ files: 4, events: 2, relations: 2, relationsResolved: 1 })
    const [ferry, harbour] = dumpIndex(indexPath).events
    expect(ferry).toMatchObject({ title: '渡輪航線重新開放。', topic: null, entities: [] })
    expect(harbour?.relations).toEqual([
      '→ news/2013/05/7/渡輪航線重新開放 ["渡輪","波羅的海"]',
      '? zh/news/2012/01/2/一次較早的投票 一次較早的投票。 ["投票"]',
    ])
    expect(harbour?.words).toEqual(expect.arrayContaining(['title 吊', 'title 车']))
  })

  it('resolves links wherever the archive was opened', async () => {
    const site = copyFixture('site')
    for (const opened of ['news', 'news/2012', 'news/2012/03']) {
      const report = await runImport(join(site, opened), placeIndex())
      expect([opened, report.events, report.relationsResolved]).toEqual([opened, 4, 3])
    }
    const above = makeArchive({ 'note.md': '# A note' })
    cpSync(site, join(above, 'editions/en'), { recursive: true })
    const report = await runImport(above, placeIndex())
    expect([report.events, report.relationsResolved]).toEqual([5, 3])
  })

  it('imports notes of every kind', async () => {
    const indexPath = placeIndex()
    const report = await runImport(copyFixture('notes'), indexPath)
    expect(report).toMatchObject({
      files: 4,
      events: 4,
      days: 2,
      relations: 3,
      relationsResolved: 2,
    })
    expect(report.problems).toEqual([
      {
        path: 'daily/damaged.md',
        code: 'PAGE_FRONT_MATTER',
        message: 'Its front matter is not valid YAML; the text was read.',
      },
    ])
    const events = query<{ key: string; date: string | null; tags: string | null }>(
      indexPath,
      'SELECT key, date, tags FROM event ORDER BY id',
    )
    expect(events).toEqual([
      { key: 'daily/damaged', date: null, tags: null },
      { key: 'loose-note', date: null, tags: null },
      { key: 'report', date: '2014-02-01', tags: '["harbour","cranes"]' },
      { key: '2014/2014-02-03-minutes-of-the-council', date: '2014-02-03', tags: null },
    ])
    const note = dumpIndex(indexPath).events.find(({ key }) => key === 'report')
    expect(note?.relations).toEqual([
      '→ 2014/2014-02-03-minutes-of-the-council ',
      '→ loose-note ',
      '? gone/missing Something missing ',
    ])
    expect(note?.words).toContain('summary cranes')
  })

  it('tells its progress in order and not too often', async () => {
    const root = makeArchive(
      Object.fromEntries(
        Array.from({ length: 3000 }, (_, n) => [`2012/03/4/${n}.md`, `# Page ${n}`]),
      ),
    )
    const seen: ImportProgress[] = []
    const startedAt = performance.now()
    await runImport(root, placeIndex(), { onProgress: (progress) => seen.push(progress) })
    const elapsedMs = performance.now() - startedAt
    const phases = [...new Set(seen.map(({ phase }) => phase))]
    expect(phases).toEqual(['walking', 'reading', 'relating', 'finishing'])
    expect(seen.length).toBeLessThanOrEqual(phases.length + elapsedMs / 100 + 1)
    expect(seen.find(({ phase }) => phase === 'reading')).toMatchObject({
      filesSeen: 3000,
      filesToRead: 3000,
    })
    expect(seen.at(-1)).toMatchObject({ phase: 'finishing', filesRead: 3000, events: 3000 })
  })

  it('stops at once where it is cancelled before it begins', async () => {
    const report = await runImport(copyFixture('site'), placeIndex(), {
      signal: AbortSignal.abort(),
    })
    expect(report).toMatchObject({ cancelled: true, events: 0, added: 0 })
  })

  it('says so where a thread dies', async () => {
    const folder = makeFolder()
    for (const [name, script] of [
      ['exit', 'process.exit(3)'],
      ['throw', 'throw new Error("broken")'],
    ]) {
      const path = join(folder, `${name}.import.worker.ts`)
      writeFileSync(path, script!)
      await expect(startWith(pathToFileURL(path))).rejects.toMatchObject({ code: 'IMPORT_FAILED' })
    }
  })

  it('says so where the reading thread dies', async () => {
    const folder = makeFolder()
    const real = new URL('../../../src-main/workers/import.worker.ts', import.meta.url)
    writeFileSync(join(folder, 'import.worker.ts'), `await import(${JSON.stringify(real.href)})`)
    writeFileSync(join(folder, 'parse.worker.ts'), 'process.exit(4)')
    const started = startImport({
      root: copyFixture('site'),
      indexPath: placeIndex(),
      workerUrl: pathToFileURL(join(folder, 'import.worker.ts')),
      acceptLoss: false,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    })
    await expect(started).rejects.toMatchObject({ code: 'IMPORT_FAILED' })
  })
})
