import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeWriter } from './archive/headline.ts'
import { makePageWriter } from './archive/pages.ts'
import { makePlan } from './archive/plan.ts'
import { Random, deriveSeed } from './archive/random.ts'
import { makeVocabulary } from './archive/vocabulary.ts'

/** Raised whenever the same seed gives other bytes, so that older archives are made anew. */
const GENERATOR_VERSION = 1

/** The seed of the benchmark. */
export const DEFAULT_SEED = 20080606

const COPY_SHARE = 0.3
const DAYS_ON_ROOT_PAGE = 3

/** What lies in a generated archive. */
export interface GeneratedArchive {
  /** Absolute path. */
  folder: string
  events: number
  seed: number
  days: number
  /** Page files. */
  files: number
  bytes: number
}

interface Marker extends Omit<GeneratedArchive, 'folder'> {
  version: number
  isComplete: boolean
}

/**
 * Write an archive in the format of the real ones, or take the one that is there already. The same
 * number of events and seed give the same bytes. Beside the folder stands `<folder>.annals-bench.json`,
 * which says what is in it; a folder without it is never touched.
 *
 * @param options.onProgress - Told how many events are written, once a day of the archive.
 */
export function generateArchive(options: {
  folder: string
  events: number
  seed: number
  onProgress?: (events: number) => void
}): GeneratedArchive {
  const { events, seed } = options
  const folder = resolve(options.folder)
  const markerFile = `${folder}.annals-bench.json`
  const found = readMarker(markerFile)
  if (found === null && existsSync(folder)) {
    throw new Error(`${folder} exists and was not made here; name another folder.`)
  }
  if (
    found?.version === GENERATOR_VERSION &&
    found.isComplete &&
    found.events === events &&
    found.seed === seed &&
    existsSync(folder)
  ) {
    return { folder, events, seed, days: found.days, files: found.files, bytes: found.bytes }
  }
  mkdirSync(dirname(folder), { recursive: true })
  const marker: Marker = {
    version: GENERATOR_VERSION,
    isComplete: false,
    ...{ events, seed, days: 0, files: 0, bytes: 0 },
  }
  writeFileSync(markerFile, JSON.stringify(marker))
  rmSync(folder, { recursive: true, force: true })
  const written = writeArchive({ ...options, folder })
  writeFileSync(markerFile, JSON.stringify({ ...marker, ...written, isComplete: true }))
  return { folder, events, seed, ...written }
}

function readMarker(file: string): Marker | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Marker) : null
}

function writeArchive(options: {
  folder: string
  events: number
  seed: number
  onProgress?: (events: number) => void
}) {
  const { folder, events, seed, onProgress } = options
  const vocabulary = makeVocabulary(seed)
  const plan = makePlan({ events, seed, vocabulary })
  const pages = makePageWriter({ plan, seed, vocabulary, writer: makeWriter(seed, vocabulary) })
  const random = new Random(deriveSeed(seed, 6, 0))
  let files = 0
  let bytes = 0

  function write(path: string, text: string): void {
    const content = Buffer.from(text)
    // `wx`, because two pages of one name would make fewer events than asked for.
    writeFileSync(join(folder, path), content, { flag: 'wx' })
    files += 1
    bytes += content.length
  }

  for (let day = 0; day < plan.days; day += 1) {
    const dayFolder = pages.dayFolder(day)
    mkdirSync(join(folder, dayFolder), { recursive: true })
    const end = plan.firstEventOf(day + 1)
    for (let event = plan.firstEventOf(day); event < end; event += 1) {
      if (plan.isDayPageOnly(event)) continue
      write(`${dayFolder}/${pages.headline(event).slug}.md`, pages.eventPage(event))
    }
    const dayPage = pages.dayPage(day)
    write(`${dayFolder}/index.md`, dayPage)
    if (random.chance(COPY_SHARE)) write(`${dayFolder}/README.md`, dayPage)
    onProgress?.(end)
  }

  let rootPage = ''
  for (let day = plan.days - 1; day >= Math.max(0, plan.days - DAYS_ON_ROOT_PAGE); day -= 1) {
    rootPage += pages.dayPage(day)
  }
  write('index.md', rootPage)
  write('README.md', rootPage)
  return { days: plan.days, files, bytes }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '10000' },
      out: { type: 'string' },
      seed: { type: 'string', default: String(DEFAULT_SEED) },
    },
  })
  if (values.out === undefined) {
    throw new Error('Name the folder to write: --out DIR')
  }
  let nextReport = 10_000
  const archive = generateArchive({
    folder: values.out,
    events: Number(values.events),
    seed: Number(values.seed),
    onProgress: (events) => {
      if (events < nextReport) return
      console.error(`${events} events`)
      nextReport += 10_000
    },
  })
  console.log(JSON.stringify(archive, null, 2))
}
