import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MeasuredArchive } from '../archive/measured-archive.ts'
import { type Sample, ratios, sample } from '../statistics.ts'
import { measureOpening } from './measure-opening.ts'
import { type ImportRun, checkCounts, runImport } from './run-import.ts'
import { runProgram } from './run-program.ts'
import { type PlainScan, statWalk } from './scan.ts'

const IDLE_PROGRAM = new URL('../programs/idle.ts', import.meta.url)

/** Figures of imports; `scan` names the plain counterpart. */
export interface ImportFigures {
  scan: string
  scanMs: Sample
  importMs: Sample
  importPerScan: Sample
  importProcessorMs: Sample
  importPeakBytes: Sample
  barePeakBytes: number
  indexBytes: number
  pageBytes: number
  statWalkMs: Sample
  reopenMs: Sample
  reopenPerStatWalk: Sample
  /** Until the list of an archive that was opened again is there; changes are looked for meanwhile. */
  usableMs: Sample
  usablePerStatWalk: Sample
  counts: Record<string, number>
}

/** Import an archive from nothing and again unchanged, each time beside its plain counterpart. */
export async function measureImport(options: {
  archive: MeasuredArchive
  indexPath: string
  workerPath: string
  queryWorkerPath: string
  scan: PlainScan
  rounds: number
}): Promise<ImportFigures> {
  const { archive, indexPath, workerPath, queryWorkerPath, scan, rounds } = options
  const importAgain = () => runImport(archive, indexPath, workerPath)
  // Both sides find the pages in the system's cache.
  scan.run()
  const imports: ImportRun[] = []
  const scansMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    removeIndex(indexPath)
    const beforeMs = scan.run()
    imports.push(await importAgain())
    scansMs.push((beforeMs + scan.run()) / 2)
  }
  const last = imports.at(-1)!
  checkCounts(last, archive)
  const reopens: ImportRun[] = []
  const walksMs: number[] = []
  const openingsMs: number[] = []
  const queryWorkerUrl = pathToFileURL(queryWorkerPath)
  for (let round = 0; round < rounds + 2; round += 1) {
    const beforeMs = statWalk(archive.folder, archive.files)
    reopens.push(await importAgain())
    openingsMs.push(await measureOpening({ archive: archive.folder, indexPath, queryWorkerUrl }))
    walksMs.push((beforeMs + statWalk(archive.folder, archive.files)) / 2)
  }
  if (reopens.some(({ counts }) => counts['unchanged'] !== last.counts['files'])) {
    throw new Error('The second import read pages again that had not changed.')
  }
  const importsMs = imports.map((run) => run.durationMs)
  const reopensMs = reopens.map((run) => run.durationMs)
  const bare = await runProgram<{ peakBytes: number }>(IDLE_PROGRAM, [])
  return {
    scan: scan.name,
    scanMs: sample(scansMs),
    importMs: sample(importsMs),
    importPerScan: sample(ratios(importsMs, scansMs)),
    importProcessorMs: sample(imports.map((run) => run.processorMs)),
    importPeakBytes: sample(imports.map((run) => run.peakBytes)),
    barePeakBytes: bare.peakBytes,
    indexBytes: indexFiles(indexPath).reduce((sum, file) => sum + statSync(file).size, 0),
    pageBytes: archive.bytes,
    statWalkMs: sample(walksMs),
    reopenMs: sample(reopensMs),
    reopenPerStatWalk: sample(ratios(reopensMs, walksMs)),
    usableMs: sample(openingsMs),
    usablePerStatWalk: sample(ratios(openingsMs, walksMs)),
    counts: last.counts,
  }
}

/** The database with what SQLite keeps beside it. */
function indexFiles(indexPath: string): string[] {
  const folder = dirname(indexPath)
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(indexPath)))
  return names.map((name) => join(folder, name))
}

function removeIndex(indexPath: string): void {
  rmSync(dirname(indexPath), { recursive: true, force: true })
}
