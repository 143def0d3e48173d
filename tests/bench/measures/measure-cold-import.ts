import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { MeasuredArchive } from '../archive/measured-archive.ts'
import { type Sample, ratios, sample } from '../statistics.ts'
import { checkCounts, runImport } from './run-import.ts'
import { runProgram } from './run-program.ts'
import type { PlainScan } from './scan.ts'

const PLAIN_PROGRAM = new URL('../programs/import-plainly.ts', import.meta.url)
/** Where Linux is told to forget what it keeps of files; only its administrator may. */
const DROP_CACHES = '/proc/sys/vm/drop_caches'

/** Figures of imports of pages that nothing has read since the system started, as it were. */
export interface ColdImportFigures {
  scan: string
  scanMs: Sample
  importMs: Sample
  importPerScan: Sample
  /** An import as one would write it first, in one thread. */
  plainMs: Sample
  plainPerScan: Sample
  importPerPlain: Sample
}

/**
 * Import an archive from nothing, as the app does and plainly, and scan it, each while nothing of it
 * is in the system's cache: so it is when an archive is opened for the first time.
 *
 * @throws where the system does not let its caches be dropped
 */
export async function measureColdImport(options: {
  archive: MeasuredArchive
  indexPath: string
  workerPath: string
  scan: PlainScan
  rounds: number
}): Promise<ColdImportFigures> {
  const { archive, indexPath, workerPath, scan, rounds } = options
  const importsMs: number[] = []
  const plainMs: number[] = []
  const scansMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    rmSync(dirname(indexPath), { recursive: true, force: true })
    dropCaches()
    const beforeMs = scan.run()
    dropCaches()
    const run = await runImport(archive, indexPath, workerPath)
    checkCounts(run, archive)
    importsMs.push(run.durationMs)
    rmSync(dirname(indexPath), { recursive: true, force: true })
    dropCaches()
    plainMs.push(await importPlainly(archive, indexPath))
    dropCaches()
    scansMs.push((beforeMs + scan.run()) / 2)
  }
  rmSync(dirname(indexPath), { recursive: true, force: true })
  return {
    scan: scan.name,
    scanMs: sample(scansMs),
    importMs: sample(importsMs),
    importPerScan: sample(ratios(importsMs, scansMs)),
    plainMs: sample(plainMs),
    plainPerScan: sample(ratios(plainMs, scansMs)),
    importPerPlain: sample(ratios(importsMs, plainMs)),
  }
}

/** @returns how long it took. */
async function importPlainly(archive: MeasuredArchive, indexPath: string): Promise<number> {
  const args = [archive.folder, indexPath]
  const run = await runProgram<{ durationMs: number; pages: number }>(PLAIN_PROGRAM, args)
  if (run.pages !== (archive.expected?.pages ?? run.pages)) {
    throw new Error(`The plain import read ${run.pages} pages of ${archive.expected?.pages}.`)
  }
  return run.durationMs
}

function dropCaches(): void {
  spawnSync('sync')
  writeFileSync(DROP_CACHES, '3')
}
