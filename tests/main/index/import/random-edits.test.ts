import fc from 'fast-check'
import {
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyFixture, writePage } from '../../archive/temporary-archive.ts'
import { dumpIndex } from './dump-index.ts'
import { dumpFresh, withoutLostTitles } from './fresh-index.ts'
import { type Interruption, interruptImport, placeIndex, runImport } from './run-import.ts'

const DAYS = ['news/2012/03/4', 'news/2012/03/5', 'news/2012/03/6']
const NAMES = [
  'index',
  'README',
  'dock-workers-in-rotterdam-end-their-strike-after-eleven-days',
  'a-volcano-on-java-is-watched-more-closely',
  'a-ferry-line-across-the-baltic-sea-reopens',
  'dock-workers-count-their-losses',
]
/** A page without a date in its path. */
const ESSAY = 'news/an-essay.md'
const FERRY = 'news/2012/03/4/a-ferry-line-across-the-baltic-sea-reopens.md'
const PATHS = [
  'news/index.md',
  ESSAY,
  ...DAYS.flatMap((day) => NAMES.map((name) => `${day}/${name}.md`)),
]

const edits = fc.record({
  path: fc.constantFrom(...PATHS),
  other: fc.constantFrom(...PATHS),
  action: fc.constantFrom(
    ...['remove', 'rename', 'copy', 'cut', 'empty', 'binary', 'word', 'relink', 'restore', 'touch'],
  ),
})

/** Some edits, and how the import after them ends. */
const rounds = fc.array(
  fc.record({
    changes: fc.array(edits, { minLength: 1, maxLength: 4 }),
    interruption: fc.option(fc.record<Interruption>({ after: fc.nat(9), isKilled: fc.boolean() })),
  }),
  { minLength: 1, maxLength: 3 },
)

/** The pages as they are before any edit. */
function readOriginals(root: string): ReadonlyMap<string, string> {
  const present = PATHS.filter((path) => existsSync(join(root, path)))
  return new Map(present.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

function apply(
  root: string,
  { path, other, action }: { path: string; other: string; action: string },
  time: number,
  originals: ReadonlyMap<string, string>,
): void {
  const file = join(root, path)
  const original = originals.get(path)
  if (action === 'restore' && original !== undefined) writePage(root, path, original)
  if (!existsSync(file)) return
  const text = readFileSync(file, 'utf8')
  if (action === 'remove') rmSync(file)
  else if (action === 'copy') writePage(root, other, text)
  else if (action === 'rename') {
    writePage(root, other, '')
    renameSync(file, join(root, other))
  } else if (action === 'cut') writeFileSync(file, text.slice(0, text.length / 2))
  else if (action === 'empty') writeFileSync(file, '')
  else if (action === 'binary') writeFileSync(file, `${text}\0`)
  else if (action === 'word') writeFileSync(file, text.replaceAll('dock workers', 'dockers'))
  else if (action === 'relink') writeFileSync(file, text.replaceAll(FERRY, ESSAY))
  for (const changed of [path, other]) {
    const place = join(root, changed)
    if (existsSync(place)) utimesSync(place, time, time)
  }
}

describe('importArchive', () => {
  it(
    'makes of any edits the index that a first import would make, however often it is interrupted',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(rounds, async (all) => {
          const root = copyFixture('site')
          const indexPath = placeIndex()
          await runImport(root, indexPath)
          const originals = readOriginals(root)
          let time = statSync(root).mtimeMs / 1000
          for (const { changes, interruption } of all) {
            for (const change of changes) apply(root, change, (time += 10), originals)
            if (interruption) await interruptImport(root, indexPath, interruption)
            else await runImport(root, indexPath)
          }
          await runImport(root, indexPath)
          expect(withoutLostTitles(dumpIndex(indexPath))).toEqual(
            withoutLostTitles(await dumpFresh(root)),
          )
        }),
        { numRuns: 20 },
      )
    },
  )
})
