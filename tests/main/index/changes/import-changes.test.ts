import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { ChangeCounts, ChangePage } from '#shared/changes.ts'
import type { ImportProgress } from '#shared/import.ts'
import { readChanges } from '../../../../src-main/index/changes/read-changes.ts'
import { makeArchive, writePage } from '../../archive/temporary-archive.ts'
import { placeIndex, runImport } from '../import/run-import.ts'

const NOTHING: ChangeCounts = { added: 0, changed: 0, removed: 0, moved: 0 }
const DAY = 'news/2012/03/4'
const NEXT_DAY = 'news/2012/03/5'

const page = (day: string, title: string, summary = '') =>
  `### [2012-03-${day}](/news/2012/03/${day}/index.md)\n\n# ${title}\n\n${summary}\n\n` +
  '### Source:\n1. [Harbour Post](https://harbour.example/1)\n'

const dayPage = (day: string, ...events: [slug: string, title: string, summary: string][]) =>
  `## [2012-03-${day}](/news/2012/03/${day}/index.md)\n\n` +
  events
    .map(
      ([slug, title, summary]) =>
        `##### Ports\n\n### [${title}](/news/2012/03/${day}/${slug}.md)\n\n${summary}\n\n`,
    )
    .join('')

/** An archive with its index, which was imported once. */
async function useArchive() {
  const root = makeArchive({
    [`${DAY}/dock-strike.md`]: page('4', 'Dock workers end their strike'),
    [`${DAY}/ferry.md`]: page('4', 'A ferry line reopens', 'Over the Baltic Sea.'),
    [`${DAY}/volcano.md`]: page('4', 'A volcano is watched'),
    [`${DAY}/index.md`]: dayPage('4', ['market', 'A market burns', 'Nobody is hurt.']),
    [`${NEXT_DAY}/bridge.md`]: page('5', 'A bridge is closed'),
  })
  const indexPath = placeIndex()
  const archive = {
    root,
    first: await runImport(root, indexPath),
    import: () => runImport(root, indexPath),
    /** Import until the first page is about to be read. */
    importPartly: () => {
      const stop = new AbortController()
      const onProgress = ({ phase }: ImportProgress) => {
        if (phase === 'reading') stop.abort()
      }
      return runImport(root, indexPath, { onProgress, signal: stop.signal })
    },
    write: (path: string, text: string) => {
      writePage(root, path, text)
      touch(join(root, path))
    },
    edit: (path: string, from: string, to: string) => {
      const text = readFileSync(join(root, path), 'utf8')
      archive.write(path, text.replaceAll(from, to))
    },
    move: (from: string, to: string) => {
      mkdirSync(dirname(join(root, to)), { recursive: true })
      renameSync(join(root, from), join(root, to))
    },
    remove: (path: string) => {
      rmSync(join(root, path))
    },
    list: (): ChangePage => {
      const database = new DatabaseSync(indexPath, { readOnly: true })
      const all = <Row>(sql: string, ...params: (string | number)[]) =>
        database.prepare(sql).all(...params) as Row[]
      const request = { kind: null, onlyAnnotated: false, offset: 0, limit: 500 }
      const changes = readChanges({ all }, request, () => false)
      database.close()
      return changes
    },
    describe: () =>
      archive.list().changes.map(({ kind, id, formerId }) => `${kind} ${formerId ?? ''} ${id}`),
  }
  return archive
}

/** A file that was written within the same moment is told by its time. */
function touch(file: string): void {
  const { mtimeMs } = statSync(file)
  utimesSync(file, mtimeMs / 1000 + 10, mtimeMs / 1000 + 10)
}

