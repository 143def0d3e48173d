import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  copyFixture,
  hashFolder,
  makeArchive,
  makeFolder,
  writePage,
} from '../../archive/temporary-archive.ts'
import { dumpIndex } from './dump-index.ts'
import { dumpFresh, withoutLostTitles } from './fresh-index.ts'
import { makeLargeSite } from './make-large-site.ts'
import { placeIndex, query, runImport } from './run-import.ts'

const DAY = 'news/2012/03/4'
const VOLCANO = `${DAY}/a-volcano-on-java-is-watched-more-closely.md`
const STRIKE = `${DAY}/dock-workers-in-rotterdam-end-their-strike-after-eleven-days.md`
const FERRY = `${DAY}/a-ferry-line-across-the-baltic-sea-reopens.md`
const LOSSES = 'news/2012/03/5/dock-workers-count-their-losses.md'

function edit(root: string, path: string, change: (text: string) => string): void {
  const file = join(root, path)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  const later = new Date(statSync(file).mtimeMs + 5000)
  utimesSync(file, later, later)
}

describe('importArchive', () => {
  it('reads nothing again of an archive that did not change', async () => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    const before = dumpIndex(indexPath)
    const seen: (number | null)[] = []
    const report = await runImport(root, indexPath, {
      onProgress: ({ filesToRead }) => seen.push(filesToRead),
    })
    expect(report).toMatchObject({ unchanged: 7, added: 0, changed: 0, removed: 0, events: 4 })
    expect(Math.max(...seen.map((files) => files ?? 0))).toBe(0)
    expect(dumpIndex(indexPath)).toEqual(before)
  })

  it('takes a page that was only touched for unchanged', async () => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    for (const path of [VOLCANO, `${DAY}/index.md`]) edit(root, path, (text) => text)
    const report = await runImport(root, indexPath)
    expect(report).toMatchObject({ unchanged: 7, changed: 0 })
    expect(dumpIndex(indexPath)).toEqual(await dumpFresh(root))
  })

  const edits: [string, (root: string) => void, object][] = [
    [
      'an event page that changed',
      (root) => {
        edit(root, VOLCANO, (text) => text.replace('#  A volcano', '#  One volcano'))
      },
      { changed: 1, unchanged: 6, events: 4 },
    ],
    [
      'an event page that lost its sources and won relations',
      (root) => {
        edit(
          root,
          VOLCANO,
          () => `### [2012-03-4](/x/index.md)\n# V\n### R\n1. [F](/${FERRY}) _C: ferry_\n`,
        )
      },
      { changed: 1, relations: 5, relationsResolved: 4, sources: 3 },
    ],
    [
      'a day page that changed',
      (root) => {
        edit(root, `${DAY}/index.md`, (text) =>
          text.replace('Volcano', 'Java').replace('Rotterdam, ', ''),
        )
      },
      { changed: 1, events: 4 },
    ],
    [
      'a day page that lists one event less and one more',
      (root) => {
        edit(root, `${DAY}/index.md`, (text) =>
          text.replace('a-ferry-line-across-the-baltic-sea-reopens.md', 'another-line.md'),
        )
        rmSync(join(root, 'news/index.md'))
      },
      { changed: 1, removed: 1, events: 4, relationsResolved: 2 },
    ],
    [
      'a page of an event that only day pages reported',
      (root) => {
        writePage(
          root,
          FERRY,
          '### [2012-03-4](/x/index.md)\n# Ferry\n1. [Line](http://line.example)\n',
        )
      },
      { added: 1, events: 4, sources: 5, relationsResolved: 3 },
    ],
    [
      'a page whose event day pages still report',
      (root) => {
        rmSync(join(root, VOLCANO))
      },
      { removed: 1, events: 4, sources: 3 },
    ],
    [
      'a page nothing else reports',
      (root) => {
        rmSync(join(root, 'news/2012/03/5'), { recursive: true })
        rmSync(join(root, 'news/index.md'))
      },
      { removed: 3, events: 3, relations: 2, relationsResolved: 0 },
    ],
    [
      'a day page that is gone with its copy',
      (root) => {
        rmSync(join(root, DAY, 'index.md'))
        rmSync(join(root, DAY, 'README.md'))
      },
      { removed: 2, events: 4 },
    ],
    [
      'a day page whose copy stays behind',
      (root) => {
        rmSync(join(root, DAY, 'index.md'))
      },
      { removed: 1, events: 4, unchanged: 5 },
    ],
    [
      'a folder that was renamed',
      (root) => {
        renameSync(join(root, DAY), join(root, 'news/2012/03/6'))
      },
      { removed: 4, added: 4 },
    ],
    [
      'a page that became binary, and its event with it',
      (root) => {
        edit(root, LOSSES, () => 'a\0b')
      },
      { changed: 1 },
    ],
  ]

  it.each(edits)('follows %s', async (_name, change, counts) => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    change(root)
    const report = await runImport(root, indexPath)
    expect(report).toMatchObject(counts)
    expect(withoutLostTitles(dumpIndex(indexPath))).toEqual(
      withoutLostTitles(await dumpFresh(root)),
    )
    expect(await runImport(root, indexPath)).toMatchObject({ added: 0, changed: 0, removed: 0 })
  })

  it('takes the topic that a day page gives for an entity, whatever makes it read that again', async () => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    renameSync(join(root, STRIKE), join(root, VOLCANO))
    await runImport(root, indexPath)
    const entities = () =>
      dumpIndex(indexPath).events.find(({ page }) => page === VOLCANO)?.entities
    expect(entities()).toContain('Volcano')
    const before = entities()
    rmSync(join(root, 'news/index.md'))
    await runImport(root, indexPath)
    expect(entities()).toEqual(before)
    expect(withoutLostTitles(dumpIndex(indexPath))).toEqual(
      withoutLostTitles(await dumpFresh(root)),
    )
  })

  it('takes a page for the event of its name again once it can be read again', async () => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    const before = dumpIndex(indexPath)
    const text = readFileSync(join(root, STRIKE), 'utf8')
    const linkToStrike = () =>
      dumpIndex(indexPath).events.find(({ page }) => page === LOSSES)?.relations
    edit(root, STRIKE, () => 'a\0b')
    await runImport(root, indexPath)
    const asListed = linkToStrike()
    expect(asListed).toEqual(before.events.find(({ page }) => page === LOSSES)?.relations)
    edit(root, STRIKE, (broken) => broken)
    edit(root, LOSSES, (losses) => `${losses}\n`)
    await runImport(root, indexPath)
    expect(linkToStrike()).toEqual(asListed)
    edit(root, STRIKE, () => text)
    await runImport(root, indexPath)
    expect(dumpIndex(indexPath)).toEqual(before)
  })

  it('takes a page without a date in its path for the event that a day page reported', async () => {
    const root = makeArchive({
      'news/2012/03/4/index.md':
        '## [2012-03-4](/x/index.md)\n### [Essay](/essays/on-ice.md)\n_C: ice_',
      'essays/other.md': '# Other',
    })
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    writePage(root, 'essays/on-ice.md', '# On ice')
    expect(await runImport(root, indexPath)).toMatchObject({ added: 1, events: 2 })
    expect(dumpIndex(indexPath)).toEqual(await dumpFresh(root))
  })

  it('takes what another page of a folder lists once the folder’s own is gone', async () => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    renameSync(join(root, 'news/index.md'), join(root, LOSSES))
    await runImport(root, indexPath)
    const ferry = () => dumpIndex(indexPath).events.find(({ key }) => `${key}.md` === FERRY)
    expect(ferry()?.entities).not.toContain('Gdansk')
    rmSync(join(root, 'news/2012/03/5/index.md'))
    await runImport(root, indexPath)
    expect(ferry()?.entities).toContain('Gdansk')
    expect(withoutLostTitles(dumpIndex(indexPath))).toEqual(
      withoutLostTitles(await dumpFresh(root)),
    )
  })

  it('keeps the title of a relation whose page is gone, and resolves it when it is back', async () => {
    const root = makeArchive({
      'a.md': '---\nrelated: [b.md]\n---\n# A',
      'b.md': '# The page B',
      'c.md': '# C',
    })
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    const relations = () => dumpIndex(indexPath).events[0]?.relations
    const select = 'SELECT target_key AS key, title FROM unresolved_link'
    expect([relations(), query(indexPath, select)]).toEqual([['→ b '], []])
    rmSync(join(root, 'b.md'))
    await runImport(root, indexPath)
    expect(query(indexPath, select)).toEqual([{ key: 'b', title: 'The page B' }])
    writePage(root, 'b.md', '# B again')
    await runImport(root, indexPath)
    expect([relations(), query(indexPath, select)]).toEqual([['→ b '], []])
  })

  it('gives an event whose date changed its place in time, with all that leads to it', async () => {
    const root = makeArchive({
      'a.md': '---\ndate: 2001-01-01\n---\n# A',
      'b.md': '---\ndate: 2002-01-01\nrelated: a.md\n---\n# B',
    })
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    edit(root, 'a.md', (text) => text.replace('2001', '2003'))
    expect(await runImport(root, indexPath)).toMatchObject({ changed: 1, relationsResolved: 1 })
    const keys = query<{ key: string }>(indexPath, 'SELECT key FROM event ORDER BY id')
    expect(keys.map(({ key }) => key)).toEqual(['b', 'a'])
    expect(dumpIndex(indexPath)).toEqual(await dumpFresh(root))
  })

  it('takes a page that cannot be read for no event, with a title where others relate to it', async () => {
    const root = copyFixture('site')
    writePage(root, LOSSES, 'a\0b')
    rmSync(join(root, 'news/2012/03/5/index.md'))
    rmSync(join(root, 'news/index.md'))
    const indexPath = placeIndex()
    const report = await runImport(root, indexPath)
    expect(report.problems).toMatchObject([{ path: LOSSES, code: 'PAGE_BINARY' }])
    const { events } = dumpIndex(indexPath)
    const strike = events.find(({ page }) => page === STRIKE)
    expect(strike?.relations[0]).toMatch(
      /^\? news\/2012\/03\/5\/dock-workers-count-their-losses Dock/u,
    )
    expect(strike?.entities).toContain('Harbour strike')
  })

  it('says once what is wrong with a page that it has to read twice', async () => {
    const root = copyFixture('site')
    writePage(root, STRIKE, '')
    writePage(root, `${DAY}/index.md`, readFileSync(join(root, LOSSES), 'utf8'))
    const { problems } = await runImport(root, placeIndex())
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      [STRIKE, 'PAGE_EMPTY'],
      [`${DAY}/index.md`, 'PAGE_DATE_DIFFERS'],
    ])
  })

  it('forgets a problem once it is solved', async () => {
    const root = makeArchive({ 'a.md': 'a\0b', 'b.md': '# B' })
    const indexPath = placeIndex()
    expect((await runImport(root, indexPath)).problems).toHaveLength(1)
    expect((await runImport(root, indexPath)).problems).toHaveLength(1)
    edit(root, 'a.md', () => '# A')
    expect(await runImport(root, indexPath)).toMatchObject({ problems: [], events: 2, changed: 1 })
  })

  it('reports every kind of bad file, takes nothing from outside and writes nothing', async () => {
    const outside = makeArchive({ 'secret.md': '# Secret' })
    const root = makeArchive({
      'good.md': '# <script>alert(1)</script>',
      'empty.md': ' \n',
      'binary.md': 'a\0b',
      'damaged.md': new Uint8Array([0x23, 0x20, 0xff]),
      'utf16.md': Buffer.from('\uFEFF# Sixteen\r\n', 'utf16le'),
      'large.md': '',
      [`${'d'.repeat(150)}/${'n'.repeat(150)}.md`]: '# Long',
      'deep.md': Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
      '2012/03/4/other-day.md': '### [2012-03-5](/i/index.md)\n# T\n1. [S](javascript:alert(1))',
    })
    truncateSync(join(root, 'large.md'), 2 ** 30)
    execFileSync('mkfifo', [join(root, 'pipe.md')])
    symlinkSync('.', join(root, 'loop'))
    symlinkSync(outside, join(root, 'outside'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'secret.md'))
    symlinkSync('nowhere', join(root, 'broken'))
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/x`), Buffer.from([0xff]), Buffer.from('.md')]),
      '',
    )
    rmSync(join(root, 'large.md'))
    const before = [hashFolder(root), hashFolder(outside)]
    writeFileSync(join(root, 'large.md'), '')
    truncateSync(join(root, 'large.md'), 2 ** 30)

    const indexPath = placeIndex()
    const report = await runImport(root, indexPath)
    expect(report.problems.map(({ path, code }) => `${code} ${path}`).sort()).toEqual([
      'LINK_BROKEN broken',
      'LINK_LOOP loop',
      'LINK_OUTSIDE outside',
      'LINK_OUTSIDE secret.md',
      'PAGE_BINARY binary.md',
      'PAGE_DATE_DIFFERS 2012/03/4/other-day.md',
      'PAGE_EMPTY empty.md',
      'PAGE_ENCODING damaged.md',
      'PAGE_NOT_REGULAR pipe.md',
      'PAGE_TOO_LARGE large.md',
      'PATH_NOT_UNICODE x\uFFFD.md',
      'SOURCE_UNSAFE 2012/03/4/other-day.md',
    ])
    expect(report.problems.every(({ message }) => message.length > 10)).toBe(true)
    expect(report).toMatchObject({ files: 9, events: 6 })
    const titles = query<{ title: string }>(indexPath, 'SELECT title FROM event ORDER BY title')
    expect(titles.map(({ title }) => title)).toEqual([
      '<script>alert(1)</script>',
      'Long',
      'Sixteen',
      'T',
      'deep',
      '\uFFFD',
    ])
    rmSync(join(root, 'large.md'))
    expect([hashFolder(root), hashFolder(outside)]).toEqual(before)
  })

  it('takes two forms of one name for one page and says so', async () => {
    const root = makeArchive({
      'caf\u00e9.md': '# One',
      'cafe\u0301.md': '# Two',
      'b.md': '---\nrelated: [CAFE\u0301.md]\n---\nb',
    })
    const report = await runImport(root, placeIndex())
    expect(report).toMatchObject({ events: 2, relationsResolved: 1, files: 3 })
    expect(report.problems).toMatchObject([{ code: 'PAGE_UNREADABLE', path: 'cafe\u0301.md' }])
  })

  it('keeps apart pages that differ in their extension only', async () => {
    const root = makeArchive({ 'a.md': '# One', 'a.markdown': '# Two' })
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    expect(query(indexPath, 'SELECT key, title FROM event ORDER BY key')).toEqual([
      { key: 'a', title: 'One' },
      { key: 'a.markdown', title: 'Two' },
    ])
  })

  it('does not take a lost drive for a deletion', async () => {
    const root = makeLargeSite(4, 10)
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    const before = dumpIndex(indexPath)
    const vanished = { code: 'ARCHIVE_VANISHED' }
    renameSync(join(root, 'news'), join(root, 'away'))
    mkdirSync(join(root, 'news'))
    chmodSync(root, 0o755)
    await expect(runImport(join(root, 'news'), indexPath)).rejects.toMatchObject(vanished)
    rmSync(join(root, 'news'), { recursive: true })
    await expect(runImport(join(root, 'news'), indexPath)).rejects.toMatchObject(vanished)
    expect(dumpIndex(indexPath)).toEqual(before)
  })

  it('does not take a small archive that is empty now for a deletion', async () => {
    const root = copyFixture('site')
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    rmSync(join(root, 'news'), { recursive: true })
    await expect(runImport(root, indexPath)).rejects.toMatchObject({ code: 'ARCHIVE_VANISHED' })
  })

  it('refuses a folder that was never there', async () => {
    const gone = runImport(join(makeFolder(), 'gone'), placeIndex())
    await expect(gone).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' })
  })

  it('does not let two imports write one index', async () => {
    const root = makeLargeSite(12, 60)
    const indexPath = placeIndex()
    const outcomes = await Promise.allSettled([
      runImport(root, indexPath),
      runImport(root, indexPath),
    ])
    const refused = outcomes.filter(
      ({ status }) => status === 'rejected',
    ) as PromiseRejectedResult[]
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual([
      'IMPORT_RUNNING',
    ])
    expect(query(indexPath, 'SELECT count(*) AS events FROM event')).toEqual([{ events: 721 }])
  })

  it('makes an index anew that turns out to be damaged on the way', async () => {
    const root = makeLargeSite(12, 60)
    const indexPath = placeIndex()
    await runImport(root, indexPath)
    const bytes = readFileSync(indexPath)
    bytes.fill(0x5a, 3 * 4096, bytes.length - 4096)
    writeFileSync(indexPath, bytes)
    appendFileSync(join(root, 'news/2012/01/1/p-0-0.md'), '\nMore words.\n')
    expect(await runImport(root, indexPath)).toMatchObject({ events: 721, added: 733 })
    expect(dumpIndex(indexPath)).toEqual(await dumpFresh(root))
  })
})
