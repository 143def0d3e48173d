import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openArchiveFolder } from '../../src-main/archive/open-archive.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { measureGenerated, measureOwn } from './archive/measured-archive.ts'
import { Random } from './archive/random.ts'
import { readVocabulary } from './archive/read-vocabulary.ts'
import { makeVocabulary } from './archive/vocabulary.ts'
import { DEFAULT_SEED, type GeneratedArchive, generateArchive } from './generate-archive.ts'
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
import { watchStolenTime } from './measures/stolen-time.ts'
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
/** What of the parts is about an archive of any size. */
const PARTS_OF_OWN = ['import', 'search', 'window', 'use']
/** Something that nearly every line has. */
const COMMON_LETTER = 'e'
/** Questions that are asked again and again while an import runs: each is common. */
const COMMON_WORDS = 20

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    archive: { type: 'string' },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    'archive-cache': { type: 'string', default: join(tmpdir(), 'annals-bench') },
  },
})

const known = [...PARTS, ...ON_DEMAND]
const only = values.only ?? (values.archive === undefined ? PARTS : PARTS_OF_OWN)
const unknown = only.filter((part) => !known.includes(part))
if (unknown.length > 0) {
  throw new Error(`--only knows ${known.join(', ')}, not ${unknown.join(', ')}.`)
}

const say = (text: string) => {
  console.error(`· ${text}`)
}
const builtWorker = (name: string) =>
  fileURLToPath(new URL(`../../out/main/${name}.worker.js`, import.meta.url))

const cache = resolve(values['archive-cache'])
mkdirSync(cache, { recursive: true })
const chosen = values.archive === undefined ? generate(Number(values.events)) : values.archive
const { root, fingerprint } = await openArchiveFolder(
  typeof chosen === 'string' ? chosen : chosen.folder,
)
const archive = typeof chosen === 'string' ? measureOwn(root) : measureGenerated(chosen)
const name = typeof chosen === 'string' ? fingerprint : String(chosen.events)
const home = join(cache, `home-${name}`)
const indexPath = join(resolvePlaces({ home }).indexFolder, `${fingerprint}.sqlite`)
const loadBefore = loadavg()[0]!
const tellStolen = watchStolenTime()

const wanted = new Set(only)
const generated = makeVocabulary(DEFAULT_SEED)
const scan = plainScan(root, archive.expected ? generated.words[0]! : COMMON_LETTER)
/** An archive of one's own has its words in its index. */
const vocabulary = async () =>
  archive.expected ? generated : await readVocabulary(indexPath, builtWorker('query'))
let importing = null
if (wanted.has('import')) {
  say('import and re-opening')
  rmSync(home, { recursive: true, force: true })
  importing = await measureImport({
    archive,
    indexPath,
    workerPath: builtWorker('import'),
    queryWorkerPath: builtWorker('query'),
    scan,
    rounds: Number(values.rounds),
  })
}
let coldImporting = null
if (wanted.has('cold-import')) {
  say('import without the system’s cache')
  coldImporting = await measureColdImport({
    archive,
    indexPath: join(cache, `cold-${name}`, 'index.sqlite'),
    workerPath: builtWorker('import'),
    scan,
    rounds: Number(values.rounds),
  })
}
let searching = null
if (wanted.has('search')) {
  say('search')
  searching = await measureSearch({
    indexPath,
    workerPath: builtWorker('query'),
    vocabulary: await vocabulary(),
    seed: DEFAULT_SEED,
    isGenerated: archive.expected !== null,
  })
}
let whileImporting = null
if (wanted.has('while-importing')) {
  say('search while importing')
  whileImporting = await measureWhileImporting({
    archive: root,
    indexPath: join(cache, `while-importing-${name}`, 'index.sqlite'),
    importWorkerPath: builtWorker('import'),
    queryWorkerPath: builtWorker('query'),
    words: generated.words.slice(0, COMMON_WORDS),
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
  anchoring = measureAnchoring(generated, new Random(DEFAULT_SEED))
}
let window = null
if (wanted.has('window')) {
  say('window')
  window = await measureWindow({ archive: root, home })
}
let use = null
if (wanted.has('use')) {
  say('typing and scrolling')
  use = await measureUse({
    archive: root,
    home,
    vocabulary: await vocabulary(),
    seed: DEFAULT_SEED,
  })
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
    stolen: tellStolen(),
  },
  archive,
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

function generate(events: number): GeneratedArchive {
  say(`archive of ${events} events below ${cache}`)
  return generateArchive({ folder: join(cache, `archive-${events}`), events, seed: DEFAULT_SEED })
}
