import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openArchiveFolder } from '../../src-main/archive/open-archive.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { Random } from './archive/random.ts'
import { makeVocabulary } from './archive/vocabulary.ts'
import { DEFAULT_SEED, generateArchive } from './generate-archive.ts'
import { measureAnchoring } from './measures/measure-anchoring.ts'
import { measureColdImport } from './measures/measure-cold-import.ts'
import { measureImport } from './measures/measure-import.ts'
import { measureBulk } from './measures/measure-bulk.ts'
import { measureNotebook } from './measures/measure-notebook.ts'
import { type PaintingFigures, measurePainting } from './measures/measure-painting.ts'
import { measureSearch } from './measures/measure-search.ts'
import { measureUse } from './measures/measure-use.ts'
import { measureWhileImporting } from './measures/measure-while-importing.ts'
import { measureWindow } from './measures/measure-window.ts'
import { plainScan } from './measures/scan.ts'
import { type BenchReport, printReport } from './print-report.ts'

const NOTEBOOK_SIZES = [100, 5000, 50_000]
const BULK_SIZE = 50_000
const PARTS = [
  'import',
  'search',
  'while-importing',
  'notebook',
  'anchoring',
  'window',
  'use',
  'painting',
]
/** Parts that are measured only where they are asked for. */
const ON_DEMAND = ['cold-import']
/** Questions that are asked again and again while an import runs: each is common. */
const COMMON_WORDS = 20

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: PARTS },
    json: { type: 'string' },
    'archive-cache': { type: 'string', default: join(tmpdir(), 'annals-bench') },
  },
})

const known = [...PARTS, ...ON_DEMAND]
const unknown = values.only.filter((part) => !known.includes(part))
if (unknown.length > 0) {
  throw new Error(`--only knows ${known.join(', ')}, not ${unknown.join(', ')}.`)
}

const say = (text: string) => {
  console.error(`· ${text}`)
}
const builtWorker = (name: string) =>
  fileURLToPath(new URL(`../../out/main/${name}.worker.js`, import.meta.url))

const events = Number(values.events)
const cache = resolve(values['archive-cache'])
mkdirSync(cache, { recursive: true })
say(`archive of ${events} events below ${cache}`)
const archive = generateArchive({
  folder: join(cache, `archive-${events}`),
  events,
  seed: DEFAULT_SEED,
})

const home = join(cache, `home-${events}`)
const { root, fingerprint } = await openArchiveFolder(archive.folder)
const indexPath = join(resolvePlaces({ home }).indexFolder, `${fingerprint}.sqlite`)
const loadBefore = loadavg()[0]!

const wanted = new Set(values.only)
const { words } = makeVocabulary(DEFAULT_SEED)
let importing = null
if (wanted.has('import')) {
  say('import and re-opening')
  rmSync(home, { recursive: true, force: true })
  importing = await measureImport({
    archive: { ...archive, folder: root },
    indexPath,
    workerPath: builtWorker('import'),
    queryWorkerPath: builtWorker('query'),
    scan: plainScan(root, words[0]!),
    rounds: Number(values.rounds),
  })
}
let coldImporting = null
if (wanted.has('cold-import')) {
  say('import without the system’s cache')
  coldImporting = await measureColdImport({
    archive: { ...archive, folder: root },
    indexPath: join(cache, `cold-${events}`, 'index.sqlite'),
    workerPath: builtWorker('import'),
    scan: plainScan(root, words[0]!),
    rounds: Number(values.rounds),
  })
}
let searching = null
if (wanted.has('search')) {
  say('search')
  searching = await measureSearch({
    indexPath,
    workerPath: builtWorker('query'),
    seed: DEFAULT_SEED,
  })
}
let whileImporting = null
if (wanted.has('while-importing')) {
  say('search while importing')
  whileImporting = await measureWhileImporting({
    archive: root,
    indexPath: join(cache, `while-importing-${events}`, 'index.sqlite'),
    importWorkerPath: builtWorker('import'),
    queryWorkerPath: builtWorker('query'),
    words: words.slice(0, COMMON_WORDS),
  })
}
const notebooks = []
let bulk = null
if (wanted.has('notebook')) {
  for (const size of NOTEBOOK_SIZES) {
    say(`notebook of ${size} annotations`)
    notebooks.push(await measureNotebook(size))
  }
  say(`changes of ${BULK_SIZE} annotations at once`)
  bulk = await measureBulk(BULK_SIZE)
}
let anchoring = null
if (wanted.has('anchoring')) {
  say('anchoring')
  anchoring = measureAnchoring(makeVocabulary(DEFAULT_SEED), new Random(DEFAULT_SEED))
}
let window = null
if (wanted.has('window')) {
  say('window')
  window = await measureWindow({ archive: root, home })
}
let use = null
if (wanted.has('use')) {
  say('typing and scrolling')
  use = await measureUse({ archive: root, home, seed: DEFAULT_SEED })
}
let painting: PaintingFigures | null = null
if (wanted.has('painting')) {
  say('painting')
  painting = await measurePainting()
}

const report: BenchReport = {
  machine: {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    electron: process.versions.electron,
    node: process.versions.node,
    sqlite: process.versions.sqlite ?? null,
    loadBefore,
    loadAfter: loadavg()[0]!,
  },
  archive: { ...archive, folder: root },
  import: importing,
  coldImport: coldImporting,
  search: searching,
  whileImporting,
  notebook: notebooks,
  bulk,
  anchoring,
  window,
  use,
  painting,
}

printReport(report)
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  say(`written to ${values.json}`)
}