describe('an import', () => {
  it('lists nothing the first time, and nothing where nothing changed', async () => {
    const archive = await useArchive()
    expect(archive.first.changes).toEqual(NOTHING)
    expect((await archive.import()).changes).toEqual(NOTHING)
    touch(join(archive.root, `${DAY}/ferry.md`))
    expect((await archive.import()).changes).toEqual(NOTHING)
    expect(archive.list()).toMatchObject({ at: null, total: 0 })
  })

  it('lists what was added, changed, removed, renamed and moved, all at once', async () => {
    const archive = await useArchive()
    archive.write(`${NEXT_DAY}/flood.md`, page('5', 'A river rises'))
    archive.edit(`${DAY}/ferry.md`, 'Over the Baltic Sea.', 'Over the Gulf of Bothnia.')
    archive.edit(`${DAY}/index.md`, 'Nobody is hurt.', 'Two are hurt.')
    archive.remove(`${DAY}/volcano.md`)
    archive.move(`${DAY}/dock-strike.md`, `${DAY}/dock-workers-end-strike.md`)
    archive.move(`${NEXT_DAY}/bridge.md`, `news/2012/old/5/bridge.md`)
    const report = await archive.import()
    expect(report.changes).toEqual({ added: 1, changed: 2, removed: 1, moved: 2 })
    expect(archive.describe().sort()).toEqual([
      `added  ${NEXT_DAY}/flood`,
      `changed  ${DAY}/ferry`,
      `changed  ${DAY}/market`,
      `moved ${DAY}/dock-strike ${DAY}/dock-workers-end-strike`,
      `moved ${NEXT_DAY}/bridge news/2012/old/5/bridge`,
      `removed  ${DAY}/volcano`,
    ])
    const ferry = archive.list().changes.find(({ id }) => id.endsWith('ferry'))
    expect(ferry).toMatchObject({
      before: { summary: 'Over the Baltic Sea.', sources: ['https://harbour.example/1'] },
      after: { summary: 'Over the Gulf of Bothnia.', sources: ['https://harbour.example/1'] },
    })
  })

  it('knows a folder that was moved by its pages', async () => {
    const archive = await useArchive()
    // What only the day page reports keeps the id of its link.
    archive.move(DAY, 'backup/2012/03/4')
    expect((await archive.import()).changes).toEqual({ ...NOTHING, moved: 3 })
  })

  it('notices what a day page says of the page of another', async () => {
    const archive = await useArchive()
    archive.write(
      `${NEXT_DAY}/index.md`,
      dayPage('5', ['bridge', 'A bridge is closed', 'For good.']),
    )
    expect((await archive.import()).changes).toEqual({ ...NOTHING, changed: 1 })
    expect(archive.list().changes).toMatchObject([
      { id: `${NEXT_DAY}/bridge`, after: { topic: 'Ports', summary: 'For good.' } },
    ])
  })

  it('tells after a stopped import what changed since the last that came to its end', async () => {
    const archive = await useArchive()
    archive.edit(`${DAY}/ferry.md`, 'Over the Baltic Sea.', 'Over the Gulf of Bothnia.')
    archive.remove(`${DAY}/volcano.md`)
    for (let place = 0; place < 300; place++) {
      archive.write(`${NEXT_DAY}/new-${place}.md`, page('5', `New report ${place}`))
    }
    expect(await archive.importPartly()).toMatchObject({ cancelled: true, changes: NOTHING })
    archive.edit(`${DAY}/ferry.md`, 'Over the Gulf of Bothnia.', 'Over the Kattegat.')
    await archive.import()
    const { counts, changes } = archive.list()
    expect(counts).toEqual({ added: 300, changed: 1, removed: 1, moved: 0 })
    expect(changes.find(({ kind }) => kind === 'changed')).toMatchObject({
      before: { summary: 'Over the Baltic Sea.' },
      after: { summary: 'Over the Kattegat.' },
    })
  })

  it('replaces the list with the next import that changes anything', async () => {
    const archive = await useArchive()
    archive.remove(`${DAY}/volcano.md`)
    await archive.import()
    archive.edit(`${DAY}/ferry.md`, 'A ferry line reopens', 'A ferry line reopens at last')
    await archive.import()
    await archive.import()
    expect(archive.describe()).toEqual([`changed  ${DAY}/ferry`])
    writeFileSync(
      join(archive.root, `${DAY}/README.md`),
      readFileSync(join(archive.root, `${DAY}/index.md`)),
    )
    await archive.import()
    expect(archive.describe()).toEqual([`changed  ${DAY}/ferry`])
  })
})
